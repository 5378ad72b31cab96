// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/json_words.h"
#include "app/cli/passphrase.h"
#ifdef KAIROS_PICTURES
#include "app/cli/pictures.h"
#endif
#include "app/cli/text_table.h"
#include "app/cli/workplace.h"

#include "core/therapy/sheet_forms.h"
#include "core/workflow/sheet_query.h"

namespace kairos::cli {
namespace {

using record::TherapySheet;

QJsonValue dayOrNull(QDate day) {
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject sheetJson(const TherapySheet& sheet, QDate today) {
    QJsonArray parts;
    for (const record::SheetField& field : sheet.parts) {
        parts.append(field.part);
    }
    return {{QStringLiteral("id"), sheet.id.toString()},
            {QStringLiteral("form"), sheet.form},
            {QStringLiteral("title"), therapy::SheetForms::builtIn().titleOf(sheet.form)},
            {QStringLiteral("day"), sheet.date.toString(Qt::ISODate)},
            {QStringLiteral("review"), dayOrNull(sheet.reviewOn)},
            {QStringLiteral("review_due"), therapy::isReviewDue(sheet, today)},
            {QStringLiteral("session"), sheet.session ? QJsonValue(sheet.session->toString()) : QJsonValue()},
            {QStringLiteral("parts"), parts}};
}

QString reviewText(const TherapySheet& sheet, QDate today) {
    if (!sheet.reviewOn.isValid()) {
        return QStringLiteral("-");
    }
    return (therapy::isReviewDue(sheet, today) ? QStringLiteral("review due since %1")
                                               : QStringLiteral("review by %1"))
        .arg(sheet.reviewOn.toString(Qt::ISODate));
}

base::Result<QList<TherapySheet>> sheetsOf(workflow::OpenPractice& practice,
                                           const record::PatientId& patient) {
    return workflow::SheetQuery(practice).ofPatient(patient).and_then(
        [](const workflow::SheetList& list) -> base::Result<QList<TherapySheet>> {
            if (!list.damaged.isEmpty()) {
                return base::fail(base::ErrorCode::Damaged, QStringLiteral("The sheets were not listed"),
                                  QStringLiteral("%1 does not fit its hash").arg(list.damaged.first()),
                                  QStringLiteral("run kairos-cli verify --deep, and keep this file"));
            }
            return list.sheets;
        });
}

Reply sheetsReply(const QList<TherapySheet>& list, QDate today) {
    QJsonArray sheets;
    QList<QStringList> rows;
    for (const TherapySheet& sheet : list) {
        sheets.append(sheetJson(sheet, today));
        rows.append({sheet.id.toString(), sheet.date.toString(Qt::ISODate), reviewText(sheet, today),
                     therapy::SheetForms::builtIn().titleOf(sheet.form)});
    }
    return Reply{{{QStringLiteral("sheets"), sheets}}, textTable(rows), 0};
}

base::Result<Reply> listSheets(const Arguments& arguments) {
    const Workplace workplace;
    return workplace.open(arguments).and_then([&](const std::unique_ptr<workflow::OpenPractice>& practice) {
        return patientOf(*practice, arguments)
            .and_then([&](const record::Patient& patient) { return sheetsOf(*practice, patient.id); })
            .map([&](const QList<TherapySheet>& list) { return sheetsReply(list, practice->today()); });
    });
}

#ifdef KAIROS_PICTURES
base::Result<Reply> runSheets(const Arguments& arguments) {
    const QString patient = patientOption().name;
    if (arguments.has(patient) == printsSheet(arguments)) {
        return usageError(arguments.has(patient)
                              ? QStringLiteral("sheets lists the sheets of a patient or prints one")
                              : QStringLiteral("sheets needs %1, or a sheet to print").arg(patient),
                          QStringLiteral("give %1, or --sheet with --pdf").arg(patient));
    }
    return arguments.has(patient) ? listSheets(arguments) : printSheet(arguments);
}
#endif

} // namespace

Command sheetsCommand() {
    Command command{
        QStringLiteral("sheets"),
        QStringLiteral(
            "a patient's structured sheets of therapy, the safety plan first; their words stay inside"),
        {QStringLiteral("FILE")},
        {passphraseOption(), patientOption()},
        {},
        listSheets};
#ifdef KAIROS_PICTURES
    command.summary = QStringLiteral(
        "a patient's structured sheets of therapy, the safety plan first, or one of them as PDF");
    command.options.last().need = Need::Optional;
    command.options += sheetPrintOptions();
    command.notes = {QStringLiteral("The list leaves their words out: one sheet prints with them.")};
    command.run = runSheets;
#endif
    return command;
}

} // namespace kairos::cli
