// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/scales/rating_entry.h"

#include <QWidget>

class QButtonGroup;

namespace kairos::ui {

class NumberField;
class PatientChoice;

/// One question as a patient reads it: its words, the answers, and the way not to answer.
class PatientQuestion final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientQuestion)

public:
    /// Alone on its page the answers stand below each other, among others side by side.
    enum class Manner { Alone, Among };
    /// The entry is read while the question is made, and no longer.
    PatientQuestion(const RatingEntry& entry, int place, Manner manner, QWidget* parent = nullptr);

    [[nodiscard]] int place() const { return m_place; }
    /// Shows an answer without asking the listeners.
    void setAnswer(const record::Answer& answer);
    /// Chooses the answer with these points, as its key does; false where there is none.
    bool choose(int value);
    /// Takes the answer away.
    void clear();
    /// The keyboard goes to the chosen answer, else to the first.
    void takeFocus();
    /// The question's own words, for the screen reader and the tests.
    [[nodiscard]] QString words() const { return m_words; }

Q_SIGNALS:
    /// The patient answered, declined, or took the answer away.
    void answered(int place, const kairos::record::Answer& answer);

private:
    void makeChoices(const RatingEntry& entry, Manner manner);
    void makeNumber(const scales::Item& item);
    void tell();

    int m_place;
    QString m_words;
    QButtonGroup* m_group;
    QList<int> m_values; ///< of the choices, in their order
    PatientChoice* m_decline = nullptr;
    NumberField* m_number = nullptr;
};

} // namespace kairos::ui
