// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/document_query.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/sheet_head.h"
#include "core/workflow/words.h"

#include "core/record/patient.h"
#include "core/storage/practice_file.h"

namespace kairos::workflow {

using namespace record;

namespace {

tl::unexpected<base::Error> notThere() {
    return base::fail(base::ErrorCode::NotFound, Words::tr("The paper was not read"),
                      Words::tr("there is none with this id"), Words::tr("open the list of documents again"));
}

} // namespace

base::Result<DocumentList> DocumentQuery::ofPatient(const PatientId& patient) const {
    storage::RowFilter own;
    own.patient = patient;
    own.order = storage::RowFilter::Order::NewestFirst;
    return m_practice.file().records().list<Document>(own).map([](storage::Loaded<Document> loaded) {
        return DocumentList{std::move(loaded.records), std::move(loaded.damaged)};
    });
}

base::Result<Document> DocumentQuery::find(const DocumentId& id) const {
    return m_practice.file().records().find<Document>(id).and_then(
        [](const std::optional<Document>& found) -> base::Result<Document> {
            if (!found) {
                return notThere();
            }
            return *found;
        });
}

base::Result<QByteArray> DocumentQuery::bytesOf(const Document& document) const {
    if (document.scan) {
        return m_practice.file().attachments().read(*document.scan);
    }
    return document.text.toUtf8();
}

base::Result<reports::LetterSheet> DocumentQuery::sheet(const DocumentId& id, const QLocale& locale) const {
    const auto document = find(id);
    if (!document) {
        return tl::unexpected<base::Error>(document.error());
    }
    if (document->scan) {
        return notThere();
    }
    const auto person = m_practice.file().records().find<Patient>(document->patient);
    const auto head = sheetHead(m_practice, locale);
    if (!person || !head) {
        return tl::unexpected<base::Error>(person ? head.error() : person.error());
    }
    if (!*person) {
        return notThere();
    }
    const QString format = QStringLiteral("d MMM yyyy");
    reports::LetterSheet sheet{*head, {}, {}};
    sheet.title = document->title;
    sheet.subtitle = whoseSheet(**person, locale);
    sheet.mrn = (*person)->mrn;
    sheet.lines.append(
        Words::tr("%1, written by %2")
            .arg(locale.toString(document->dated, format), m_practice.clinicianName(document->enteredBy)));
    sheet.lines.append(QString());
    sheet.lines += document->text.split(QLatin1Char('\n'));
    return sheet;
}

} // namespace kairos::workflow
