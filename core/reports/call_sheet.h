// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/sheet_head.h"

#include <QDate>
#include <QList>
#include <QString>

namespace kairos::reports {

/// One line of what a dose needs: settled, no question, or open.
struct CallLine {
    enum class Mark { Settled, NoQuestion, Open, Holds };

    QString title; ///< "Escort"
    QString words; ///< "Peter Marsh, 555 0144", "nobody"
    Mark mark = Mark::Open;
    bool isAsked = false; ///< settled in the call itself

    bool operator==(const CallLine&) const = default;
};

/// One dose: whom to call, when, and what is still open.
struct CallEntry {
    QString time;
    QString patient;
    QString born; ///< "not recorded" when it is missing
    QString mrn;
    QString phone;     ///< "no telephone on record" when it is missing
    QString emergency; ///< name, relation and telephone; may be empty
    QString dose;      ///< "Dose 4, 34.2 mg"
    QString standing;  ///< "ready", "3 open", "3 open, held"
    QList<CallLine> lines;

    bool operator==(const CallEntry&) const = default;
};

/// The doses of a day as a sheet to call by. No layout.
struct CallSheet : SheetHead {
    QDate day;
    QList<CallEntry> doses;

    bool operator==(const CallSheet&) const = default;
};

} // namespace kairos::reports
