// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/open_practice_fixture.h"

#include "core/therapy/sheet_forms.h"
#include "core/workflow/sheet_care.h"
#include "core/workflow/sheet_query.h"

namespace kairos::support {

/// Sheets as a test fills them in, on 2 November 2026.
inline const QDate kSheetDay(2026, 11, 2);

inline record::TherapySheet thoughtRecord(const record::PatientId& patient) {
    record::TherapySheet sheet;
    sheet.patient = patient;
    sheet.form = QStringLiteral("thought-record");
    sheet.date = kSheetDay;
    sheet.parts = {{QStringLiteral("situation"), QStringLiteral("Sunday evening, alone")},
                   {QStringLiteral("thought"), QStringLiteral("I shall not manage")}};
    return sheet;
}

inline record::TherapySheet safetyPlan(const record::PatientId& patient, QDate reviewOn) {
    record::TherapySheet sheet;
    sheet.patient = patient;
    sheet.form = therapy::kSafetyPlan;
    sheet.date = kSheetDay;
    sheet.reviewOn = reviewOn;
    sheet.parts = {{QStringLiteral("warning-signs"), QStringLiteral("awake at four")},
                   {QStringLiteral("reasons"), QStringLiteral("the garden in May")}};
    return sheet;
}

/// Elena Marsh, whose sheets are filled in and read by the use cases.
struct SheetCourse {
    OpenPracticeFixture fixture;
    record::PatientId elena = fixture.addElena();

    workflow::OpenPractice& practice() { return fixture.practice(); }
    workflow::SheetCare care() { return workflow::SheetCare(practice()); }
    workflow::SheetQuery query() { return workflow::SheetQuery(practice()); }
    record::TherapySheetId keep(const record::TherapySheet& sheet) { return required(care().save(sheet)); }
    QList<record::TherapySheet> listed() { return required(query().ofPatient(elena)).sheets; }
};

} // namespace kairos::support
