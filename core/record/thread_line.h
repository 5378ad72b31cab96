// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QString>

namespace kairos::record {

/// Which part of the thread a line is: what the patient wants from the next dose, what arose in the last
/// one, and what it means to them.
enum class ThreadPart { Intention = 1, Arose = 2, Meaning = 3 };

/// One line of the thread of a course in the patient's own words. What becomes of it is a Commitment.
struct ThreadLine {
    static constexpr RecordKind kKind = RecordKind::ThreadLine;

    ThreadLineId id;
    PatientId patient;
    SessionId session; ///< in which it was said
    ThreadPart part = ThreadPart::Intention;
    QString words; ///< the patient's own
    ClinicianId by;
    base::Instant at;

    bool operator==(const ThreadLine&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.session);
        visit(4, self.part);
        visit(5, self.words);
        visit(6, self.by);
        visit(7, self.at);
    }
};

/// A theme that a session touched, in free words. The same word at other sessions is the same theme,
/// whatever its case and accents.
struct Theme {
    static constexpr RecordKind kKind = RecordKind::Theme;

    ThemeId id;
    PatientId patient;
    SessionId session;
    QString words;
    ClinicianId by;
    base::Instant at;

    bool operator==(const Theme&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.session);
        visit(4, self.words);
        visit(5, self.by);
        visit(6, self.at);
    }
};

} // namespace kairos::record
