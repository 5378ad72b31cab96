// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/note_desk.h"

#include <QWidget>

class QCheckBox;

namespace kairos::ui {

class TextLabel;

/// Chooses which sections of an earlier note are carried forward. Enter carries, Escape closes.
class CarryBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CarryBar)

public:
    explicit CarryBar(QWidget* parent = nullptr);

    /// Offers the sections of a note that have text; `whose` names author and day.
    void offer(const workflow::EarlierNote& earlier, const QString& whose);
    [[nodiscard]] const QList<QCheckBox*>& choices() const { return m_choices; }

Q_SIGNALS:
    void chosen(const record::Note& note, const QStringList& sections);
    void closed();

private:
    void choose();
    void leave();

    record::Note m_note;
    TextLabel* m_title;
    QWidget* m_place; ///< holds the choices, before the buttons in the tab order
    QList<QCheckBox*> m_choices;
};

} // namespace kairos::ui
