// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/navigator.h"

#include <QWidget>

#include <memory>

namespace kairos::ui {

/// A form that a patient fills in alone, with the whole window to itself. It shows nothing but the form.
class KioskForm : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KioskForm)

public:
    explicit KioskForm(QWidget* parent = nullptr);

    /// Writes what is typed as a draft: the window is about to be locked or given back.
    virtual void keep() = 0;
    /// Where the clinician is led when the screen is a clinician's again.
    [[nodiscard]] virtual Place next() const = 0;
    /// Whether that place comes first for whoever signs in, e.g. because the answers raised a risk item.
    [[nodiscard]] virtual bool isUrgent() const = 0;

Q_SIGNALS:
    /// Nothing is left to be typed: the device goes back.
    void ended();
};

/// The seam to the window: hands the whole of it to a patient's form until a clinician types a password. The
/// shell implements it.
class KioskDesk {
public:
    KioskDesk() = default;
    virtual ~KioskDesk() = default;
    Q_DISABLE_COPY_MOVE(KioskDesk)

    virtual void handOver(std::unique_ptr<KioskForm> form) = 0;
};

} // namespace kairos::ui
