// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include "core/safety/gates.h"

#include <QLabel>

namespace kairos::ui {

class DosingController;

/// How large the room view draws: pixels at 96 dots per inch, grown with the screen's real density and never
/// smaller, so that letters keep their size on the wall.
[[nodiscard]] int roomPx(const QWidget& widget, int at96);

/// A figure read from afar.
class BigLabel final : public QLabel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BigLabel)

public:
    /// `at96` is the height of the letters' box in pixels at 96 dots per inch.
    BigLabel(int at96, Token token, QWidget* parent = nullptr);

    void setToken(Token token);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColor();

    Token m_token;
};

/// What is due: plain in time, on caution ground when it is due, with a sign and the minutes when it is late.
/// It never flashes.
class DuePanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DuePanel)

public:
    explicit DuePanel(DosingController& controller, QWidget* parent = nullptr);

    void redraw();
    [[nodiscard]] QString titleText() const { return m_title->text(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    DosingController& m_controller;
    BigLabel* m_state;
    BigLabel* m_title;
    BigLabel* m_detail;
    BigLabel* m_next;
};

/// A gate in short: how many lines are settled, and the first ones with their evidence, what holds first.
class GateGlance final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GateGlance)

public:
    GateGlance(const QString& title, int mostLines, QWidget* parent = nullptr);

    void setLines(const QList<safety::GateLine>& lines);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintLine(QPainter& painter, const QRect& rect, const safety::GateLine& line) const;

    QString m_title;
    int m_most;
    QList<safety::GateLine> m_lines;
};

} // namespace kairos::ui
