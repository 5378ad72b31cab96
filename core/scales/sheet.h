// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/instrument.h"

#include "core/base/error.h"
#include "core/record/answer.h"

#include <array>
#include <span>

namespace kairos::scales {

/// The answers on their way to a score: what became of each item and the points it brings.
/// Lives on the stack of one scoring; the scored items come first, then the extras.
class Sheet final {
public:
    /// Only the items in use are written, so that a short form costs no more than its length.
    Sheet() {} // NOLINT(modernize-use-equals-default)

    /// Reads a filled form; false when a value is out of range or the number of answers is wrong.
    [[nodiscard]] bool read(const Instrument& instrument, std::span<const record::Answer> answers,
                            record::Sex sex);
    /// Reads what stands beside a typed total: no item is answered, only the extras may be.
    [[nodiscard]] bool readExtras(const Instrument& instrument, std::span<const record::Answer> extras);
    /// Why the reading failed, naming the item. Apart from read(), since making an error costs more than
    /// scoring.
    [[nodiscard]] base::Error refusal(const Instrument& instrument) const;

    [[nodiscard]] int sum() const { return m_form.pointSum(); }      ///< points of the items that have some
    [[nodiscard]] int answered() const { return m_form.answered(); } ///< items with an answer
    [[nodiscard]] int valued() const { return m_form.answered() + m_form.settled(); } ///< that bring points
    [[nodiscard]] int missing() const { return m_form.missing(); }
    [[nodiscard]] int omitted() const { return m_form.omitted(); }
    [[nodiscard]] ItemStatus status(std::size_t index) const { return m_effects[index]->fact.status; }
    [[nodiscard]] int points(std::size_t index) const { return m_effects[index]->sum.pointSum(); }
    [[nodiscard]] bool hasPoints(std::size_t index) const {
        return status(index) == ItemStatus::Counted || status(index) == ItemStatus::Settled;
    }
    /// Whether a critical item has no answer.
    [[nodiscard]] bool isCriticalMissing() const { return m_form.criticalMissing() > 0; }
    /// What all answers bring together, as the rules are asked.
    [[nodiscard]] const AnswerSum& form() const { return m_form; }
    /// The facts without total and subscales. The sheet must outlive them.
    [[nodiscard]] Facts facts(record::Sex sex) const;

private:
    [[nodiscard]] bool write(const ScoreTable& table, std::size_t first,
                             std::span<const record::Answer> answers);
    void leaveOpen(const ScoreTable& table, std::size_t first, std::size_t end);
    void settleSkipped(const Instrument& instrument, record::Sex sex);

    std::array<const AnswerEffect*, kMostItems> m_effects; ///< of each item; they belong to the instrument
    std::size_t m_size = 0;
    std::size_t m_given = 0;   ///< how many answers there were
    std::size_t m_refused = 0; ///< after a failure the index of the item out of range
    int m_refusedValue = 0;
    bool m_isCountRefused = false;
    AnswerSum m_form;
};

} // namespace kairos::scales
