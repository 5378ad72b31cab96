// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/risk_words.h"

#include "ui/shared/formats.h"

#include "core/record/packed_fields.h"

#include <QCoreApplication>

namespace kairos::ui {
namespace {

constexpr char kRiskDraftVersion = 1;

class RiskSays final {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::RiskWords)

public:
    static QString level(record::RiskLevel level) {
        switch (level) {
        case record::RiskLevel::Note:
            return tr("to be noted");
        case record::RiskLevel::Assess:
            return tr("to be assessed before the patient leaves");
        case record::RiskLevel::Urgent:
            return tr("urgent: do not leave the patient alone");
        }
        return {};
    }
    static QString title(const record::RiskItem& item, const QString& since) {
        return tr("Risk item %1, open since %2: %3").arg(item.number).arg(since, level(item.level));
    }
    static QString assessedTitle(const record::RiskItem& item, const QString& since, const QString& at) {
        return tr("Risk item %1, open since %2: assessed %3, risk %4")
            .arg(QString::number(item.number), since, at, judgedLevel(item.settledLevel()));
    }
    static QString crisis(const record::Practice& practice) {
        return practice.crisisText.trimmed().isEmpty()
                   ? tr("The clinic has written no crisis text yet: an administrator writes it in Settings, "
                        "Practice.")
                   : tr("Clinic text: %1").arg(practice.crisisText.trimmed());
    }
    static QString shortLevel(record::RiskLevel level) {
        switch (level) {
        case record::RiskLevel::Note:
            return tr("to be noted");
        case record::RiskLevel::Assess:
            return tr("to be assessed");
        case record::RiskLevel::Urgent:
            return tr("urgent");
        }
        return {};
    }
    static QString judgedLevel(record::RiskLevel level) {
        switch (level) {
        case record::RiskLevel::Note:
            return tr("low");
        case record::RiskLevel::Assess:
            return tr("moderate");
        case record::RiskLevel::Urgent:
            return tr("high");
        }
        return {};
    }
    static QString notedTitle(int number) { return tr("Noted at risk item %1, which is closed").arg(number); }
    static QString notedText(const QString& text) {
        return tr("%1. It is not graver than was assessed at closing, and too soon after it to open the item "
                  "again. Open it if you judge otherwise.")
            .arg(text);
    }
    static QString assessedAs(const QString& level) { return tr("Assessed: risk %1").arg(level); }
    static QString noted(const QString& text, const QString& day) {
        return tr("Noted since, without opening it: %1 (%2)").arg(text, day);
    }
    static QString closing(const QString& day, const QString& who, const QString& level) {
        return who.isEmpty() ? tr("Closed %1: risk %2").arg(day, level)
                             : tr("Closed %1 by %2: risk %3").arg(day, who, level);
    }
    static QString closedSentence(const record::RiskItem& item, const QString& day, const QString& who) {
        return who.isEmpty()
                   ? tr("Risk item %1 was closed on %2: risk %3.")
                         .arg(QString::number(item.number), day, judgedLevel(item.settledLevel()))
                   : tr("Risk item %1 was closed on %2 by %3: risk %4.")
                         .arg(QString::number(item.number), day, who, judgedLevel(item.settledLevel()));
    }
    static QString rule() {
        return tr("It blocks dosing until it is closed by an assessment, a plan and a next look.");
    }
    static QString closed(int number, const QString& from, const QString& to, const QString& who) {
        return tr("Item %1, %2 to %3, closed by %4").arg(QString::number(number), from, to, who);
    }
    static QString evidence(const QString& text) { return tr("Raised by: %1").arg(text); }
    static QString assessment(const QString& text) { return tr("Assessment: %1").arg(text); }
    static QString plan(const QString& text) { return tr("Plan: %1").arg(text); }
    static QString nextLook(const QString& day) { return tr("Next look: %1").arg(day); }
};

} // namespace

BannerText riskItemBanner(const record::RiskItem& item, const record::Practice& practice,
                          const QTimeZone& zone) {
    const bool isSettled = item.isSettledSoFar();
    const auto level = (isSettled ? item.settledLevel() : item.level) == record::RiskLevel::Note
                           ? base::FindingLevel::Caution
                           : base::FindingLevel::Stop;
    const QString since = dateTimeText(item.openSince(), zone);
    const QString title = isSettled
                              ? RiskSays::assessedTitle(item, since, dateTimeText(*item.assessedAt, zone))
                              : RiskSays::title(item, since);
    return {level, title, RiskSays::crisis(practice), RiskSays::rule()};
}

