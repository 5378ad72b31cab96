// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace kairos::ui {

/// The key sheet of the room view: in the view itself, since nothing pops up over a running dose.
class RoomKeys final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RoomKeys)

public:
    explicit RoomKeys(QWidget* parent = nullptr);
};

} // namespace kairos::ui
