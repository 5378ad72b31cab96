// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/signature_check.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/signed_note.h"

#include "core/record/dosing_session.h"
#include "core/record/patient.h"
#include "core/record/therapy_session.h"
#include "core/storage/practice_file.h"

#include <QCoreApplication>

#include <utility>

namespace kairos::workflow {

using namespace record;

QString UnfitSignature::text() const {
    return QCoreApplication::translate(
               "workflow", "A signature of %1 does not fit what stands under it: session of %2, %3. What was "
                           "signed is in the history of that session; compare it with what stands there now.")
        .arg(signature.at.toIso(), day.toString(Qt::ISODate), session.toString());
}

base::Result<QList<UnfitSignature>> SignatureCheck::run() const {
    const auto patients = m_practice.file().records().list<Patient>();
    if (!patients) {
        return tl::unexpected<base::Error>(patients.error());
    }
    QList<UnfitSignature> unfit;
    for (const Patient& patient : patients->records) {
        const auto found = ofPatient(patient.id);
        if (!found) {
            return found;
        }
        unfit += *found;
    }
    return unfit;
}

base::Result<QList<UnfitSignature>> SignatureCheck::ofPatient(const PatientId& patient) const {
    storage::RowFilter any;
    any.patient = patient;
    any.limit = 1;
    const auto isSigned = m_practice.file().records().list<Signature>(any);
    if (!isSigned || isSigned->records.isEmpty()) {
        return isSigned.map([](auto&&) { return QList<UnfitSignature>(); });
    }
    const SessionDesk desk(m_practice);
    const auto doses = desk.dosingOf(patient);
    const auto talks = desk.therapyOf(patient);
    if (!doses || !talks) {
        return tl::unexpected<base::Error>(!doses ? doses.error() : talks.error());
    }
    QList<std::pair<SessionId, QDate>> sessions;
    for (const DosingSession& dose : *doses) {
        sessions.append({dose.id, dose.booked.date});
    }
    for (const TherapySession& talk : *talks) {
        sessions.append({talk.id, talk.booked.date});
    }
    QList<UnfitSignature> unfit;
    for (const auto& [id, day] : std::as_const(sessions)) {
        const auto broken = desk.load(id).and_then(
            [&](const SessionContent& content) { return SignedNotes(m_practice).brokenOf(content); });
        if (!broken) {
            return tl::unexpected<base::Error>(broken.error());
        }
        for (const Signature& signature : *broken) {
            unfit.append({id, day, signature});
        }
    }
    return unfit;
}

} // namespace kairos::workflow
