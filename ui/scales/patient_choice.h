// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace kairos::ui {

/// One answer a patient may choose, large enough for a thumb. Its words wrap; the chosen one has a tick, a
/// thicker edge and heavier words. It says nothing of points.
class PatientChoice final : public QAbstractButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientChoice)

public:
    /// How it stands among its neighbours: below each other, side by side, or the quiet way out.
    enum class Shape { Line, Cell, Quiet };
    PatientChoice(const QString& words, Shape shape, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QFont wordsFont(bool isChosen) const;
    [[nodiscard]] QRect wordsRect(const QRect& box) const;

    Shape m_shape;
};

} // namespace kairos::ui
