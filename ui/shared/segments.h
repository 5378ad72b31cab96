// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QToolButton;

namespace kairos::ui {

/// A few choices of which one holds, side by side. The arrow keys move the choice; Tab reaches the chosen
/// one.
class Segments final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Segments)

public:
    /// `name` is read out: what is chosen here.
    explicit Segments(const QString& name, const QStringList& choices = {}, QWidget* parent = nullptr);

    /// Adds a choice at the end; the first one is chosen. Returns its button, e.g. for a shortcut.
    QToolButton* addChoice(const QString& text);
    void setChoiceText(int index, const QString& text);
    [[nodiscard]] int count() const;
    /// The chosen one, -1 while there is none.
    [[nodiscard]] int current() const;
    /// Chooses without asking the listeners: chosen() is for a person's choice.
    void setCurrent(int index);

Q_SIGNALS:
    /// A person chose.
    void chosen(int index);

protected:
    /// The chosen one takes the focus.
    void focusInEvent(QFocusEvent* event) override;

private:
    void markPlaces();

    QButtonGroup* m_group;
    QHBoxLayout* m_row;
};

} // namespace kairos::ui
