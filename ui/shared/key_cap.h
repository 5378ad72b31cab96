// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLabel>

class QPainter;

namespace kairos::ui {

/// The words of a key as its cap shows them: "Ctrl+Enter", "Esc", "↑".
[[nodiscard]] QString keyText(const QKeySequence& key);

/// The size of a cap with these words.
[[nodiscard]] QSize keyCapSize(const QString& text);

/// Draws a cap: a thin rounded edge and the words in it, both in one colour, on `fill`.
void paintKeyCap(QPainter& painter, const QRect& rect, const QString& text, const QColor& ink,
                 const QColor& fill);

/// A key beside what it does. It never takes the focus.
class KeyCap final : public QLabel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyCap)

public:
    explicit KeyCap(const QKeySequence& key, QWidget* parent = nullptr);
    /// A cap of free words, e.g. "0–3".
    explicit KeyCap(const QString& words, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A line of keys with their words, e.g. for the foot of a table: {"Enter", "open chart"}, …
struct KeyHint {
    QString key;
    QString words;
};
[[nodiscard]] QWidget* makeKeyHints(const QList<KeyHint>& hints, QWidget* parent = nullptr);

} // namespace kairos::ui
