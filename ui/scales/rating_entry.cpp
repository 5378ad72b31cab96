// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/rating_entry.h"

#include "core/base/check.h"
#include "core/record/packed_fields.h"
#include "core/scales/condition.h"

#include <algorithm>

namespace kairos::ui {

using record::AnswerState;

namespace {

/// Raised when the layout of drafts changes, so that an older one is passed over rather than misread.
constexpr char kDraftVersion = 1;

std::vector<scales::ItemFact> factsOf(const QList<record::Answer>& answers) {
    std::vector<scales::ItemFact> facts;
    facts.reserve(static_cast<std::size_t>(answers.size()));
    for (const record::Answer& answer : answers) {
        facts.push_back(
            {answer.value, answer.isGiven() ? scales::ItemStatus::Counted : scales::ItemStatus::Missing});
    }
    return facts;
}

void collectItems(const scales::Condition& condition, const std::vector<scales::ItemFact>& facts,
                  QList<std::size_t>& found) {
    using Kind = scales::Condition::Kind;
    if (condition.kind == Kind::Item && condition.index < facts.size()) {
        const auto& fact = facts[condition.index];
        const bool holds = fact.status == scales::ItemStatus::Counted && fact.value >= condition.low &&
                           fact.value <= condition.high;
        if (holds && !found.contains(condition.index)) {
            found.append(condition.index);
        }
    }
    if (condition.kind == Kind::All || condition.kind == Kind::Any) {
        for (const scales::Condition& part : condition.parts) {
            collectItems(part, facts, found);
        }
    }
}

} // namespace

QByteArray draftBytes(const RatingState& state) {
    QByteArray bytes(1, kDraftVersion);
    record::FieldWriter writer(bytes);
    RatingState::fields(state, writer);
    return bytes;
}

std::optional<RatingState> stateFromDraft(const QByteArray& bytes) {
    if (bytes.isEmpty() || bytes.at(0) != kDraftVersion) {
        return std::nullopt;
    }
    RatingState state;
    record::FieldReader reader(QByteArrayView(bytes).sliced(1));
    RatingState::fields(state, reader);
    return reader.finish() ? std::optional(state) : std::nullopt;
}

RatingEntry::RatingEntry(const scales::Instrument& instrument, FormLines lines) : m_instrument(&instrument) {
    const std::size_t scored = instrument.items.size();
    const std::size_t all = instrument.formSize();
    m_answers.resize(static_cast<qsizetype>(all));
    for (std::size_t i = lines == FormLines::All ? 0 : scored; i < all; ++i) {
        m_order.push_back(i);
    }
    if (instrument.extrasFirst && lines == FormLines::All) {
        std::rotate(m_order.begin(), m_order.begin() + static_cast<std::ptrdiff_t>(scored), m_order.end());
    }
}

const scales::Item& RatingEntry::item(int place) const {
    const std::size_t index = indexOf(place);
    const std::size_t scored = m_instrument->items.size();
    return index < scored ? m_instrument->items[index] : m_instrument->extras[index - scored];
}

bool RatingEntry::isExtra(int place) const {
    return indexOf(place) >= m_instrument->items.size();
}

const scales::OptionSet* RatingEntry::options(int place) const {
    return m_instrument->findOptionSet(item(place).optionSet);
}

QString RatingEntry::optionText(int place, int value) const {
    const auto* set = options(place);
    if (set != nullptr) {
        for (const scales::Option& option : set->options) {
            if (option.value == value) {
                return option.text;
            }
        }
    }
    return {};
}

const record::Answer& RatingEntry::answer(int place) const {
    return m_answers.at(static_cast<qsizetype>(indexOf(place)));
}

void RatingEntry::setAnswer(int place, const record::Answer& answer) {
    m_answers[static_cast<qsizetype>(indexOf(place))] = answer;
}

bool RatingEntry::isSkipped(int place) const {
    const auto& skip = item(place).skip;
    if (!skip || answer(place).isGiven()) {
        return false;
    }
    std::vector<const scales::AnswerEffect*> effects;
    for (const record::Answer& given : m_answers) {
        const auto* effect = m_instrument->scoreTable.effect(effects.size(), given);
        // What is out of range is refused when it is scored; here it says nothing.
        effects.push_back(
            effect != nullptr ? effect : m_instrument->scoreTable.effect(effects.size(), record::Answer{}));
    }
    scales::Facts seen;
    seen.items = effects;
    return scales::holds(skip->when, seen);
}

void RatingEntry::setAnswers(const QList<record::Answer>& answers) {
    const auto scored = static_cast<qsizetype>(m_instrument->items.size());
    if (answers.size() == m_answers.size()) {
        m_answers = answers;
    } else if (answers.size() == scored) {
        std::copy(answers.begin(), answers.end(), m_answers.begin());
    } else if (answers.size() == m_answers.size() - scored) {
        std::copy(answers.begin(), answers.end(), m_answers.begin() + scored);
    }
}

QList<record::Answer> RatingEntry::extras() const {
    return m_answers.mid(static_cast<qsizetype>(m_instrument->items.size()));
}

bool RatingEntry::isEmpty() const {
    return std::all_of(m_answers.begin(), m_answers.end(),
                       [](const record::Answer& answer) { return answer.state == AnswerState::Unanswered; });
}

int RatingEntry::asked() const {
    int count = 0;
    for (int place = 0; place < placeCount(); ++place) {
        count += !isExtra(place) && !isSkipped(place) ? 1 : 0;
    }
    return count;
}

int RatingEntry::settled() const {
    int count = 0;
    for (int place = 0; place < placeCount(); ++place) {
        const AnswerState state = answer(place).state;
        const bool isDone = state == AnswerState::Given || state == AnswerState::NotApplicable;
        count += !isExtra(place) && !isSkipped(place) && isDone ? 1 : 0;
    }
    return count;
}

QList<int> RatingEntry::unanswered() const {
    QList<int> numbers;
    for (int place = 0; place < placeCount(); ++place) {
        const bool isOpen = answer(place).state == AnswerState::Unanswered;
        if (isOpen && !isExtra(place) && !isSkipped(place)) {
            numbers.append(item(place).number);
        }
    }
    return numbers;
}

QList<int> RatingEntry::placesBehind(const scales::Rule& rule) const {
    QList<std::size_t> indexes;
    collectItems(rule.when, factsOf(m_answers), indexes);
    QList<int> places;
    for (int place = 0; place < placeCount(); ++place) {
        if (indexes.contains(indexOf(place))) {
            places.append(place);
        }
    }
    return places;
}

} // namespace kairos::ui
