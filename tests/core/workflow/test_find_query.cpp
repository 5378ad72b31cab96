// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/find_query.h"

#include "core/record/records.h"
#include "core/storage/connection.h"
#include "core/storage/practice_file.h"
#include "core/workflow/practice_check.h"
#include "core/workflow/writing_door.h"

#include "tests/core/workflow/shared_visit.h"
#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_find_query {
using namespace kairos;
using namespace record;
using support::required;
using workflow::FindAnswer;
using workflow::FindQuery;
using State = FindAnswer::State;

namespace {

/// Elena Marsh with a dosing session of 1 November, 23:30 UTC: the 2nd in the practice's zone.
struct Course {
    support::OpenPracticeFixture fixture;
    PatientId elena = fixture.addElena();
    DosingSession dose;

    Course() {
        dose.id = fixture.practice().ids().next<SessionId>();
        dose.patient = elena;
        dose.number = 8;
        dose.booked = {QDate(2026, 11, 2), QTime(0, 30), QStringLiteral("Europe/Oslo")};
        dose.state = SessionState::Held;
        dose.startedAt = fixture.at(QDate(2026, 11, 2), QTime(0, 30));
        dose.intention = QStringLiteral("to meet my father in the garden");
        save(dose);
    }

    template <class Record>
    void save(const Record& record, Action action = Action::Created) {
        required(
            workflow::WritingDoor(fixture.practice())
                .save({{action, record, action == Action::Created ? QString() : QStringLiteral("reason")}}));
    }

    Note note(const QString& text) {
        Note note;
        note.id = fixture.practice().ids().next<NoteId>();
        note.session = dose.id;
        note.patient = elena;
        note.author = fixture.clinician();
        note.writtenAt = fixture.at(QDate(2026, 11, 2), QTime(12, 0));
        note.sections = {{QStringLiteral("text"), text}};
        return note;
    }

    /// Signatures under all versions, and the later ones where signed amendments leave them: how they
    /// are signed is not what is asked about here.
    void putSigned(const Note& first, const QList<Note>& later) {
        auto& practice = fixture.practice();
        QList<storage::Change> changes;
        for (const Note& note : later) {
            changes.append({Action::Created, note, {}});
        }
        for (const Note& note : QList<Note>{first} + later) {
            Signature signature;
            signature.id = practice.ids().next<SignatureId>();
            signature.target = note.id.uuid;
            signature.patient = elena;
            signature.signer = fixture.clinician();
            signature.at = note.writtenAt;
            signature.contentHash = QByteArray(32, 'x');
            changes.append({Action::Created, signature, {}});
        }
        required(practice.file().commit({practice.actor(), practice.now(), changes, {}}));
    }

    FindAnswer find(const QString& text, int offset = 0, int limit = 20) {
        return required(FindQuery(fixture.practice()).find({text, std::nullopt, offset, limit}));
    }
};

} // namespace

TEST_CASE("a hit names patient, session, day and the passage", "[workflow][find]") {
    Course course;
    const auto answer = course.find(QStringLiteral("gard"));
    REQUIRE(answer.state == State::Done);
    REQUIRE(answer.records.size() == 1);
    const auto& hit = answer.records.first();
    REQUIRE(hit.kind == RecordKind::DosingSession);
    REQUIRE(hit.patient.id == course.elena);
    REQUIRE(hit.session->id == course.dose.id);
    REQUIRE(!hit.session->therapy);
    REQUIRE(hit.session->number == 8);
    REQUIRE(hit.day == QDate(2026, 11, 2));
    REQUIRE(hit.passage.part == QStringLiteral("intention"));
    REQUIRE(hit.passage.text.mid(hit.passage.marks.first().start, hit.passage.marks.first().length) ==
            QStringLiteral("garden"));
    REQUIRE(!hit.isAddendum);
}

TEST_CASE("nothing and too little typed are told apart", "[workflow][find]") {
    Course course;
    REQUIRE(course.find(QString()).state == State::NothingTyped);
    REQUIRE(course.find(QStringLiteral("  * ")).state == State::NothingTyped);
    REQUIRE(course.find(QStringLiteral("g")).state == State::TooShort);
    REQUIRE(course.find(QStringLiteral("ga")).state == State::Done);
}

