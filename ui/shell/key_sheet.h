// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/key_cap.h"

#include <QDialog>

namespace kairos::ui {

/// F1: the keys of the page and of the window.
class KeySheet final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeySheet)

public:
    KeySheet(const QString& page, const QList<KeyHint>& ofPage, const QList<KeyHint>& ofWindow,
             QWidget* parent = nullptr);
};

} // namespace kairos::ui
