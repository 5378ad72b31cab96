// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/sheet.h"

#include "core/base/check.h"

#include <QCoreApplication>

#include <algorithm>

namespace kairos::scales {

namespace {

using record::Answer;
using record::AnswerState;

base::Error refuse(const Instrument& instrument, const QString& why, const QString& remedy) {
    return base::Error{base::ErrorCode::InvalidInput,
                       QCoreApplication::translate("scales", "%1 was not scored").arg(instrument.shortTitle),
                       why, remedy};
}

base::Error refuseValue(const Instrument& instrument, const Item& item, int value) {
    return refuse(instrument,
                  QCoreApplication::translate("scales", "item %1 is %2, outside %3 to %4")
                      .arg(item.number)
                      .arg(value)
                      .arg(item.min)
                      .arg(item.max),
                  QCoreApplication::translate("scales", "correct the answer, or leave it unanswered"));
}

base::Error refuseCount(const Instrument& instrument, std::size_t given) {
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

} // namespace

/// Writes one answer; false when its value is outside the item's range.
inline bool Sheet::write(const Item& item, std::size_t index, const Answer& answer) {
    if (answer.state == AnswerState::Given) {
        m_facts[index] = ItemFact{answer.value, ItemStatus::Counted};
        m_points[index] = item.recodes.isEmpty() ? answer.value : pointsOf(item, answer.value);
        m_refused = index;
        // Both comparisons always: a branch less in the innermost loop of bulk scoring.
        return (answer.value >= item.min) & (answer.value <= item.max);
    }
    const ItemStatus status = statusOf(item, answer.state);
    m_facts[index] = ItemFact{0, status};
    m_points[index] = status == ItemStatus::Settled ? item.notApplicablePoints : 0;
    return true;
}

bool Sheet::read(const Instrument& instrument, std::span<const Answer> answers, record::Sex sex) {
    const std::size_t scored = instrument.items.size();
    const std::size_t extras = instrument.extras.size();
    m_given = answers.size();
    m_size = scored + extras;
    KAIROS_CHECK(m_size <= kMostItems);
    if (scored == 0 || (m_given != scored && m_given != m_size)) {
        m_isCountRefused = true;
        return false;
    }
    const std::size_t extrasGiven = m_given - scored;
    const bool areExtrasFirst = instrument.extrasFirst && extrasGiven > 0;
    const auto itemAnswers = answers.subspan(areExtrasFirst ? extrasGiven : 0, scored);
    const auto extraAnswers = areExtrasFirst ? answers.first(extrasGiven) : answers.last(extrasGiven);
    if (!writeItems(instrument, itemAnswers) || !writeExtras(instrument, extraAnswers)) {
        return false;
    }
    if (m_missing > 0) {
        settleSkipped(instrument, sex);
    }
    return true;
}

bool Sheet::readExtras(const Instrument& instrument, std::span<const Answer> extras) {
    const std::size_t scored = instrument.items.size();
    m_given = extras.size();
    m_size = instrument.formSize();
    KAIROS_CHECK(m_size <= kMostItems);
    if (m_given != 0 && m_given != instrument.extras.size()) {
        m_isCountRefused = true;
        return false;
    }
    for (std::size_t i = 0; i < scored; ++i) {
        m_facts[i] = ItemFact{0, ItemStatus::Missing};
        m_points[i] = 0;
    }
    m_missing = static_cast<int>(scored);
    return writeExtras(instrument, extras);
}

base::Error Sheet::refusal(const Instrument& instrument) const {
    if (!m_isCountRefused) {
        return refuseValue(instrument, itemAt(instrument, m_refused), m_facts[m_refused].value);
    }
    if (instrument.items.empty()) {
        return refuse(
            instrument,
            QCoreApplication::translate("scales", "this instrument is entered as a total, not by items"),
            QCoreApplication::translate("scales", "enter its total"));
    }
    return refuseCount(instrument, m_given);
}

bool Sheet::writeItems(const Instrument& instrument, std::span<const Answer> answers) {
    const Item* item = instrument.items.data();
    // Reckoned beside the sheet and written once: this is the innermost loop of bulk scoring.
    int sum = 0;
    int answered = 0;
    for (std::size_t i = 0; i < answers.size(); ++i, ++item) {
        if (!write(*item, i, answers[i])) {
            return false;
        }
        sum += m_points[i];
        if (m_facts[i].status == ItemStatus::Counted) {
            ++answered;
        } else {
            countUnanswered(m_facts[i].status);
        }
    }
    m_sum = sum;
    m_answered = answered;
    return true;
}

void Sheet::countUnanswered(ItemStatus status) {
    switch (status) {
    case ItemStatus::Counted:
        break;
    case ItemStatus::Settled:
        ++m_settled;
        break;
    case ItemStatus::Missing:
        ++m_missing;
        break;
    case ItemStatus::Omitted:
        ++m_omitted;
        break;
    }
}

bool Sheet::writeExtras(const Instrument& instrument, std::span<const Answer> answers) {
    const std::size_t scored = instrument.items.size();
    for (std::size_t i = 0; i < instrument.extras.size(); ++i) {
        const Answer answer = answers.empty() ? Answer{} : answers[i];
        if (!write(instrument.extras[i], scored + i, answer)) {
            return false;
        }
    }
    return true;
}

/// Items the form did not ask, because of another answer, are settled and not missing.
void Sheet::settleSkipped(const Instrument& instrument, record::Sex sex) {
    for (std::size_t i = 0; i < instrument.items.size(); ++i) {
        const Item& item = instrument.items[i];
        if (item.skip && m_facts[i].status == ItemStatus::Missing && holds(item.skip->when, facts(sex))) {
            m_facts[i].status = ItemStatus::Settled;
            m_points[i] = item.skip->points;
            m_sum += m_points[i];
            ++m_settled;
            --m_missing;
        }
    }
}

bool Sheet::isCriticalMissing(const Instrument& instrument) const {
    for (std::size_t i = 0; i < m_size; ++i) {
        if (m_facts[i].status == ItemStatus::Missing && itemAt(instrument, i).critical) {
            return true;
        }
    }
    return false;
}

Facts Sheet::facts(record::Sex sex) const {
    return Facts{.items = std::span<const ItemFact>(m_facts.data(), m_size),
                 .isAnyMissing = m_missing > 0,
                 .total = std::nullopt,
                 .sex = sex,
                 .subscales = {}};
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