TEST_CASE("homework, interventions and who was present are found, picked findings are not",
          "[workflow][find]") {
    Course course;
    Note note = course.note(QStringLiteral("calm"));
    note.details.homework = QStringLiteral("feed the wombat");
    note.details.interventions = {QStringLiteral("zebra breathing")};
    note.details.present = {QStringLiteral("aunt Quilla")};
    note.details.mentalRemark = QStringLiteral("xylophone voice");
    note.details.mentalState = {{QStringLiteral("mood"), QStringLiteral("irritable")}};
    course.save(note);
    const auto partOf = [&](const char* words) {
        const auto answer = course.find(QLatin1String(words));
        return answer.records.size() == 1 ? answer.records.first().passage.part.toStdString() : std::string();
    };
    REQUIRE(partOf("wombat") == "homework");
    REQUIRE(partOf("zebra") == "interventions");
    REQUIRE(partOf("quilla") == "present");
    REQUIRE(partOf("xylophone") == "mental-state");
    REQUIRE(partOf("irritable").empty());
}

TEST_CASE("text of many kinds is found, and said to be an addendum where it is one", "[workflow][find]") {
    Course course;
    auto& ids = course.fixture.practice().ids();
    Note first = course.note(QStringLiteral("calm"));
    Note later = course.note(QStringLiteral("wombat in the addendum"));
    later.addendumTo = first.id;
    first.risk.protective = QStringLiteral("her wombat");
    course.save(first);
    course.save(later);
    Goal goal;
    goal.id = ids.next<GoalId>();
    goal.patient = course.elena;
    goal.plan = ids.next<PlanId>();
    goal.text = QStringLiteral("walk the wombat");
    course.save(goal);
    AdverseEvent event;
    event.id = ids.next<AdverseEventId>();
    event.patient = course.elena;
    event.session = course.dose.id;
    event.term = QStringLiteral("Wombat bite");
    event.onset = course.fixture.at(QDate(2026, 11, 3), QTime(8, 0));
    course.save(event);
    AdverseFollowUp line;
    line.id = ids.next<AdverseFollowUpId>();
    line.event = event.id;
    line.patient = course.elena;
    line.kind = FollowUpKind::Addendum;
    line.at = event.onset;
    line.by = course.fixture.clinician();
    line.reason = QStringLiteral("it was no wombat");
    course.save(line);
    Medication medicine;
    medicine.id = ids.next<MedicationId>();
    medicine.patient = course.elena;
    medicine.name = QStringLiteral("Wombatine");
    course.save(medicine);
    Document letter;
    letter.id = ids.next<DocumentId>();
    letter.patient = course.elena;
    letter.title = QStringLiteral("To the surgery");
    letter.dated = QDate(2026, 11, 2);
    letter.text = QStringLiteral("Mrs Marsh walks her wombat again.");
    letter.enteredBy = course.fixture.clinician();
    course.save(letter);
    Document scan = letter;
    scan.id = ids.next<DocumentId>();
    scan.title = QStringLiteral("Wombat licence");
    scan.text.clear();
    course.save(scan);
    const auto answer = course.find(QStringLiteral("wombat"));
    QHash<RecordKind, int> kinds;
    int addenda = 0;
    for (const auto& hit : answer.records) {
        ++kinds[hit.kind];
        addenda += hit.isAddendum ? 1 : 0;
        REQUIRE(!hit.passage.marks.isEmpty());
        const bool isOfDose = hit.kind != RecordKind::Goal && hit.kind != RecordKind::Medication &&
                              hit.kind != RecordKind::Document;
        REQUIRE(hit.session.has_value() == isOfDose);
        const bool isOfEvent =
            hit.kind == RecordKind::AdverseEvent || hit.kind == RecordKind::AdverseFollowUp;
        REQUIRE(hit.adverse == (isOfEvent ? std::optional(event.id) : std::nullopt));
        REQUIRE(hit.goal == (hit.kind == RecordKind::Goal ? std::optional(goal.id) : std::nullopt));
    }
    REQUIRE(kinds == QHash<RecordKind, int>{{RecordKind::Note, 2},
                                            {RecordKind::Goal, 1},
                                            {RecordKind::AdverseEvent, 1},
                                            {RecordKind::AdverseFollowUp, 1},
                                            {RecordKind::Medication, 1},
                                            {RecordKind::Document, 2}});
    REQUIRE(addenda == 2);
}

