// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QDate>
#include <QString>
#include <QTime>

namespace kairos::base {

/// A booked time as people say it: local date, local time and zone. It stays at 10:00 when the clocks change.
struct Appointment {
    QDate date;
    QTime time;
    QString zone; ///< IANA name, e.g. "Europe/Oslo"

    bool operator==(const Appointment&) const = default;

    [[nodiscard]] bool isValid() const;
    /// The moment it falls on.
    [[nodiscard]] Instant instant() const;
};

} // namespace kairos::base
