// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include "core/safety/gates.h"

#include <QLabel>

class QScreen;

namespace kairos::record {
struct Reading;
}

namespace kairos::ui {

class DosingController;
class TextLabel;

/// How much larger than at 96 dots per inch the room view draws on this screen: by its real density, so that
/// letters keep their size on the wall, but no more than what the sheet still fits into.
[[nodiscard]] qreal roomScale(const QScreen* screen);

/// The font whose capitals and figures are this high, in pixels at 96 dots per inch.
[[nodiscard]] QFont roomFont(qreal capHeight, const QScreen* screen);

/// Cap heights of the room view in pixels at 96 dots per inch: 26, 16, 11 and 6 mm.
inline constexpr qreal kMinuteCap = 98.3;
inline constexpr qreal kPressureCap = 60.5;
inline constexpr qreal kDueCap = 41.6;
inline constexpr qreal kNearCap = 22.7;

/// A figure read from afar.
class BigLabel final : public QLabel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BigLabel)

public:
    /// `capHeight` as in roomFont().
    BigLabel(qreal capHeight, Token token, QWidget* parent = nullptr);

    void setToken(Token token);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColor();

    Token m_token;
};

/// Heart rate, oxygen and sedation of the last reading, read from a metre: a small name, a large figure. What
/// was not measured is left out.
class SignFigures final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignFigures)

public:
    explicit SignFigures(QWidget* parent = nullptr);

    void show(const record::Reading* reading);
    using QWidget::show;

private:
    struct Sign {
        TextLabel* name = nullptr;
        BigLabel* figure = nullptr;
    };
    [[nodiscard]] Sign addSign(const QString& name);
    static void fill(const Sign& sign, std::optional<int> value);

    Sign m_pulse;
    Sign m_oxygen;
    Sign m_sedation;
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
