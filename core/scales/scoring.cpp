// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/scoring.h"

#include "core/scales/sheet.h"
#include "core/scales/words.h"

#include <algorithm>
#include <cmath>

namespace kairos::scales {

namespace {

using record::Answer;

double roundHalfUp(double value) {
    return std::floor(value + 0.5);
}

/// The highest points of each group, added up; an empty partner within a group is not missing.
void scoreGroups(const Instrument& instrument, const Sheet& sheet, Score& score) {
    bool isComplete = true;
    score.rawSum = 0;
    for (const auto& group : instrument.scoring.groups) {
        std::optional<int> highest;
        for (const std::size_t index : group) {
            if (sheet.hasPoints(index)) {
                highest = std::max(highest.value_or(sheet.points(index)), sheet.points(index));
            }
        }
        isComplete = isComplete && highest.has_value();
        score.rawSum += highest.value_or(0);
    }
    if (isComplete) {
        score.total = score.rawSum;
    }
}

/// Sum of all items, the mean of the rest standing in for the missing ones where the rule allows; else none.
std::optional<double> completedSum(const Scoring& scoring, const Sheet& sheet, Score& score) {
    const int valued = sheet.valued();
    if (valued == 0 || sheet.missing() > scoring.missing.most) {
        return std::nullopt;
    }
    if (sheet.missing() == 0) {
        return sheet.sum();
    }
    score.prorated = true;
    // One division at the end keeps exact halves exact, so that they round up.
    return roundHalfUp(static_cast<double>(sheet.sum()) * (valued + sheet.missing()) / valued);
}

void scoreItems(const Instrument& instrument, const Sheet& sheet, Score& score) {
    switch (instrument.scoring.method) {
    case Method::GroupedMaxima:
        scoreGroups(instrument, sheet, score);
        return;
    case Method::Triage:
    case Method::TotalOnly:
        return;
    case Method::Sum:
    case Method::Single:
        score.total = completedSum(instrument.scoring, sheet, score);
        return;
    case Method::Percent:
        score.total = completedSum(instrument.scoring, sheet, score);
        if (score.total) {
            *score.total *= instrument.scoring.factor;
        }
        return;
    case Method::Mean:
        score.total = completedSum(instrument.scoring, sheet, score);
        if (score.total) {
            *score.total /= sheet.valued() + sheet.missing();
        }
        return;
    }
}

/// The highest total of this form: less than the instrument's own when an item does not apply.
void noteMaximum(const Instrument& instrument, const Sheet& sheet, Score& score) {
    if (!score.total) {
        return;
    }
    score.maximum = instrument.scoring.high;
    for (std::size_t i = 0; sheet.omitted() > 0 && i < instrument.items.size(); ++i) {
        if (sheet.status(i) == ItemStatus::Omitted) {
            *score.maximum -= mostPoints(instrument.items[i]) * instrument.scoring.factor;
        }
    }
}

struct PartSums {
    int sum = 0;
    int maximum = 0;
    int valued = 0;
    int missing = 0;
};

PartSums sumsOf(const Instrument& instrument, const Sheet& sheet, const SubscaleDefinition& part) {
    PartSums sums;
    for (const std::size_t index : part.items) {
        if (sheet.hasPoints(index)) {
            ++sums.valued;
            sums.sum += sheet.points(index);
            sums.maximum += mostPoints(instrument.items[index]);
        } else if (sheet.status(index) == ItemStatus::Missing) {
            ++sums.missing;
        }
    }
    return sums;
}

Subscale scorePart(const Instrument& instrument, const Sheet& sheet, const SubscaleDefinition& part) {
    const PartSums sums = sumsOf(instrument, sheet, part);
    Subscale result{part.id, std::nullopt, false};
    if (sums.valued == 0 || sums.missing > part.mostMissing) {
        return result;
    }
    result.prorated = sums.missing > 0;
    const double sum = sums.sum;
    switch (part.kind) {
    case SubscaleKind::Sum:
        result.value = result.prorated ? roundHalfUp(sum * (sums.valued + sums.missing) / sums.valued) : sum;
        break;
    case SubscaleKind::Mean:
        result.value = sum / sums.valued;
        break;
    case SubscaleKind::PercentOfMaximum:
        if (sums.maximum > 0) {
            result.value = 100.0 * sum / sums.maximum;
        }
        break;
    }
    return result;
}

QString bandFor(const Instrument& instrument, const Score& score, const Facts& facts) {
    for (const BandClass& candidate : instrument.classes) {
        if (holds(candidate.when, facts)) {
            return candidate.band.id;
        }
    }
    // A shortened form has another maximum: its total does not belong on the bands of the full one.
    if (!score.total || score.maximum < instrument.scoring.high) {
        return QString();
    }
    const Band* band = instrument.bandOf(*score.total);
    return band == nullptr ? QString() : band->id;
}

enum class EntryKind { Items, Total };

/// Band and flags, once the total stands.
void judge(const Instrument& instrument, const Sheet& sheet, record::Sex sex, EntryKind entry, Score& score) {
    std::vector<std::optional<double>> values;
    if (!instrument.subscales.empty()) {
        values.reserve(instrument.subscales.size());
        score.subscales.reserve(static_cast<qsizetype>(instrument.subscales.size()));
    }
    for (const SubscaleDefinition& part : instrument.subscales) {
        const Subscale& subscale = score.subscales.emplaceBack(scorePart(instrument, sheet, part));
        values.push_back(subscale.value);
    }
    Facts facts = sheet.facts(sex);
    facts.total = score.total;
    facts.subscales = values;
    score.band = bandFor(instrument, score, facts);
    const ScoreTable& table = instrument.scoreTable;
    const quint64 decidable = entry == EntryKind::Items ? ~quint64{0} : table.totalRules();
    const quint64 raised = table.raised(sheet.form(), facts) & decidable;
    if (raised != 0) {
        score.flags = Flags(instrument.flagTable, raised);
    }
}

/// The sum of points behind a typed total, where the total is a conversion of it.
int rawSumBehind(const Instrument& instrument, double total) {
    switch (instrument.scoring.method) {
    case Method::Percent:
        return static_cast<int>(roundHalfUp(total / instrument.scoring.factor));
    case Method::Mean:
        return static_cast<int>(roundHalfUp(total * static_cast<double>(instrument.items.size())));
    case Method::Sum:
    case Method::GroupedMaxima:
    case Method::Single:
    case Method::Triage:
    case Method::TotalOnly:
        return static_cast<int>(total);
    }
    return static_cast<int>(total);
}

tl::unexpected<base::Error> refuseTotal(const Instrument& instrument, const QString& why) {
    return base::fail(base::ErrorCode::InvalidInput,
                      Words::tr("%1 was not scored").arg(instrument.shortTitle), why,
                      Words::tr("check the total on the form"));
}

} // namespace

base::Result<Score> score(const Instrument& instrument, std::span<const Answer> answers,
                          const ScoreContext& context) {
    Sheet sheet;
    if (!sheet.read(instrument, answers, context.sex)) {
        return tl::unexpected(sheet.refusal(instrument));
    }
    base::Result<Score> result;
    result->rawSum = sheet.sum();
    result->answered = sheet.answered();
    scoreItems(instrument, sheet, *result);
    noteMaximum(instrument, sheet, *result);
    result->criticalMissing = sheet.isCriticalMissing();
    judge(instrument, sheet, context.sex, EntryKind::Items, *result);
    return result;
}

base::Result<Score> scoreTotal(const Instrument& instrument, double total, const ScoreContext& context) {
    const Scoring& scoring = instrument.scoring;
    if (scoring.method == Method::Triage) {
        return refuseTotal(instrument, Words::tr("it has no total, only a class from its answers"));
    }
    // Written so that a value that is not a number is refused too.
    if (!(total >= scoring.low && total <= scoring.high)) {
        return refuseTotal(
            instrument,
            Words::tr("a total of %1 is outside %2 to %3").arg(total).arg(scoring.low).arg(scoring.high));
    }
    if (scoring.method != Method::Mean && total != std::floor(total)) {
        return refuseTotal(instrument, Words::tr("its totals are whole numbers, and %1 is none").arg(total));
    }
    Sheet sheet;
    if (!sheet.readExtras(instrument, context.extras)) {
        return tl::unexpected(sheet.refusal(instrument));
    }
    base::Result<Score> result;
    result->total = total;
    result->rawSum = rawSumBehind(instrument, total);
    result->maximum = scoring.high;
    result->criticalMissing = sheet.isCriticalMissing();
    judge(instrument, sheet, context.sex, EntryKind::Total, *result);
    return result;
}

} // namespace kairos::scales