TEST_CASE("pages follow each other without a gap or a repetition", "[workflow][find]") {
    Course course;
    for (int i = 0; i < 25; ++i) {
        course.save(course.note(QStringLiteral("tulip %1").arg(i)));
    }
    QSet<base::Uuid> seen;
    int pages = 0;
    while (true) {
        const auto answer = course.find(QStringLiteral("tulip"), pages * 10, 10);
        for (const auto& hit : answer.records) {
            REQUIRE(!seen.contains(hit.id));
            seen.insert(hit.id);
        }
        ++pages;
        if (!answer.hasMore) {
            break;
        }
    }
    REQUIRE(pages == 3);
    REQUIRE(seen.size() == 25);
    REQUIRE(course.find(QStringLiteral("tulip"), 25, 10).records.isEmpty());
}

TEST_CASE("nothing of a patient who was entered in error is shown", "[workflow][find]") {
    Course course;
    const auto elena = *required(course.fixture.practice().file().records().find<Patient>(course.elena));
    REQUIRE(course.find(QStringLiteral("elena")).records.size() == 1);
    course.save(elena, Action::EnteredInError);
    REQUIRE(course.find(QStringLiteral("elena")).records.isEmpty());
    REQUIRE(course.find(QStringLiteral("garden")).records.isEmpty());
}

TEST_CASE("an index that is not there yet is said, made in steps and then searched", "[workflow][find]") {
    Course course;
    const FindQuery query(course.fixture.practice());
    required(query.startAnew());
    REQUIRE(course.find(QStringLiteral("garden")).state == State::NotReady);
    while (required(query.prepare()) < 1.0) {
    }
    REQUIRE(course.find(QStringLiteral("garden")).records.size() == 1);
}

TEST_CASE("a draft is not found before it is saved", "[workflow][find]") {
    Course course;
    required(course.fixture.practice().file().drafts().keep(
        {{QStringLiteral("note"), course.dose.id.uuid, course.fixture.clinician()},
         course.fixture.clock().nowMs(),
         "{\"text\":\"orchid\"}"}));
    REQUIRE(course.find(QStringLiteral("orchid")).records.isEmpty());
}

TEST_CASE("the call after a dose is found, the answers at its gates are not", "[workflow][find]") {
    Course course;
    GateCheck check;
    check.session = course.dose.id;
    check.patient = course.elena;
    check.by = course.fixture.clinician();
    check.at = course.fixture.at(QDate(2026, 11, 3), QTime(10, 0));
    check.evidence = QStringLiteral("Marmaduke, 555 0144");
    for (const Gate gate : {Gate::PreDose, Gate::Discharge, Gate::Call}) {
        check.id = course.fixture.practice().ids().next<GateCheckId>();
        check.gate = gate;
        course.save(check);
    }
    REQUIRE(course.find(QStringLiteral("marmaduke")).records.isEmpty());
    check.id = course.fixture.practice().ids().next<GateCheckId>();
    check.gate = Gate::After;
    check.evidence = QStringLiteral("slept well, said Marmaduke");
    course.save(check);
    const auto answer = course.find(QStringLiteral("marmaduke"));
    REQUIRE(answer.records.size() == 1);
    REQUIRE(answer.records.first().session->id == course.dose.id);
    REQUIRE(answer.records.first().day == QDate(2026, 11, 3));
}

TEST_CASE("a damaged search index is no trouble of the journal, and a search mends it", "[workflow][find]") {
    Course course;
    const auto key = course.fixture.practice().file().key().clone();
    course.fixture.close();
    {
        storage::Connection connection(course.fixture.path(), storage::OpenMode::Write, &key);
        connection.execute("UPDATE search_text_data SET block = x'FFFFFFFFFFFFFFFF'");
    }
    course.fixture.reopen();
    for (const auto depth : {workflow::CheckDepth::Journal, workflow::CheckDepth::Deep}) {
        REQUIRE(required(workflow::PracticeCheck(course.fixture.practice()).run(depth)).isOk());
    }
    const FindQuery query(course.fixture.practice());
    REQUIRE(query.find({QStringLiteral("garden")}).error().code == base::ErrorCode::Damaged);
    REQUIRE(course.find(QStringLiteral("garden")).state == State::NotReady);
    while (required(query.prepare()) < 1.0) {
    }
    REQUIRE(course.find(QStringLiteral("garden")).records.size() == 1);
}

