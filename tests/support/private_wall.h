// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/open_practice_fixture.h"

#include "core/record/therapy_session.h"
#include "core/storage/connection.h"
#include "core/storage/practice_file.h"
#include "core/workflow/private_access.h"
#include "core/workflow/private_release.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/therapy_care.h"
#include "core/workflow/writing_door.h"

#include <QFile>

namespace kairos::support {

/// A word that no other text of a test holds: where it turns up, a private note has leaked.
inline const QString kMarker = QStringLiteral("quagmirelantern");

/// Whether the bytes hold the marker in one of the ways that text is stored, or a long part of it.
inline bool hasMarker(const QByteArray& bytes) {
    const QByteArray lower = bytes.toLower();
    const QString part = kMarker.mid(1);
    const QByteArray wide(reinterpret_cast<const char*>(part.utf16()), part.size() * 2);
    return lower.contains(part.toUtf8()) || lower.contains(wide) ||
           lower.contains(kMarker.toUtf8().toBase64().toLower()) || lower.contains(part.toUtf8().toHex());
}

/// Every value of every table of a practice, as whoever holds its key reads it.
inline QByteArray everyValueOf(const QString& path, const security::PracticeKey& key) {
    storage::Connection connection(path, storage::OpenMode::ReadOnly, &key);
    QList<QByteArray> sqls;
    auto& columns = connection.statement("SELECT t.name, c.name FROM sqlite_schema AS t,"
                                         " pragma_table_info(t.name) AS c WHERE t.type = 'table'");
    while (columns.step()) {
        sqls.append("SELECT CAST(\"" + columns.bytes(1).toByteArray() + "\" AS BLOB) FROM \"" +
                    columns.bytes(0).toByteArray() + "\"");
    }
    columns.reset();
    QByteArray all;
    for (const QByteArray& sql : sqls) {
        auto& values = connection.statement(sql);
        while (values.step()) {
            all.append(values.bytes(0).toByteArray()).append('\n');
        }
        values.reset();
    }
    return all;
}

inline QByteArray fileBytes(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A therapy session of today that was held and written up, not signed yet.
inline record::SessionId heldTherapy(OpenPracticeFixture& alder, const record::PatientId& patient) {
    auto& practice = alder.practice();
    record::TherapySession session;
    session.id = practice.ids().next<record::SessionId>();
    session.patient = patient;
    session.type = record::TherapyType::Integration;
    session.booked = {practice.today(), QTime(8, 0), practice.practice().zone};
    session.state = record::SessionState::Held;
    session.startedAt = practice.now().plusMinutes(-60);
    session.minutes = 50;
    session.therapist = practice.signedIn()->id;
    required(workflow::WritingDoor(practice).save({{record::Action::Created, session, {}}}));
    record::Note note;
    note.session = session.id;
    note.patient = patient;
    note.sections = {{QStringLiteral("text"), QStringLiteral("Spoke of the garden.")}};
    note.risk.ideation = record::SuicidalIdeation::None;
    required(workflow::TherapyCare(practice).saveNote(note));
    return session.id;
}

/// The same, signed.
inline record::SessionId signedTherapy(OpenPracticeFixture& alder, const record::PatientId& patient) {
    const auto id = heldTherapy(alder, patient);
    required(workflow::SessionDesk(alder.practice()).sign(id, OpenPracticeFixture::password()));
    return id;
}

/// Elena Marsh with a signed session, and behind Ruth Adeyemi's wall: two notes, one of two versions, one
/// whose release was asked for, and a draft. The marker stands in all of them, and in reason and recipient.
struct WalledCourse {
    record::PatientId elena;
    record::SessionId session;
    record::PrivateNoteId amended;
    record::PrivateNoteId asked;
    QString code; ///< Ruth's own recovery code

    explicit WalledCourse(OpenPracticeFixture& alder)
        : elena(alder.addElena()),
          session(signedTherapy(alder, elena)),
          code(required(workflow::PrivateAccess(alder.practice()).setUp(OpenPracticeFixture::password()))) {
        workflow::PrivateNotes notes(alder.practice());
        amended = required(notes.write(elena, {kMarker + QStringLiteral(" as it was"), session}));
        required(notes.write(elena, {kMarker + QStringLiteral(" as it is"), session, amended}));
        asked = required(notes.write(elena, {QStringLiteral("To tell: ") + kMarker, session}));
        required(workflow::PrivateRelease(alder.practice()).ask({asked, kMarker, kMarker}));
        required(notes.keepDraft(elena, {QStringLiteral("Half of ") + kMarker, session}));
    }
};

} // namespace kairos::support
