// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace kairos::ui {

/// A column beside a page's main part that scrolls up and down alone. It is as wide as its content needs
/// beside the scroll bar, and never narrower than asked for: nothing of it is cut at the side. Where the
/// layout gives more, it takes it.
class ColumnScroll final : public QScrollArea {
    Q_OBJECT
public:
    /// \param leastWidth in pixels of the screen
    explicit ColumnScroll(int leastWidth, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] int neededWidth() const;

    int m_leastWidth;
};

} // namespace kairos::ui
