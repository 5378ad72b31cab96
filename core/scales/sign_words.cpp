// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/sign_words.h"

#include "core/scales/sheet.h"
#include "core/scales/words.h"

#include <algorithm>
#include <set>

namespace kairos::scales {

namespace {

const QString kSemicolon = QStringLiteral("; ");

/// The items the raised rules speak of, in order of the form.
struct Named {
    std::set<std::size_t> answered;
    std::set<std::size_t> open;
};

void name(const Condition& condition, const Facts& facts, Named& named) {
    switch (condition.kind) {
    case Condition::Kind::All:
    case Condition::Kind::Any:
        for (const Condition& part : condition.parts) {
            name(part, facts, named);
        }
        return;
    case Condition::Kind::Item:
        if (holds(condition, facts)) {
            named.answered.insert(condition.index);
        }
        return;
    case Condition::Kind::Missing:
        if (holds(condition, facts)) {
            named.open.insert(condition.index);
        }
        return;
    case Condition::Kind::AnyMissing:
        for (std::size_t i = 0; i < facts.items.size(); ++i) {
            if (facts.items[i]->fact.status == ItemStatus::Missing) {
                named.open.insert(i);
            }
        }
        return;
    case Condition::Kind::Not:
    case Condition::Kind::Omitted:
    case Condition::Kind::Total:
    case Condition::Kind::Subscale:
    case Condition::Kind::Count:
    case Condition::Kind::Sex:
        return;
    }
}

const Item& itemAt(const Instrument& instrument, std::size_t index) {
    const std::size_t scored = instrument.items.size();
    return index < scored ? instrument.items[index] : instrument.extras[index - scored];
}

/// A label within a sentence: "Death or suicide" begins small, "PTSD" does not.
QString within(QString label) {
    if (label.size() > 1 && label.at(1).isLower()) {
        label[0] = label.at(0).toLower();
    }
    return label;
}

QString optionText(const Instrument& instrument, const Item& item, int value) {
    const OptionSet* set = instrument.findOptionSet(item.optionSet);
    if (set == nullptr) {
        return {};
    }
    const auto found = std::ranges::find(set->options, value, &Option::value);
    return found == set->options.end() ? QString() : found->text;
}

/// "2 of 3", with the owner's words where they may stand here; a yes or no is told as that.
QString answerWords(const Instrument& instrument, const Item& item, int value) {
    const QString words = within(optionText(instrument, item, value));
    if (item.max == 1 && !words.isEmpty()) {
        return words;
    }
    const QString points = Words::tr("%1 of %2").arg(value).arg(item.max);
    const bool hasWords = instrument.wording == Wording::Official && !words.isEmpty();
    return hasWords ? QStringLiteral("%1, %2").arg(points, words) : points;
}

QString itemWords(const Item& item, const QString& answer) {
    return Words::tr("item %1 (%2): %3").arg(QString::number(item.number), within(item.topic), answer);
}

QStringList scaleWords(const Instrument& instrument, const Named& named, const Facts& facts) {
    QStringList words;
    for (const std::size_t index : named.answered) {
        const Item& item = itemAt(instrument, index);
        words.append(itemWords(item, answerWords(instrument, item, facts.items[index]->fact.value)));
    }
    for (const std::size_t index : named.open) {
        words.append(itemWords(itemAt(instrument, index), Words::tr("not answered")));
    }
    return words;
}

QString listed(const Instrument& instrument, const std::set<std::size_t>& indexes) {
    QStringList words;
    for (const std::size_t index : indexes) {
        const Item& item = itemAt(instrument, index);
        words.append(QStringLiteral("%1 %2").arg(QString::number(item.number), within(item.topic)));
    }
    return words.join(kSemicolon);
}

QString triageWords(const Instrument& instrument, const Named& named, const Score& score) {
    const Band* band = instrument.findBand(score.band);
    QString words = QStringLiteral("%1: %2").arg(instrument.shortTitle,
                                                 band == nullptr ? QString() : within(band->label));
    if (!named.answered.empty()) {
        words += Words::tr(". Yes: %1").arg(listed(instrument, named.answered));
    }
    if (!named.open.empty()) {
        words += Words::tr(". Not answered: %1").arg(listed(instrument, named.open));
    }
    return words;
}

} // namespace

QString signWords(const Instrument& instrument, std::span<const record::Answer> answers, const Score& score) {
    Sheet sheet;
    const bool isTotalAlone = instrument.items.empty() || answers.size() < instrument.items.size();
    // Answers that were scored are read without fault; what cannot be read leaves the rule's own words.
    const bool isRead = isTotalAlone ? sheet.readExtras(instrument, answers)
                                     : sheet.read(instrument, answers, record::Sex::Unknown);
    const Facts facts = isRead ? sheet.facts(record::Sex::Unknown) : Facts{};
    Named named;
    QString rule;
    for (const Flag& flag : score.flags) {
        const Rule* raised = instrument.findRule(flag.id);
        if (raised != nullptr && raised->risk) {
            rule = rule.isEmpty() ? flag.rule : rule;
            if (isRead) {
                name(raised->when, facts, named);
            }
        }
    }
    if (instrument.scoring.method == Method::Triage) {
        return triageWords(instrument, named, score);
    }
    QStringList words = named.answered.empty() && named.open.empty() ? QStringList{rule}
                                                                     : scaleWords(instrument, named, facts);
    words.first().prepend(instrument.shortTitle + QLatin1Char(' '));
    if (score.total) {
        words.append(Words::tr("total %1").arg(*score.total));
    }
    return words.join(kSemicolon);
}

} // namespace kairos::scales
