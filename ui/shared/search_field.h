// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

class QToolButton;

namespace kairos::ui {

class KeyCap;

/// What Escape does to words in a search: most searches are cleared by it, and left when they are empty.
enum class SearchEscape { Clears, Leaves };

/// A search as you type: glass, key cap, and a signal 80 ms after the last letter.
/// Escape clears it; on an empty field it says that the person leaves. The arrows move the choice in the
/// list.
class SearchField final : public QLineEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchField)

public:
    /// `name` is what is searched for, shown while the field is empty and read out as its name.
    explicit SearchField(const QString& name, const QKeySequence& key = {}, QWidget* parent = nullptr);

    void setEscape(SearchEscape escape) { m_escape = escape; }
    /// Puts words in that the page looks for itself: searched() is not sent for them.
    void setWords(const QString& words);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The words rest since 80 ms, or Enter was pressed.
    void searched(const QString& words);
    /// Enter: open the first or chosen hit. `searched` was sent before if the words had changed.
    void opened();
    /// An arrow key: 1 down, -1 up. `searched` was sent before if the words had changed.
    void choiceMoved(int steps);
    /// Escape on an empty field, or on any that is left by it.
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void flush();
    void placeCap();

    QTimer m_rest;
    QString m_sent;
    SearchEscape m_escape = SearchEscape::Clears;
    KeyCap* m_cap = nullptr;
    QToolButton* m_clear;
};

} // namespace kairos::ui
