// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/rating.h"
#include "core/scales/instrument.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace kairos::ui {

/// What a form holds while it is being filled in, as it stands in a draft.
struct RatingState {
    QList<record::Answer> answers; ///< items, then the unscored extras
    std::optional<double> total;   ///< typed, for a total alone
    bool totalAlone = false;
    std::optional<record::RatingMode> mode;
    std::optional<base::Instant> assessedAt; ///< none while "now" stands
    QString version = {};                    ///< of the instrument; empty: the installed one

    bool operator==(const RatingState&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.answers);
        visit(2, self.total);
        visit(3, self.totalAlone);
        visit(4, self.mode);
        visit(5, self.assessedAt);
        visit(6, self.version);
    }
};

[[nodiscard]] QByteArray draftBytes(const RatingState& state);
/// None for bytes that are no such draft.
[[nodiscard]] std::optional<RatingState> stateFromDraft(const QByteArray& bytes);

/// Whether a form shows every line or, beside a typed total, only the unscored ones.
enum class FormLines { All, ExtrasAlone };

/// One instrument's form in the order in which it is asked. A place is the how-maniest line, from 0.
class RatingEntry final {
public:
    /// The instrument must outlive the entry.
    explicit RatingEntry(const scales::Instrument& instrument, FormLines lines = FormLines::All);

    [[nodiscard]] const scales::Instrument& instrument() const { return *m_instrument; }
    [[nodiscard]] int placeCount() const { return static_cast<int>(m_order.size()); }
    [[nodiscard]] const scales::Item& item(int place) const;
    /// Not part of the total: the difficulty question, a gate question.
    [[nodiscard]] bool isExtra(int place) const;
    /// The options of a line; null where a number is typed.
    [[nodiscard]] const scales::OptionSet* options(int place) const;
    /// The text of the option with this value; empty where there is none.
    [[nodiscard]] QString optionText(int place, int value) const;

    [[nodiscard]] const record::Answer& answer(int place) const;
    void setAnswer(int place, const record::Answer& answer);
    /// The form does not ask this line because of another answer (C-SSRS 3 to 5 after "no" to 2).
    [[nodiscard]] bool isSkipped(int place) const;
    /// All answers in the instrument's own order.
    [[nodiscard]] const QList<record::Answer>& answers() const { return m_answers; }
    /// Answers of another number than the form has are left out.
    void setAnswers(const QList<record::Answer>& answers);
    /// Only those of the unscored extras, for a total alone.
    [[nodiscard]] QList<record::Answer> extras() const;

    [[nodiscard]] bool isEmpty() const;
    /// How many scored lines there are to answer, and how many of them are: given, or not applicable.
    [[nodiscard]] int asked() const;
    [[nodiscard]] int settled() const;
    /// The numbers of scored items that were asked and have neither answer nor reason.
    [[nodiscard]] QList<int> unanswered() const;
    /// Lines whose answer lies where this rule looks and makes it hold, e.g. item 9 of "item 9 above 0".
    [[nodiscard]] QList<int> placesBehind(const scales::Rule& rule) const;

private:
    [[nodiscard]] std::size_t indexOf(int place) const { return m_order.at(static_cast<std::size_t>(place)); }

    const scales::Instrument* m_instrument;
    std::vector<std::size_t> m_order; ///< place to index into the answers
    QList<record::Answer> m_answers;
};

} // namespace kairos::ui
