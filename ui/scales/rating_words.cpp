// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/rating_words.h"

#include "ui/shared/formats.h"

#include "core/outcomes/reliable_change.h"
#include "core/outcomes/trend_rules.h"
#include "core/safety/risk_state.h"
#include "core/scales/condition.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace kairos::ui {
namespace {

class RatingSays final {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::RatingWords)

public:
    static QString line(const RatingEntry& entry, int place) {
        const scales::Item& item = entry.item(place);
        const int value = entry.answer(place).value;
        const QString option = entry.optionText(place, value);
        return option.isEmpty() || option == QString::number(value)
                   ? tr("Item %1 answered %2: %3").arg(item.number).arg(value).arg(item.text)
                   : tr("Item %1 answered %2, %3: %4")
                         .arg(QString::number(item.number), QString::number(value), option, item.text);
    }
    static QString crisis(const record::Practice& practice) {
        return practice.crisisText.trimmed().isEmpty()
                   ? tr("The clinic has written no crisis text yet: an administrator writes it in Settings, "
                        "Practice.")
                   : tr("Clinic text: %1").arg(practice.crisisText.trimmed());
    }
    static QString whatFollows(const RiskBannerInput& input) {
        if (input.isSaved && input.openRisk && !input.openRisk->isOpen()) {
            return tr("Noted at risk item %1, which stays closed: not graver than was assessed when it was "
                      "closed, and too soon after it to open it again.")
                .arg(input.openRisk->number);
        }
        if ((input.isSaved || input.isStored) && input.openRisk) {
            return tr("%1. It closes only by an assessment, a plan and a next look.", "risk item 3 is open")
                .arg(safety::riskStateSentence(input.openRisk));
        }
        if (input.isStored) {
            return safety::riskStateSentence({}) + QLatin1Char('.');
        }
        if (input.openRisk) {
            return tr("Finishing adds this to risk item %1, which is open.").arg(input.openRisk->number);
        }
        if (input.closedRisk) {
            return tr("Finishing opens risk item %1 again, or notes this at the closed item.")
                .arg(input.closedRisk->number);
        }
        return tr("Finishing opens a risk item.");
    }
    static QString source(const scales::Instrument& instrument, const scales::Rule& rule) {
        return tr("Rule: %1 · %2 (%3), instrument file %4, version %5")
            .arg(rule.flag.rule, rule.basis.source, base::confidenceMark(rule.basis.confidence),
                 instrument.id, instrument.version);
    }
    static QString missing(const QList<int>& numbers) {
        QStringList words;
        for (const int number : numbers) {
            words.append(QString::number(number));
        }
        return tr("No answer to item %1.", nullptr, static_cast<int>(numbers.size()))
            .arg(words.join(QStringLiteral(", ")));
    }
    static QString total(const RatingEntry& entry, const scales::Score& score) {
        const auto& scoring = entry.instrument().scoring;
        if (scoring.method == scales::Method::Triage) {
            return tr("The result then reads \"%1\".").arg([&] {
                const auto* band = entry.instrument().findBand(score.band);
                return band != nullptr ? band->label : score.band;
            }());
        }
        if (!score.total) {
            return scoring.missing.most > 0
                       ? tr("There is then no total: at most %1 may be missing.").arg(scoring.missing.most)
                       : tr("There is then no total: none may be missing.");
        }
        const QString figure = shortNumberText(*score.total, 1);
        return score.prorated ? tr("The total is then prorated from what is answered: %1 (%2, %3).")
                                    .arg(figure, scoring.missing.basis.source,
                                         base::confidenceMark(scoring.missing.basis.confidence))
                              : tr("The total is %1.").arg(figure);
    }
    static QString critical() {
        return tr("The suicide item has no answer: it never counts as 0, and the rating never counts as a "
                  "remission.");
    }
    static QString judged(const outcomes::Trend& trend) {
        if (trend.remission.value_or(false)) {
            return tr("remission");
        }
        if (trend.response.value_or(false)) {
            return tr("response");
        }
        if (trend.partialResponse.value_or(false)) {
            return tr("partial response");
        }
        return trend.response ? tr("no response") : QString();
    }
    static QString withPercent(const QString& sign, double percent) {
        return tr("%1 (%2)", "change in points (in percent)")
            .arg(sign, percentText(std::abs(percent) / 100.0));
    }
    static QString comma(const QString& first, const QString& second) {
        return second.isEmpty() ? first : tr("%1, %2").arg(first, second);
    }
    static QString noChange() { return tr("no change"); }
    static QString below(const QString& sign, int points) {
        return tr("%1, below the %2 used", "a change and the smallest reliable one").arg(sign).arg(points);
    }
    static QString reliable(const QString& sign, int points) {
        return tr("%1, reliable (%2 or more)").arg(sign).arg(points);
    }
    static QString mode(record::RatingMode mode) {
        switch (mode) {
        case record::RatingMode::SelfOnScreen:
            return tr("self, on screen");
        case record::RatingMode::Paper:
            return tr("self, on paper");
        case record::RatingMode::Clinician:
            return tr("by a clinician");
        case record::RatingMode::TotalOnly:
            return tr("total alone");
        }
        return {};
    }
    static QString wording(const scales::Instrument& instrument) {
        switch (instrument.wording) {
        case scales::Wording::Official:
            return tr("item wording free to reproduce");
        case scales::Wording::Labels:
            return instrument.rater == scales::Rater::Self
                       ? tr("copied from the licensed paper form; the labels are our own")
                       : tr("own item labels; read the anchors from the licensed form");
        case scales::Wording::Total:
            return tr("total alone; the form is licensed");
        }
        return {};
    }
};

