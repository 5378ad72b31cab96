// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/json_words.h"
#include "app/cli/passphrase.h"
#include "app/cli/text_table.h"
#include "app/cli/workplace.h"

#include "core/storage/practice_file.h"

#include <QCoreApplication>

#include <limits>

namespace kairos::cli {
namespace {

const QString kFind = QStringLiteral("--find");

QString birthText(const record::Patient& patient) {
    return patient.birthDate ? patient.birthDate->toString(Qt::ISODate) : QString();
}

base::Result<Reply> list(const workflow::OpenPractice& practice, const QString& text) {
    const auto ids = practice.file().search().find(text, std::numeric_limits<int>::max());
    if (!ids) {
        return tl::unexpected<base::Error>(ids.error());
    }
    QJsonArray patients;
    QList<QStringList> rows;
    for (const record::PatientId& id : *ids) {
        const auto found = practice.file().records().find<record::Patient>(id);
        if (!found) {
            return tl::unexpected<base::Error>(found.error());
        }
        if (!found->has_value()) {
            continue;
        }
        const record::Patient& patient = **found;
        patients.append(QJsonObject{{QStringLiteral("id"), patient.id.toString()},
                                    {QStringLiteral("mrn"), patient.mrn},
                                    {QStringLiteral("name"), patient.displayName()},
                                    {QStringLiteral("birth_date"), textOrNull(birthText(patient))},
                                    {QStringLiteral("stage"), stageId(patient.stage)}});
        rows.append({patient.id.toString(), patient.mrn, patient.displayName(),
                     patient.birthDate ? birthText(patient) : QStringLiteral("-"), stageId(patient.stage)});
    }
    const int all = static_cast<int>(rows.size());
    const QString count = QCoreApplication::translate("cli", "%n patient(s)", nullptr, all);
    const QString listed = rows.isEmpty() ? count : textTable(rows) + QLatin1Char('\n') + count;
    return Reply{{{QStringLiteral("patients"), patients}}, listed, 0};
}

base::Result<Reply> runPatients(const Arguments& arguments) {
    const Workplace workplace;
    return workplace.open(arguments).and_then([&](const std::unique_ptr<workflow::OpenPractice>& practice) {
        return list(*practice, arguments.value(kFind));
    });
}

} // namespace

Command patientsCommand() {
    return {QStringLiteral("patients"),
            QStringLiteral("the patients of a practice, or those a text finds"),
            {QStringLiteral("FILE")},
            {passphraseOption(),
             {kFind, QStringLiteral("TEXT"),
              QStringLiteral("parts of a name or MRN, or of a birth date (1984-03-12)")}},
            {},
            runPatients};
}

} // namespace kairos::cli
