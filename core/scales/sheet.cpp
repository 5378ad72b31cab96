// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/sheet.h"

#include "core/base/check.h"
#include "core/scales/words.h"

#include <algorithm>

namespace kairos::scales {

namespace {

using record::Answer;
using record::AnswerState;

base::Error refuseAnswer(const Instrument& instrument, const QString& why, const QString& remedy) {
    return base::Error{base::ErrorCode::InvalidInput,
                       Words::tr("%1 was not scored").arg(instrument.shortTitle), why, remedy};
}

base::Error refuseValue(const Instrument& instrument, const Item& item, int value) {
    return refuseAnswer(
        instrument,
        Words::tr("item %1 is %2, outside %3 to %4").arg(item.number).arg(value).arg(item.min).arg(item.max),
        Words::tr("correct the answer, or leave it unanswered"));
}

base::Error refuseCount(const Instrument& instrument, std::size_t given) {
    const QString items = QString::number(instrument.items.size());
    const QString count = QString::number(given);
    const QString full = QString::number(instrument.formSize());
    const QString remedy = Words::tr("give one answer for each item, '-' where there is none");
    if (instrument.extras.empty()) {
        return refuseAnswer(
            instrument, Words::tr("it has %1 items, and %2 answers were given").arg(items, count), remedy);
    }
    return refuseAnswer(instrument,
                        Words::tr("it has %1 items, or %2 with the unscored ones, and %3 answers were given")
                            .arg(items, full, count),
                        remedy);
}

const Item& itemOrExtra(const Instrument& instrument, std::size_t index) {
    return index < instrument.items.size() ? instrument.items[index]
                                           : instrument.extras[index - instrument.items.size()];
}

} // namespace

bool Sheet::read(const Instrument& instrument, std::span<const Answer> answers, record::Sex sex) {
    const std::size_t scored = instrument.items.size();
    const std::size_t extras = instrument.extras.size();
    m_given = answers.size();
    m_size = scored + extras;
    KAIROS_CHECK(m_size <= kMostItems && m_size == instrument.scoreTable.size());
    if (scored == 0 || (m_given != scored && m_given != m_size)) {
        m_isCountRefused = true;
        return false;
    }
    const std::size_t extrasGiven = m_given - scored;
    const bool areExtrasFirst = instrument.extrasFirst && extrasGiven > 0;
    const auto itemAnswers = answers.subspan(areExtrasFirst ? extrasGiven : 0, scored);
    const auto extraAnswers = areExtrasFirst ? answers.first(extrasGiven) : answers.last(extrasGiven);
    if (!write(instrument.scoreTable, 0, itemAnswers) ||
        !write(instrument.scoreTable, scored, extraAnswers)) {
        return false;
    }
    leaveOpen(instrument.scoreTable, scored + extrasGiven, m_size);
    if (instrument.scoreTable.hasSkips() && missing() > 0) {
        settleSkipped(instrument, sex);
    }
    return true;
}

bool Sheet::readExtras(const Instrument& instrument, std::span<const Answer> extras) {
    const std::size_t scored = instrument.items.size();
    m_given = extras.size();
    m_size = instrument.formSize();
    KAIROS_CHECK(m_size <= kMostItems && m_size == instrument.scoreTable.size());
    if (m_given != 0 && m_given != instrument.extras.size()) {
        m_isCountRefused = true;
        return false;
    }
    leaveOpen(instrument.scoreTable, 0, scored);
    if (!write(instrument.scoreTable, scored, extras)) {
        return false;
    }
    leaveOpen(instrument.scoreTable, scored + m_given, m_size);
    return true;
}

base::Error Sheet::refusal(const Instrument& instrument) const {
    if (!m_isCountRefused) {
        return refuseValue(instrument, itemOrExtra(instrument, m_refused), m_refusedValue);
    }
    if (instrument.items.empty()) {
        return refuseAnswer(instrument, Words::tr("this instrument is entered as a total, not by items"),
                            Words::tr("enter its total"));
    }
    return refuseCount(instrument, m_given);
}

/// Writes the answers from an index on; false when a value is outside the item's range.
bool Sheet::write(const ScoreTable& table, std::size_t first, std::span<const Answer> answers) {
    // Added up beside the sheet and written once: this is the innermost loop of bulk scoring.
    AnswerSum form = m_form;
    std::size_t index = first;
    for (const Answer& answer : answers) {
        const AnswerEffect* effect = table.effect(index, answer);
        if (effect == nullptr) {
            m_refused = index;
            m_refusedValue = answer.value;
            return false;
        }
        m_effects[index] = effect;
        form += effect->sum;
        ++index;
    }
    m_form = form;
    return true;
}

/// Nobody answered these.
void Sheet::leaveOpen(const ScoreTable& table, std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i) {
        m_effects[i] = table.effect(i, Answer{});
        m_form += m_effects[i]->sum;
    }
}

/// Items the form did not ask, because of another answer, are settled and not missing.
void Sheet::settleSkipped(const Instrument& instrument, record::Sex sex) {
    for (std::size_t i = 0; i < instrument.items.size(); ++i) {
        const Item& item = instrument.items[i];
        if (item.skip && status(i) == ItemStatus::Missing && holds(item.skip->when, facts(sex))) {
            m_form -= m_effects[i]->sum;
            m_effects[i] = &instrument.scoreTable.skipped(i);
            m_form += m_effects[i]->sum;
        }
    }
}

Facts Sheet::facts(record::Sex sex) const {
    return Facts{.items = std::span(m_effects.data(), m_size),
                 .isAnyMissing = missing() > 0,
                 .total = std::nullopt,
                 .sex = sex,
                 .subscales = {}};
}

} // namespace kairos::scales
