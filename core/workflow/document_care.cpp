// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/document_care.h"

#include "core/base/whole_file.h"
#include "core/workflow/document_query.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/scan_file.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/record/records.h"
#include "core/security/hash.h"
#include "core/storage/practice_file.h"

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

/// A title is one line of a list.
constexpr qsizetype kMostTitle = 200;

tl::unexpected<base::Error> invalid(const QString& why, const QString& remedy) {
    return base::fail(ErrorCode::InvalidInput, Words::tr("The paper was not saved"), why, remedy);
}

/// The record of this id where it belongs to the patient.
template <class Record>
base::Result<bool> isOf(const OpenPractice& practice, const decltype(Record::id)& id,
                        const PatientId& patient) {
    return practice.file().records().find<Record>(id).map(
        [&](const std::optional<Record>& found) { return found && found->patient == patient; });
}

} // namespace

base::Outcome DocumentCare::checkLinks(const Document& wanted) const {
    const auto person = m_practice.file().records().find<Patient>(wanted.patient);
    const auto consent = wanted.consent ? isOf<Consent>(m_practice, *wanted.consent, wanted.patient)
                                        : base::Result<bool>(true);
    const auto dosing = wanted.session ? isOf<DosingSession>(m_practice, *wanted.session, wanted.patient)
                                       : base::Result<bool>(true);
    const auto therapy = wanted.session ? isOf<TherapySession>(m_practice, *wanted.session, wanted.patient)
                                        : base::Result<bool>(true);
    for (const auto* error : {person ? nullptr : &person.error(), consent ? nullptr : &consent.error(),
                              dosing ? nullptr : &dosing.error(), therapy ? nullptr : &therapy.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    if (!*person) {
        return base::fail(ErrorCode::NotFound, Words::tr("The paper was not saved"),
                          Words::tr("there is no such patient"), Words::tr("choose the patient again"));
    }
    if (!*consent || !(*dosing || *therapy)) {
        return invalid(Words::tr("what it is linked to is not this patient's"),
                       Words::tr("choose it again from the list"));
    }
    return {};
}

base::Outcome DocumentCare::check(const Document& wanted) const {
    if (wanted.title.isEmpty()) {
        return invalid(Words::tr("it has no title"),
                       Words::tr("type what the paper is, as the list should name it"));
    }
    if (wanted.title.size() > kMostTitle) {
        return invalid(Words::tr("its title has more than %1 characters").arg(kMostTitle),
                       Words::tr("shorten it"));
    }
    if (!wanted.dated.isValid()) {
        return invalid(Words::tr("it has no day"), Words::tr("type the day that stands on the paper"));
    }
    if (wanted.dated > m_practice.today()) {
        return invalid(Words::tr("its day is still to come"),
                       Words::tr("type the day that stands on the paper"));
    }
    return m_practice.require(Permission::EditPatient).and_then([&] { return checkLinks(wanted); });
}

base::Result<DocumentId> DocumentCare::save(const Document& document,
                                            const QList<storage::DraftKey>& finished,
                                            const QList<QByteArray>& scans) {
    return check(document)
        .and_then([&]() -> base::Result<Document> {
            if (!m_practice.signedIn()) {
                return base::fail(ErrorCode::Refused, Words::tr("The paper was not saved"),
                                  Words::tr("nobody is signed in"), Words::tr("sign in"));
            }
            Document kept = document;
            kept.id = m_practice.ids().next<DocumentId>();
            kept.enteredBy = m_practice.signedIn()->id;
            kept.enteredAt = m_practice.now();
            return kept;
        })
        .and_then([&](const Document& kept) {
            return WritingDoor(m_practice)
                .save({{Action::Created, kept, {}}}, finished, {}, scans)
                .map([&](const Changes&) { return kept.id; });
        });
}

base::Result<DocumentId> DocumentCare::addScan(Document wanted, const ScanFile& file) {
    wanted.title = wanted.title.simplified();
    wanted.text.clear();
    wanted.scan = Scan{file.fileName(), exchange::mediaTypeName(file.media().type), file.bytes().size(),
                       security::blake2b256(file.bytes()).toBytes()};
    return save(wanted, {}, {file.bytes()});
}

base::Result<DocumentId> DocumentCare::saveLetter(Document wanted, const QList<storage::DraftKey>& finished) {
    wanted.title = wanted.title.simplified();
    if (wanted.text.trimmed().isEmpty()) {
        return invalid(Words::tr("it has no text"), Words::tr("write the letter, or leave it"));
    }
    if (wanted.text.size() > limits().maxLetterCharacters) {
        return invalid(Words::tr("it has more than %1 characters").arg(limits().maxLetterCharacters),
                       Words::tr("shorten it, or write two letters"));
    }
    if (wanted.id.isNull()) {
        wanted.scan.reset();
        return save(wanted, finished, {});
    }
    const auto before = DocumentQuery(m_practice).find(wanted.id);
    if (!before) {
        return tl::unexpected<base::Error>(before.error());
    }
    if (before->scan) {
        return invalid(Words::tr("it is a scan, which has no text to change"),
                       Words::tr("write a letter of its own"));
    }
    wanted.patient = before->patient;
    wanted.scan.reset();
    wanted.enteredBy = before->enteredBy;
    wanted.enteredAt = before->enteredAt;
    return check(wanted).and_then([&] {
        return WritingDoor(m_practice)
            .save({{Action::Changed, wanted, {}}}, finished)
            .map([&](const Changes&) { return wanted.id; });
    });
}

base::Outcome DocumentCare::correct(const Document& wanted) {
    return DocumentQuery(m_practice).find(wanted.id).and_then([&](const Document& before) -> base::Outcome {
        Document after = before;
        after.kind = wanted.kind;
        after.title = wanted.title.simplified();
        after.dated = wanted.dated;
        after.consent = wanted.consent;
        after.session = wanted.session;
        if (after == before) {
            return {};
        }
        return check(after).and_then([&] {
            return WritingDoor(m_practice).save({{Action::Changed, after, {}}}).map([](const Changes&) {});
        });
    });
}

base::Outcome DocumentCare::remove(const DocumentId& id, const QString& reason) {
    if (reason.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The paper stays"),
                          Words::tr("there is no reason"), Words::tr("say why it does not belong here"));
    }
    return m_practice.require(Permission::EditPatient)
        .and_then([&] { return DocumentQuery(m_practice).find(id); })
        .and_then([&](const Document& document) {
            return WritingDoor(m_practice)
                .save({{Action::EnteredInError, document, reason.trimmed()}})
                .map([](const Changes&) {});
        });
}

base::Outcome DocumentCare::exportCopy(const DocumentId& id, const QString& path) const {
    return m_practice.require(Permission::Export)
        .and_then([&] { return DocumentQuery(m_practice).find(id); })
        .and_then([&](const Document& document) { return DocumentQuery(m_practice).bytesOf(document); })
        .and_then([&](const QByteArray& bytes) {
            return base::writeWhole(path, bytes,
                                    {Words::tr("Nothing was exported"),
                                     Words::tr("choose another folder, or make room on the disk")});
        });
}

} // namespace kairos::workflow
