// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace kairos::ui {

/// Chooses an IANA time zone: typed letters find it anywhere in its name.
class ZoneBox final : public QComboBox {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZoneBox)

public:
    explicit ZoneBox(QWidget* parent = nullptr);

    /// The IANA name that is typed or whose city is typed; empty while it is none, or the city of several.
    [[nodiscard]] QString zone() const;
    void setZone(const QString& zone);
    /// The zone of this PC.
    [[nodiscard]] static QString systemZone();
};

} // namespace kairos::ui
