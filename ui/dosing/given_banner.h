// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace kairos::ui {

class Banner;
class DosingController;

/// Says that something else was given than ordered, with both figures; away while all is as ordered.
class GivenBanner final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GivenBanner)

public:
    explicit GivenBanner(DosingController& controller, QWidget* parent = nullptr);

private:
    void reload();

    DosingController& m_controller;
    Banner* m_banner;
};

} // namespace kairos::ui
