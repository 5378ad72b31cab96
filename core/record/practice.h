// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTime>

#include <optional>

namespace kairos::record {

/// When the clinic is open on one weekday.
struct OpenHours {
    int weekday = 1; ///< 1 Monday to 7 Sunday
    QTime opens;
    QTime closes;

    bool operator==(const OpenHours&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.weekday);
        visit(2, self.opens);
        visit(3, self.closes);
    }
};

/// A day on which the clinic is closed though its weekday is open.
struct Holiday {
    QDate day;
    QString name;

    bool operator==(const Holiday&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.day);
        visit(2, self.name);
    }
};

/// The practice's own page: what prints on letterheads and what the whole program goes by.
struct Practice {
    static constexpr RecordKind kKind = RecordKind::Practice;

    PracticeId id;
    QString name;
    QString zone;    ///< IANA time zone, e.g. "Europe/Oslo"
    QString address; ///< one line for print
    QString phone;
    QString crisisText;        ///< the clinic's own words; empty until the practice writes them
    bool synthetic = false;    ///< a demo practice: every page and print says so
    QList<int> closedWeekdays; ///< 1 Monday to 7 Sunday
    int idleLockMinutes = 10;
    std::optional<int> riskReopenDays; ///< the practice's own figure; none: that of the safety files
    QList<OpenHours> hours;  ///< of the open weekdays; empty until the practice sets them: the default holds
    QList<Holiday> holidays; ///< by day
    QStringList rhythmsOff;  ///< ids of the rhythms of scales this practice does not keep
    QString readingOrder;    ///< how a reading is typed, "bp hr spo2 s"; empty: the program's own order

    bool operator==(const Practice&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.name);
        visit(3, self.zone);
        visit(4, self.address);
        visit(5, self.phone);
        visit(6, self.crisisText);
        visit(7, self.synthetic);
        visit(8, self.closedWeekdays);
        visit(9, self.idleLockMinutes);
        visit(10, self.riskReopenDays);
        visit(11, self.hours);
        visit(12, self.holidays);
        visit(13, self.readingOrder);
        visit(14, self.rhythmsOff);
    }
};

} // namespace kairos::record