bool asksForGaps(const scales::Condition& condition) {
    using Kind = scales::Condition::Kind;
    return condition.kind == Kind::Missing || condition.kind == Kind::AnyMissing ||
           std::any_of(condition.parts.begin(), condition.parts.end(), asksForGaps);
}

/// The grave rules that count now, the gravest first.
QList<const scales::Rule*> graveRules(const RatingEntry& entry, const scales::Score& score) {
    const bool isFull = entry.unanswered().isEmpty();
    QList<const scales::Rule*> rules;
    for (const scales::Flag& flag : score.flags) {
        const scales::Rule* rule = entry.instrument().findRule(flag.id);
        const bool isGrave = flag.level == base::FindingLevel::Stop || (rule != nullptr && rule->risk);
        if (rule != nullptr && isGrave && (isFull || !asksForGaps(rule->when))) {
            rules.append(rule);
        }
    }
    std::stable_sort(rules.begin(), rules.end(), [](const scales::Rule* a, const scales::Rule* b) {
        return a->flag.level > b->flag.level;
    });
    return rules;
}

/// The stored rating was answered: its risk item is closed.
bool isDecided(const RiskBannerInput& input) {
    return input.isStored && !input.decision.isEmpty();
}

} // namespace

std::optional<BannerText> riskBannerText(const RiskBannerInput& input) {
    const auto rules = graveRules(input.entry, input.score);
    if (rules.isEmpty()) {
        return std::nullopt;
    }
    const scales::Rule& worst = *rules.first();
    QStringList lines;
    for (const int place : input.entry.placesBehind(worst)) {
        lines.append(RatingSays::line(input.entry, place));
    }
    BannerText text;
    // Information becomes a caution: an answered suicide item is never a mere notice.
    text.level = worst.flag.level == base::FindingLevel::Information || isDecided(input)
                     ? base::FindingLevel::Caution
                     : base::FindingLevel::Stop;
    text.title = lines.isEmpty() ? worst.flag.rule : lines.join(QStringLiteral("; "));
    QStringList sentences;
    if (isDecided(input)) {
        // Somebody has looked: what was found and done stands here, no longer what is to be done.
        sentences.append(input.decision);
    }
    const bool hasItem = worst.risk || input.isSaved || input.isStored;
    if (hasItem && (!isDecided(input) || input.openRisk)) {
        sentences.append(RatingSays::whatFollows(input));
    }
    if (!worst.action.isEmpty() && !isDecided(input)) {
        sentences.append(worst.action + QLatin1Char('.'));
    }
    sentences.append(RatingSays::crisis(input.practice));
    text.text = sentences.join(QLatin1Char(' '));
    text.source = RatingSays::source(input.entry.instrument(), worst);
    return text;
}

QList<int> alarmedPlaces(const RatingEntry& entry, const scales::Score& score) {
    QList<int> places;
    const auto rules = graveRules(entry, score);
    for (const scales::Rule* rule : rules) {
        const auto behind = entry.placesBehind(*rule);
        for (const int place : behind) {
            if (!places.contains(place)) {
                places.append(place);
            }
        }
    }
    return places;
}

QString consequenceOfGaps(const RatingEntry& entry, const scales::Score& score) {
    const auto gaps = entry.unanswered();
    if (gaps.isEmpty()) {
        return {};
    }
    QStringList sentences{RatingSays::missing(gaps), RatingSays::total(entry, score)};
    if (score.criticalMissing) {
        sentences.append(RatingSays::critical());
    }
    return sentences.join(QLatin1Char(' '));
}

QString changeSign(double points) {
    if (points == 0) {
        return RatingSays::noChange();
    }
    const QString figure = shortNumberText(std::abs(points), 1);
    return points < 0 ? QStringLiteral("▼ %1").arg(figure) : QStringLiteral("▲ %1").arg(figure);
}

QString changeSinceBaseline(const outcomes::Trend& trend) {
    if (!trend.changePoints) {
        return {};
    }
    QString text = changeSign(*trend.changePoints);
    if (trend.changePercent && *trend.changePoints != 0) {
        text = RatingSays::withPercent(text, *trend.changePercent);
    }
    return RatingSays::comma(text, RatingSays::judged(trend));
}

QString changeSinceLast(const scales::Instrument& instrument, double last, double now) {
    const QString sign = changeSign(now - last);
    if (now == last || instrument.reliability.isEmpty()) {
        return sign;
    }
    const auto limit = outcomes::reliableLimit(instrument.reliability.first(),
                                               outcomes::builtInTrendRules().reliableChangeZ.value);
    return std::abs(now - last) >= limit.points ? RatingSays::reliable(sign, limit.points)
                                                : RatingSays::below(sign, limit.points);
}

QString modeWords(record::RatingMode mode) {
    return RatingSays::mode(mode);
}

QString wordingWords(const scales::Instrument& instrument) {
    return RatingSays::wording(instrument);
}

} // namespace kairos::ui
