// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace kairos::record {

/// What was written into one part of a sheet, in the patient's own words.
struct SheetField {
    QString part; ///< id of the part in its form, e.g. "warning-signs", "monday.morning"
    QString text;

    bool operator==(const SheetField&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.part);
        visit(2, self.text);
    }
};

/// One structured sheet of therapy, e.g. a thought record or a safety plan. A change is a new version; the
/// journal keeps the former one.
struct TherapySheet {
    static constexpr RecordKind kKind = RecordKind::TherapySheet;

    TherapySheetId id;
    PatientId patient;
    std::optional<SessionId> session; ///< in which it was begun
    QString form;                     ///< id of the form, e.g. "thought-record", "safety-plan"
    QList<SheetField> parts;          ///< those with words, in the order of the form
    QDate date;                       ///< the day it was written or last gone through
    QDate reviewOn;                   ///< invalid for none
    ClinicianId by;
    base::Instant at;

    bool operator==(const TherapySheet&) const = default;

    /// What stands in a part; empty where nothing does.
    [[nodiscard]] QString textOf(const QString& part) const {
        for (const SheetField& field : parts) {
            if (field.part == part) {
                return field.text;
            }
        }
        return {};
    }

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.session);
        visit(4, self.form);
        visit(5, self.parts);
        visit(6, self.date);
        visit(7, self.reviewOn);
        visit(8, self.by);
        visit(9, self.at);
    }
};

} // namespace kairos::record
