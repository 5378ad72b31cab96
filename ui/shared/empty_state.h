// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/icons.h"

#include <QFrame>

class QHBoxLayout;
class QPushButton;

namespace kairos::ui {

class TextLabel;

/// What stands where nothing is yet: a sign, one sentence, and one action.
/// A filter that finds nothing names the filter and offers to clear it.
class EmptyState final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)

public:
    EmptyState(Icon icon, const QString& sentence, const QString& hint = {}, QWidget* parent = nullptr);

    void setSentence(const QString& sentence, const QString& hint = {});
    /// The one action; it takes the former's place. The widget takes the button over.
    void setAction(QPushButton* button);
    void clearAction();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_icon;
    TextLabel* m_sentence;
    TextLabel* m_hint;
    QHBoxLayout* m_row;
    QPushButton* m_action = nullptr;
};

} // namespace kairos::ui
