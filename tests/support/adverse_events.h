// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/open_practice_fixture.h"

#include "core/record/adverse_event.h"
#include "core/record/dosing_session.h"
#include "core/record/signature.h"
#include "core/storage/connection.h"
#include "core/storage/practice_file.h"
#include "core/workflow/writing_door.h"

namespace kairos::test {

/// Writes doses and adverse events as they were held.
class AdverseDesk final {
public:
    explicit AdverseDesk(support::OpenPracticeFixture& fixture) : m_fixture(fixture) {}

    /// A dose at nine of that day; signed or not.
    record::DosingSession dose(const record::PatientId& patient, int number, QDate day,
                               record::SessionState state = record::SessionState::Signed) {
        auto& practice = m_fixture.practice();
        record::DosingSession one;
        one.id = practice.ids().next<record::SessionId>();
        one.patient = patient;
        one.number = number;
        one.drug = QStringLiteral("ketamine");
        one.state = state;
        one.booked = {day, QTime(9, 0), practice.practice().zone};
        one.startedAt = m_fixture.at(day, QTime(9, 0));
        one.stoppedAt = one.startedAt->plusMinutes(40);
        save(one);
        if (state == record::SessionState::Signed) {
            record::Signature signature;
            signature.id = practice.ids().next<record::SignatureId>();
            signature.targetKind = record::RecordKind::DosingSession;
            signature.target = one.id.uuid;
            signature.patient = patient;
            signature.signer = m_fixture.clinician();
            signature.at = practice.now();
            m_late.append(signature);
        }
        return one;
    }
    /// An event so many minutes after the dose began.
    record::AdverseEvent event(const record::DosingSession& dose, const QString& term, int minute,
                               std::optional<int> grade = {}) {
        record::AdverseEvent one;
        one.id = m_fixture.practice().ids().next<record::AdverseEventId>();
        one.patient = dose.patient;
        one.session = dose.id;
        one.term = term;
        one.onset = dose.startedAt->plusMinutes(minute);
        one.grade = grade;
        save(one);
        return one;
    }
    /// Puts the names under the signed doses; nothing of them can be written from then on.
    void sign() {
        for (const record::Signature& signature : m_late) {
            save(signature);
        }
        m_late.clear();
    }
    /// What another program did to the file behind the practice's back.
    void tamper(const char* sql) {
        const auto& key = m_fixture.practice().file().key();
        storage::Connection other(m_fixture.path(), storage::OpenMode::Write, &key);
        other.execute(sql);
    }
    template <class Record>
    void save(const Record& value) {
        support::required(
            workflow::WritingDoor(m_fixture.practice()).save({{record::Action::Created, value, {}}}));
    }

private:
    support::OpenPracticeFixture& m_fixture;
    QList<record::Signature> m_late;
};

} // namespace kairos::test
