// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/screening_query.h"

#include <QWidget>

class QPushButton;

namespace kairos::ui {

class StatusChip;
class TextLabel;

/// The screening gate in one line: how it stands, what holds, who let it go and why, and the way past it.
class GateStrip final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GateStrip)

public:
    explicit GateStrip(QWidget* parent = nullptr);

    /// `overriddenBy` is the name behind an override; empty where there is none.
    void show(const workflow::ScreeningGate& gate, const QString& overriddenBy);
    using QWidget::show;
    [[nodiscard]] QPushButton& overrideButton() { return *m_override; }
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void overrideRequested();

private:
    StatusChip* m_chip;
    TextLabel* m_words;
    TextLabel* m_sources;
    QPushButton* m_override;
};

} // namespace kairos::ui
