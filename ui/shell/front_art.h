// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace kairos::ui {

/// The dark side of the way in: the mark, a course of doses with the hours in which therapy takes hold, and
/// what the program promises.
class FrontArt final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FrontArt)

public:
    explicit FrontArt(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// The art at the left, `content` in the middle of the rest, scrolling where it is higher than the window.
[[nodiscard]] QWidget* makeFrontPage(QWidget* content, QWidget* parent);

} // namespace kairos::ui
