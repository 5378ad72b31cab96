// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/safety_plan_query.h"

class QPushButton;
class QVBoxLayout;

namespace kairos::ui {

class Card;
class StatusChip;
class TextLabel;

/// The patient's safety plan where a risk answer is yes: why it is shown, whether there is one and when it is
/// to be gone through again, and its words under their headings. Alt+L opens it, or begins one. Away while
/// nothing asks for it.
class SafetyPlanCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SafetyPlanCard)

public:
    /// Compact: how it stands, without its words.
    enum class Size { Whole, Compact };

    SafetyPlanCard(const PageContext& context, Size size, QWidget* parent = nullptr);

    /// `line` is how the gate before a dose takes it.
    void showFor(const record::PatientId& patient, const workflow::SafetyPlanStanding& standing,
                 const safety::GateLine& line);
    [[nodiscard]] QPushButton& openButton() { return *m_open; }
    /// All that stands on it, line by line.
    [[nodiscard]] QString words() const;

private:
    void showParts(const workflow::SafetyPlanStanding& standing);

    PageContext m_context;
    Size m_size;
    record::PatientId m_patient;
    Card* m_card;
    StatusChip* m_chip;
    QPushButton* m_open;
    TextLabel* m_state;
    TextLabel* m_why;
    QWidget* m_parts = nullptr;
    QVBoxLayout* m_body;
    TextLabel* m_source;
};

} // namespace kairos::ui
