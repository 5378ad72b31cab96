// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/sheet.h"

#include "core/base/check.h"

#include <QCoreApplication>

#include <algorithm>

namespace kairos::scales {

namespace {

using record::Answer;
using record::AnswerState;

tl::unexpected<base::Error> refuse(const Instrument& instrument, const QString& why, const QString& remedy) {
    return base::fail(base::ErrorCode::InvalidInput,
                      QCoreApplication::translate("scales", "%1 was not scored").arg(instrument.shortTitle),
                      why, remedy);
}

tl::unexpected<base::Error> refuseValue(const Instrument& instrument, const Item& item, int value) {
    return refuse(instrument,
                  QCoreApplication::translate("scales", "item %1 is %2, outside %3 to %4")
                      .arg(item.number)
                      .arg(value)
                      .arg(item.min)
                      .arg(item.max),
                  QCoreApplication::translate("scales", "correct the answer, or leave it unanswered"));
}

tl::unexpected<base::Error> refuseCount(const Instrument& instrument, std::size_t given) {
    const QString items = QString::number(instrument.items.size());
    const QString count = QString::number(given);
    const QString full = QString::number(instrument.formSize());
    const QString remedy =
        QCoreApplication::translate("scales", "give one answer for each item, '-' where there is none");
    if (instrument.extras.empty()) {
        return refuse(instrument,
                      QCoreApplication::translate("scales", "it has %1 items, and %2 answers were given")
                          .arg(items, count),
                      remedy);
    }
    return refuse(instrument,
                  QCoreApplication::translate(
                      "scales", "it has %1 items, or %2 with the unscored ones, and %3 answers were given")
                      .arg(items, full, count),
                  remedy);
}

const Item& itemAt(const Instrument& instrument, std::size_t index) {
    return index < instrument.items.size() ? instrument.items[index]
                                           : instrument.extras[index - instrument.items.size()];
}

/// The answer of the item at `index`, wherever it stands in the form; unanswered when the extras were left
/// out.
Answer answerAt(const Instrument& instrument, std::span<const Answer> answers, std::size_t index) {
    const std::size_t scored = instrument.items.size();
    const std::size_t extras = answers.size() - scored;
    if (extras == 0) {
        return index < scored ? answers[index] : Answer{};
    }
    if (!instrument.extrasFirst) {
        return answers[index];
    }
    return index < scored ? answers[index + extras] : answers[index - scored];
}

ItemStatus statusOf(const Item& item, AnswerState state) {
    switch (state) {
    case AnswerState::Given:
        return ItemStatus::Counted;
    case AnswerState::Unanswered:
    case AnswerState::Declined:
        return ItemStatus::Missing;
    case AnswerState::NotApplicable:
        break;
    }
    switch (item.notApplicable) {
    case NotApplicable::Missing:
        return ItemStatus::Missing;
    case NotApplicable::Omitted:
        return ItemStatus::Omitted;
    case NotApplicable::Points:
        return ItemStatus::Settled;
    }
    return ItemStatus::Missing;
}

/// Writes one answer into the sheet; false when the value is outside the item's range.
bool writeAnswer(Sheet& sheet, const Item& item, std::size_t index, const Answer& answer) {
    const ItemStatus status = statusOf(item, answer.state);
    sheet.facts[index] = ItemFact{answer.value, status};
    if (status != ItemStatus::Counted) {
        sheet.points[index] = status == ItemStatus::Settled ? item.notApplicablePoints : 0;
        return true;
    }
    sheet.points[index] = item.recodes.isEmpty() ? answer.value : pointsOf(item, answer.value);
    return answer.value >= item.min && answer.value <= item.max;
}

/// Items the form did not ask, because of another answer, are settled and not missing.
void settleSkipped(const Instrument& instrument, Sheet& sheet, record::Sex sex) {
    for (std::size_t i = 0; i < sheet.scored; ++i) {
        const Item& item = instrument.items[i];
        if (item.skip && sheet.facts[i].status == ItemStatus::Missing &&
            holds(item.skip->when, factsOf(sheet, sex))) {
            sheet.facts[i].status = ItemStatus::Settled;
            sheet.points[i] = item.skip->points;
        }
    }
}

void tally(Sheet& sheet) {
    for (std::size_t i = 0; i < sheet.scored; ++i) {
        switch (sheet.facts[i].status) {
        case ItemStatus::Counted:
            ++sheet.answered;
            sheet.sum += sheet.points[i];
            break;
        case ItemStatus::Settled:
            ++sheet.settled;
            sheet.sum += sheet.points[i];
            break;
        case ItemStatus::Missing:
            ++sheet.missing;
            break;
        case ItemStatus::Omitted:
            ++sheet.omitted;
            break;
        }
    }
}

Sheet emptySheet(const Instrument& instrument) {
    Sheet sheet;
    sheet.scored = instrument.items.size();
    sheet.size = instrument.formSize();
    KAIROS_CHECK(sheet.size <= kMostItems);
    return sheet;
}

} // namespace

base::Result<Sheet> readSheet(const Instrument& instrument, std::span<const Answer> answers,
                              record::Sex sex) {
    if (instrument.items.empty()) {
        return refuse(
            instrument,
            QCoreApplication::translate("scales", "this instrument is entered as a total, not by items"),
            QCoreApplication::translate("scales", "enter its total"));
    }
    if (answers.size() != instrument.items.size() && answers.size() != instrument.formSize()) {
        return refuseCount(instrument, answers.size());
    }
    base::Result<Sheet> sheet(emptySheet(instrument));
    bool hasSkips = false;
    for (std::size_t i = 0; i < sheet->size; ++i) {
        const Item& item = itemAt(instrument, i);
        const Answer answer = answerAt(instrument, answers, i);
        if (!writeAnswer(*sheet, item, i, answer)) {
            return refuseValue(instrument, item, answer.value);
        }
        hasSkips = hasSkips || item.skip.has_value();
    }
    if (hasSkips) {
        settleSkipped(instrument, *sheet, sex);
    }
    tally(*sheet);
    return sheet;
}

base::Result<Sheet> readTotalSheet(const Instrument& instrument, std::span<const Answer> extras) {
    if (!extras.empty() && extras.size() != instrument.extras.size()) {
        return refuseCount(instrument, extras.size());
    }
    base::Result<Sheet> sheet(emptySheet(instrument));
    for (std::size_t i = 0; i < sheet->size; ++i) {
        const bool isExtraGiven = i >= sheet->scored && !extras.empty();
        const Answer answer = isExtraGiven ? extras[i - sheet->scored] : Answer{};
        if (!writeAnswer(*sheet, itemAt(instrument, i), i, answer)) {
            return refuseValue(instrument, itemAt(instrument, i), answer.value);
        }
    }
    return sheet;
}

Facts factsOf(const Sheet& sheet, record::Sex sex) {
    return Facts{.items = std::span<const ItemFact>(sheet.facts.data(), sheet.size),
                 .scored = sheet.scored,
                 .total = std::nullopt,
                 .sex = sex,
                 .subscales = {}};
}

bool isCriticalMissing(const Instrument& instrument, const Sheet& sheet) {
    for (std::size_t i = 0; i < sheet.size; ++i) {
        if (sheet.facts[i].status == ItemStatus::Missing && itemAt(instrument, i).critical) {
            return true;
        }
    }
    return false;
}

int pointsOf(const Item& item, int value) {
    const auto found = std::ranges::find(item.recodes, value, &Recode::value);
    return found == item.recodes.end() ? value : found->points;
}

int mostPoints(const Item& item) {
    if (item.recodes.isEmpty()) {
        return item.max;
    }
    int most = pointsOf(item, item.min);
    for (int value = item.min; value <= item.max; ++value) {
        most = std::max(most, pointsOf(item, value));
    }
    return most;
}

int fewestPoints(const Item& item) {
    if (item.recodes.isEmpty()) {
        return item.min;
    }
    int fewest = pointsOf(item, item.min);
    for (int value = item.min; value <= item.max; ++value) {
        fewest = std::min(fewest, pointsOf(item, value));
    }
    return fewest;
}

} // namespace kairos::scales
