// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/gate_check.h"

#include <QWidget>

class QLineEdit;

namespace kairos::ui {

class Card;
class DosingController;
class TextLabel;

/// The call on the day after a dose: when it is due, who called and what was said, and the line to write it.
/// Away until the patient went home.
class CallCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallCard)

public:
    explicit CallCard(DosingController& controller, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit& words() { return *m_words; }

private:
    void reload();
    void say(record::GateAnswer answer);
    [[nodiscard]] QString lineOf(const record::GateCheck& call) const;

    DosingController& m_controller;
    Card* m_card;
    TextLabel* m_calls;
    QWidget* m_form;
    QLineEdit* m_words;
    TextLabel* m_trouble;
};

} // namespace kairos::ui
