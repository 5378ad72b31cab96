// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/json_words.h"
#include "app/cli/passphrase.h"
#include "app/cli/text_table.h"
#include "app/cli/workplace.h"

#include "core/workflow/document_query.h"

namespace kairos::cli {
namespace {

using record::Document;

QString kindId(record::DocumentKind kind) {
    switch (kind) {
    case record::DocumentKind::Consent:
        return QStringLiteral("consent");
    case record::DocumentKind::Letter:
        return QStringLiteral("letter");
    case record::DocumentKind::Referral:
        return QStringLiteral("referral");
    case record::DocumentKind::Report:
        return QStringLiteral("report");
    case record::DocumentKind::Other:
        return QStringLiteral("other");
    }
    return {};
}

QJsonValue idOrNull(const auto& id) {
    return id ? QJsonValue(id->toString()) : QJsonValue();
}

QJsonObject jsonOf(const Document& document) {
    const auto& scan = document.scan;
    return {
        {QStringLiteral("id"), document.id.toString()},
        {QStringLiteral("kind"), kindId(document.kind)},
        {QStringLiteral("title"), document.title},
        {QStringLiteral("day"), document.dated.toString(Qt::ISODate)},
        {QStringLiteral("media_type"), scan ? QJsonValue(scan->mediaType) : QJsonValue()},
        {QStringLiteral("file_name"), scan ? QJsonValue(scan->fileName) : QJsonValue()},
        {QStringLiteral("bytes"), scan ? QJsonValue(scan->size) : QJsonValue()},
        {QStringLiteral("hash"), scan ? QJsonValue(QString::fromLatin1(scan->hash.toHex())) : QJsonValue()},
        {QStringLiteral("consent"), idOrNull(document.consent)},
        {QStringLiteral("session"), idOrNull(document.session)}};
}

base::Result<QList<Document>> documentsOf(workflow::OpenPractice& practice,
                                          const record::PatientId& patient) {
    return workflow::DocumentQuery(practice).ofPatient(patient).and_then(
        [](const workflow::DocumentList& list) -> base::Result<QList<Document>> {
            if (!list.damaged.isEmpty()) {
                return base::fail(base::ErrorCode::Damaged, QStringLiteral("The documents were not listed"),
                                  QStringLiteral("%1 does not fit its hash").arg(list.damaged.first()),
                                  QStringLiteral("run kairos-cli verify --deep, and keep this file"));
            }
            return list.documents;
        });
}

Reply documentsReply(const QList<Document>& list) {
    QJsonArray documents;
    QList<QStringList> rows;
    for (const Document& document : list) {
        documents.append(jsonOf(document));
        rows.append(
            {document.id.toString(), document.dated.toString(Qt::ISODate), kindId(document.kind),
             document.scan ? QStringLiteral("%1 bytes").arg(document.scan->size) : QStringLiteral("written"),
             document.title});
    }
    return Reply{{{QStringLiteral("documents"), documents}}, textTable(rows), 0};
}

base::Result<Reply> runDocuments(const Arguments& arguments) {
    const Workplace workplace;
    return workplace.open(arguments).and_then([&](const std::unique_ptr<workflow::OpenPractice>& practice) {
        return patientOf(*practice, arguments)
            .and_then([&](const record::Patient& patient) { return documentsOf(*practice, patient.id); })
            .map(documentsReply);
    });
}

} // namespace

Command documentsCommand() {
    return {QStringLiteral("documents"),
            QStringLiteral(
                "a patient's scanned papers and letters, the newest first; their content stays inside"),
            {QStringLiteral("FILE")},
            {passphraseOption(), patientOption()},
            {},
            runDocuments};
}

} // namespace kairos::cli