TEST_CASE("An amended note is found once, in the version that stands", "[workflow][find]") {
    Course course;
    const Note first = course.note(QStringLiteral("The garden of her childhood, in winter."));
    course.save(first);
    REQUIRE_FALSE(course.find(QStringLiteral("childhood")).records.first().isFormer);
    Note amended = course.note(QStringLiteral("The garden of her childhood, in spring."));
    amended.amends = first.id;
    amended.amendReason = QStringLiteral("misheard the season");
    amended.writtenAt = first.writtenAt.plusMinutes(60);
    Note again = amended;
    again.id = course.fixture.practice().ids().next<NoteId>();
    again.writtenAt = amended.writtenAt.plusMinutes(60);
    again.sections.first().text = QStringLiteral("The orchard of her childhood, in spring.");
    course.putSigned(first, {amended, again});

    const auto all = course.find(QStringLiteral("childhood"));
    REQUIRE(all.records.size() == 1);
    REQUIRE(all.records.first().id == again.id.uuid);
    REQUIRE_FALSE(all.records.first().isFormer);
    const auto former = course.find(QStringLiteral("winter"));
    REQUIRE(former.records.size() == 1);
    REQUIRE(former.records.first().id == first.id.uuid);
    REQUIRE(former.records.first().isFormer);
    const auto twice = course.find(QStringLiteral("garden childhood"));
    REQUIRE(twice.records.size() == 1);
    REQUIRE(twice.records.first().isFormer);
}

TEST_CASE("Why a note was amended is found and leads to the version it made", "[workflow][find]") {
    Course course;
    const Note first = course.note(QStringLiteral("The garden of her childhood, in winter."));
    course.save(first);
    Note amended = course.note(QStringLiteral("The garden of her childhood, in spring."));
    amended.amends = first.id;
    amended.amendReason = QStringLiteral("misheard the season");
    amended.writtenAt = first.writtenAt.plusMinutes(60);
    Note again = course.note(QStringLiteral("The orchard of her childhood, in spring."));
    again.amends = first.id;
    again.amendReason = QStringLiteral("she corrected the place");
    again.writtenAt = amended.writtenAt.plusMinutes(60);
    course.putSigned(first, {amended, again});

    const auto standing = course.find(QStringLiteral("corrected orchard"));
    REQUIRE(standing.records.size() == 1);
    REQUIRE(standing.records.first().id == again.id.uuid);
    REQUIRE_FALSE(standing.records.first().isFormer);
    REQUIRE(standing.records.first().session->id == course.dose.id);
    const auto reason = course.find(QStringLiteral("correct"));
    REQUIRE(reason.records.first().passage.part == QStringLiteral("amend-reason"));
    REQUIRE(reason.records.first().passage.text == again.amendReason);
    const auto former = course.find(QStringLiteral("misheard"));
    REQUIRE(former.records.size() == 1);
    REQUIRE(former.records.first().id == amended.id.uuid);
    REQUIRE(former.records.first().isFormer);
}

TEST_CASE("Why a note was entered in error is never found, and neither is what it leaves behind",
          "[workflow][find]") {
    test::SharedVisit visit;
    visit.write(QStringLiteral("Calm throughout."));
    required(visit.sign());
    workflow::SignedNotes notes(visit.practice());
    Note amended = visit.content().notes.first();
    amended.sections.first().text = QStringLiteral("Calm, then tearful.");
    required(notes.amend(amended, visit.because(QStringLiteral("misheard her"))));
    const FindQuery query(visit.practice());
    const auto hits = [&](const char* words) {
        return required(query.find({QLatin1String(words)})).records.size();
    };
    REQUIRE(hits("misheard") == 1);
    required(notes.withdraw(visit.content().notes.first(),
                            visit.because(QStringLiteral("belongs to the wombat keeper"))));
    for (const auto* words : {"misheard", "wombat", "calm"}) {
        REQUIRE(hits(words) == 0);
    }
    required(query.startAnew());
    while (required(query.prepare()) < 1.0) {
    }
    for (const auto* words : {"misheard", "wombat", "calm"}) {
        REQUIRE(hits(words) == 0);
    }
}

} // namespace test_find_query
