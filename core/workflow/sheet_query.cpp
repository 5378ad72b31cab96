// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/sheet_query.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/sheet_head.h"
#include "core/workflow/words.h"

#include "core/record/patient.h"
#include "core/storage/practice_file.h"
#include "core/therapy/sheet_forms.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;
using reports::TherapySheetReport;
using therapy::SheetForm;
using therapy::SheetForms;

namespace {

tl::unexpected<base::Error> sheetNotThere() {
    return base::fail(base::ErrorCode::NotFound, Words::tr("The sheet was not read"),
                      Words::tr("there is none with this id"), Words::tr("open the list of sheets again"));
}

bool isNewer(const TherapySheet& a, const TherapySheet& b) {
    return a.date != b.date ? a.date > b.date : a.at > b.at;
}

/// The place of a form among the forms; one that this program does not know comes last.
qsizetype formPlace(const QString& form) {
    const auto& forms = SheetForms::builtIn().forms;
    const auto found =
        std::find_if(forms.begin(), forms.end(), [&](const SheetForm& one) { return one.id == form; });
    return found - forms.begin();
}

/// What a program that does not know the form can tell of a sheet: its parts by their ids.
SheetForm unknownForm(const TherapySheet& sheet) {
    SheetForm form;
    form.id = sheet.form;
    form.title = sheet.form;
    for (const SheetField& field : sheet.parts) {
        form.parts.append({field.part, field.part, {}, 1});
    }
    return form;
}

void takeParts(TherapySheetReport& report, const SheetForm& form, const TherapySheet& sheet) {
    qsizetype plain = form.parts.size();
    if (form.grid) {
        plain -= form.grid->rows.size() * form.grid->columns.size();
        for (const therapy::SheetHeading& column : form.grid->columns) {
            report.columns.append(column.title);
        }
        for (const therapy::SheetHeading& row : form.grid->rows) {
            reports::TherapySheetRow printed{row.title, {}};
            for (const therapy::SheetHeading& column : form.grid->columns) {
                printed.cells.append(sheet.textOf(therapy::SheetGrid::cellId(row, column)));
            }
            report.rows.append(printed);
        }
    }
    for (const therapy::SheetPart& part : form.parts.first(plain)) {
        report.parts.append({part.title, part.hint, sheet.textOf(part.id)});
    }
}

} // namespace

base::Result<SheetList> SheetQuery::ofPatient(const PatientId& patient) const {
    return m_practice.file()
        .records()
        .list<TherapySheet>({.patient = patient})
        .map([](storage::Loaded<TherapySheet> loaded) {
            std::stable_sort(loaded.records.begin(), loaded.records.end(),
                             [](const TherapySheet& a, const TherapySheet& b) {
                                 const auto first = formPlace(a.form);
                                 const auto second = formPlace(b.form);
                                 return first != second ? first < second : isNewer(a, b);
                             });
            return SheetList{std::move(loaded.records), std::move(loaded.damaged)};
        });
}

base::Result<std::optional<TherapySheet>> SheetQuery::latest(const PatientId& patient,
                                                             const QString& form) const {
    const auto loaded = m_practice.file().records().list<TherapySheet>({.patient = patient, .code = form});
    if (!loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    if (!loaded->damaged.isEmpty()) {
        return base::fail(
            base::ErrorCode::Damaged, Words::tr("The sheet was not read"),
            Words::tr("a record is damaged: %1").arg(loaded->damaged.join(QStringLiteral(", "))),
            Words::tr("restore a backup"));
    }
    std::optional<TherapySheet> newest;
    for (const TherapySheet& sheet : loaded->records) {
        if (!newest || isNewer(sheet, *newest)) {
            newest = sheet;
        }
    }
    return newest;
}

base::Result<TherapySheet> SheetQuery::find(const TherapySheetId& id) const {
    return m_practice.file().records().find<TherapySheet>(id).and_then(
        [](const std::optional<TherapySheet>& found) -> base::Result<TherapySheet> {
            if (!found) {
                return sheetNotThere();
            }
            return *found;
        });
}

base::Result<TherapySheetReport> SheetQuery::report(const TherapySheetId& id, const QLocale& locale) const {
    const auto sheet = find(id);
    if (!sheet) {
        return tl::unexpected<base::Error>(sheet.error());
    }
    const auto person = m_practice.file().records().find<Patient>(sheet->patient);
    const auto head = sheetHead(m_practice, locale);
    if (!person || !head) {
        return tl::unexpected<base::Error>(person ? head.error() : person.error());
    }
    if (!*person) {
        return sheetNotThere();
    }
    const QString format = QStringLiteral("d MMM yyyy");
    const SheetForm* known = SheetForms::builtIn().find(sheet->form);
    const SheetForm form = known != nullptr ? *known : unknownForm(*sheet);
    TherapySheetReport report{*head, (*person)->mrn, sheet->form, form.purpose, {}, {}, {}, {}, {}};
    report.title = form.title;
    report.subtitle = whoseSheet(**person, locale);
    report.leftOut = Words::tr("Confidential. What is written here is in your own words.");
    report.facts.append(Words::tr("%1, written down with %2")
                            .arg(locale.toString(sheet->date, format), m_practice.clinicianName(sheet->by)));
    if (sheet->reviewOn.isValid()) {
        report.facts.append(
            Words::tr("We go through it again by %1").arg(locale.toString(sheet->reviewOn, format)));
    }
    takeParts(report, form, *sheet);
    if (form.hasCrisisText) {
        report.crisisText = m_practice.practice().crisisText.trimmed();
    }
    return report;
}

} // namespace kairos::workflow
