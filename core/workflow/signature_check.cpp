// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/signature_check.h"

#include "core/workflow/plan_records.h"
#include "core/workflow/record_words.h"
#include "core/workflow/session_reader.h"
#include "core/workflow/words.h"

#include "core/record/packing.h"
#include "core/record/records.h"
#include "core/storage/practice_reader.h"
#include "core/storage/verify.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;
using storage::PracticeReader;

namespace {

template <class Record>
base::Result<QList<Record>> allOf(PracticeReader& reader, const PatientId& patient) {
    return reader.records().list<Record>({.patient = patient}).map([](const storage::Loaded<Record>& loaded) {
        return loaded.records;
    });
}

/// Of a single record that nobody may change once it is signed.
template <class Record>
base::Result<bool> fits(PracticeReader& reader, const Signature& signature) {
    return reader.records()
        .find<Record>(decltype(Record::id){signature.target})
        .map([&](const std::optional<Record>& stands) {
            return stands && signature.contentHash == SignedContent::hashOf(pack(*stands)).toBytes();
        });
}

/// A plan goes on after it was signed, revision by revision: the signature stands under one of them.
base::Result<bool> fitsARevision(PracticeReader& reader, const Signature& signature) {
    return reader.historyOf(signature.target, signature.patient)
        .map([&](const QList<JournalEntry>& versions) {
            return std::any_of(versions.begin(), versions.end(), [&](const JournalEntry& version) {
                const auto plan = unpack<TreatmentPlan>(version.content);
                return plan &&
                       signature.contentHash == SignedContent::hashOf(pack(asSigned(*plan))).toBytes();
            });
        });
}

/// Signatures under sessions and notes are held against the whole session instead.
base::Result<bool> fitsAlone(PracticeReader& reader, const Signature& signature) {
    switch (signature.targetKind) {
    case RecordKind::Order:
        return fits<Order>(reader, signature);
    case RecordKind::AdverseFollowUp:
        return fits<AdverseFollowUp>(reader, signature);
    case RecordKind::TreatmentPlan:
        return fitsARevision(reader, signature);
    default:
        return true;
    }
}

/// A session of a patient, with the day on which it was booked.
struct BookedSession {
    SessionId id;
    QDate day;
};

base::Result<QList<BookedSession>> sessionsOf(PracticeReader& reader, const PatientId& patient) {
    const auto doses = allOf<DosingSession>(reader, patient);
    const auto talks = allOf<TherapySession>(reader, patient);
    if (!doses || !talks) {
        return tl::unexpected<base::Error>(!doses ? doses.error() : talks.error());
    }
    QList<BookedSession> sessions;
    for (const DosingSession& dose : *doses) {
        sessions.append({dose.id, dose.booked.date});
    }
    for (const TherapySession& talk : *talks) {
        sessions.append({talk.id, talk.booked.date});
    }
    return sessions;
}

} // namespace

QString UnfitSignature::text() const {
    if (session) {
        return Words::tr(
                   "A signature of %1 does not fit what stands under it: session of %2, %3. What was signed "
                   "is "
                   "in the history of that session; compare it with what stands there now.")
            .arg(signature.at.toIso(), day.toString(Qt::ISODate), session->toString());
    }
    return Words::tr("A signature of %1 does not fit what stands under it: %2 %3. What was signed is in the "
                     "history "
                     "of the patient; compare it with what stands there now.")
        .arg(signature.at.toIso(), kindWords(signature.targetKind), signature.target.toString());
}

base::Result<QList<UnfitSignature>> SignatureCheck::run(const std::function<bool(double)>& progress) const {
    const auto patients = m_reader.records().list<Patient>();
    if (!patients) {
        return tl::unexpected<base::Error>(patients.error());
    }
    QList<UnfitSignature> unfit;
    qsizetype done = 0;
    for (const Patient& patient : patients->records) {
        const auto found = ofPatient(patient);
        if (!found) {
            return found;
        }
        unfit += *found;
        ++done;
        if (progress &&
            !progress(static_cast<double>(done) / static_cast<double>(patients->records.size()))) {
            return storage::checkWasStopped();
        }
    }
    return unfit;
}

base::Result<QList<UnfitSignature>> SignatureCheck::ofPatient(const Patient& patient) const {
    const auto signatures = allOf<Signature>(m_reader, patient.id);
    if (!signatures) {
        return tl::unexpected<base::Error>(signatures.error());
    }
    QList<UnfitSignature> unfit;
    if (signatures->isEmpty()) {
        return unfit;
    }
    for (const Signature& signature : *signatures) {
        const auto isFit = fitsAlone(m_reader, signature);
        if (!isFit) {
            return tl::unexpected<base::Error>(isFit.error());
        }
        if (!*isFit) {
            unfit.append(UnfitSignature{.signature = signature, .patientName = patient.displayName()});
        }
    }
    const auto sessions = sessionsOf(m_reader, patient.id);
    if (!sessions) {
        return tl::unexpected<base::Error>(sessions.error());
    }
    const SessionReader reader(m_reader);
    for (const BookedSession& session : *sessions) {
        const auto broken = reader.load(session.id).and_then([&](const SessionContent& content) {
            return reader.brokenOf(content);
        });
        if (!broken) {
            return tl::unexpected<base::Error>(broken.error());
        }
        for (const Signature& signature : *broken) {
            unfit.append({signature, session.id, session.day, patient.displayName()});
        }
    }
    return unfit;
}

} // namespace kairos::workflow