QString closedRiskWords(const record::RiskItem& item,
                        const std::function<QString(const record::ClinicianId&)>& nameOf,
                        const QTimeZone& zone) {
    const QString day = item.closedAt ? plainDateText(item.closedAt->local(zone).date()) : QString();
    QStringList sentences{
        RiskSays::closedSentence(item, day, item.closedBy ? nameOf(*item.closedBy) : QString())};
    QStringList decided{RiskSays::assessment(item.assessment), RiskSays::plan(item.plan)};
    if (item.nextLook) {
        decided.append(RiskSays::nextLook(dateText(*item.nextLook)));
    }
    for (const QString& line : std::as_const(decided)) {
        const QString sentence = line.trimmed();
        sentences.append(sentence.endsWith(QLatin1Char('.')) ? sentence : sentence + QLatin1Char('.'));
    }
    return sentences.join(QLatin1Char(' '));
}

QStringList closedItemLines(const record::RiskItem& item, const QString& closedBy, const QTimeZone& zone) {
    QStringList evidence;
    QStringList noted;
    for (const record::RiskEvidence& piece : item.evidence) {
        if (piece.notedAt) {
            noted.append(RiskSays::noted(piece.text, plainDateText(piece.at.local(zone).date())));
        } else {
            evidence.append(piece.text);
        }
    }
    const QString to = item.closedAt ? plainDateText(item.closedAt->local(zone).date()) : QString();
    QStringList lines{
        RiskSays::closed(item.number, plainDateText(item.openedAt.local(zone).date()), to, closedBy),
        RiskSays::evidence(evidence.join(QStringLiteral("; "))),
        RiskSays::assessedAs(RiskSays::judgedLevel(item.settledLevel())),
        RiskSays::assessment(item.assessment), RiskSays::plan(item.plan)};
    if (item.nextLook) {
        lines.append(RiskSays::nextLook(dateText(*item.nextLook)));
    }
    return lines + noted;
}

std::optional<BannerText> riskNotedBanner(const record::RiskItem& item, const record::Practice& practice,
                                          const QTimeZone& zone) {
    const record::RiskEvidence* last = nullptr;
    for (const record::RiskEvidence& piece : item.evidence) {
        last = piece.notedAt && !item.isOpen() && *piece.notedAt >= *item.closedAt ? &piece : last;
    }
    if (last == nullptr) {
        return std::nullopt;
    }
    return BannerText{base::FindingLevel::Caution, RiskSays::notedTitle(item.number),
                      RiskSays::notedText(last->text) + QLatin1Char(' ') + RiskSays::crisis(practice),
                      dateTimeText(last->at, zone)};
}

QString riskLevelWords(record::RiskLevel level) {
    return RiskSays::shortLevel(level);
}

QString judgedRiskWords(record::RiskLevel level) {
    return RiskSays::judgedLevel(level);
}

QStringList closingLines(const record::RiskItem& item,
                         const std::function<QString(const record::ClinicianId&)>& nameOf,
                         const QTimeZone& zone) {
    QStringList lines;
    for (const record::RiskClosing& closing : item.closings) {
        lines << RiskSays::closing(plainDateText(closing.at.local(zone).date()),
                                   closing.by ? nameOf(*closing.by) : QString(),
                                   RiskSays::judgedLevel(closing.level))
              << RiskSays::assessment(closing.assessment) << RiskSays::plan(closing.plan);
        if (closing.nextLook) {
            lines << RiskSays::nextLook(dateText(*closing.nextLook));
        }
    }
    return lines;
}

QByteArray assessmentBytes(const workflow::RiskAssessment& assessment) {
    QByteArray bytes(1, kRiskDraftVersion);
    record::FieldWriter writer(bytes);
    writer(1, assessment.assessment);
    writer(2, assessment.plan);
    writer(3, assessment.nextLook);
    writer(4, assessment.level);
    return bytes;
}

std::optional<workflow::RiskAssessment> assessmentFromBytes(const QByteArray& bytes) {
    if (bytes.isEmpty() || bytes.at(0) != kRiskDraftVersion) {
        return std::nullopt;
    }
    workflow::RiskAssessment assessment;
    record::FieldReader reader(QByteArrayView(bytes).sliced(1));
    reader(1, assessment.assessment);
    reader(2, assessment.plan);
    reader(3, assessment.nextLook);
    reader(4, assessment.level);
    return reader.finish() ? std::optional(assessment) : std::nullopt;
}

} // namespace kairos::ui
