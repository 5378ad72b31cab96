// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/any_record.h"
#include "core/record/packed_fields.h"
#include "core/record/records.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

namespace test_records {
using namespace kairos::record;

namespace {

/// Collects field ids in the order in which a record names them.
struct FieldIds {
    std::vector<quint16> ids;
    template <class T>
    void operator()(quint16 field, const T&) {
        ids.push_back(field);
    }
};

} // namespace

TEST_CASE("Every record names its fields in rising order and packs", "[record]") {
    for (const RecordKind kind : kAllKinds) {
        CAPTURE(static_cast<int>(kind));
        REQUIRE(withRecordType(kind, [&]<class Record>() {
            const Record record{};
            REQUIRE(Record::kKind == kind);
            FieldIds visitor;
            Record::fields(record, visitor);
            REQUIRE_FALSE(visitor.ids.empty());
            for (size_t i = 1; i < visitor.ids.size(); ++i) {
                REQUIRE(visitor.ids[i - 1] < visitor.ids[i]);
            }
            REQUIRE(unpack<Record>(pack(record)) == record);
            const AnyRecord any = record;
            REQUIRE(any.kind() == kind);
            REQUIRE(any.get<Record>() == record);
            REQUIRE(*any.as<Record>() == record);
        }));
    }
}

TEST_CASE("A record of any kind is not taken for another kind", "[record]") {
    Patient patient;
    patient.id = PatientId{kairos::base::Uuid{{1}}};
    const AnyRecord any = patient;
    REQUIRE(any.id() == patient.id.uuid);
    REQUIRE(any.as<Rating>() == nullptr);
    REQUIRE(AnyRecord().as<Patient>() == nullptr);
}

TEST_CASE("The display name prefers the preferred name", "[record]") {
    Patient patient;
    patient.familyName = QStringLiteral("Marsh");
    patient.givenName = QStringLiteral("Eleanor");
    REQUIRE(patient.displayName() == QStringLiteral("Eleanor Marsh"));
    patient.preferredName = QStringLiteral("Elena");
    REQUIRE(patient.displayName() == QStringLiteral("Elena Marsh"));
}

TEST_CASE("An allergy list starts as not asked", "[record]") {
    REQUIRE(Patient{}.allergyStatus == AllergyStatus::NotAsked);
}

TEST_CASE("The new fields of a risk item and a practice change no former content", "[record]") {
    RiskItem item;
    item.number = 7;
    item.assessment = QStringLiteral("no plan");
    item.evidence = {{kairos::base::Instant{1, 0}, QStringLiteral("PHQ-9: Item 9 above 0"), std::nullopt}};
    // The layout of before: fields 1 to 11, those of the evidence 1 to 3.
    QByteArray former = pack(item).first(3);
    FieldWriter writer(former);
    writer(1, item.id);
    writer(2, item.patient);
    writer(3, item.number);
    writer(4, item.openedAt);
    writer(5, item.level);
    writer(6, item.evidence);
    writer(7, item.assessment);
    writer(8, item.plan);
    const auto written = pack(item);
    REQUIRE(written == former);
    RiskItem later = item;
    later.reopenedAt = kairos::base::Instant{2, 0};
    REQUIRE(pack(later).size() > written.size());
    Practice practice;
    const auto size = pack(practice).size();
    practice.riskReopenDays = 7;
    REQUIRE(pack(practice).size() > size);
    practice.riskReopenDays.reset();
    practice.readingOrder = QStringLiteral("bp spo2 hr");
    REQUIRE(pack(practice).size() > size);
}

TEST_CASE("The stock's fields of a dosing session change no former content", "[record]") {
    DosingSession session;
    session.room = QStringLiteral("Room 2");
    const auto former = pack(session);
    session.check = DoseCheck{};
    session.check->drug = QStringLiteral("ketamine");
    session.check->volume = kairos::base::Millilitres{0.7};
    const auto checked = pack(session);
    REQUIRE(checked.startsWith(former));
    REQUIRE(checked.size() > former.size());
    REQUIRE(unpack<DosingSession>(checked) == session);
    REQUIRE(unpack<DosingSession>(former)->check == std::nullopt);
    REQUIRE(unpack<DosingSession>(former)->vial == std::nullopt);
}

TEST_CASE("The parts of a note and a clinician's macros change no former content", "[record]") {
    Note note;
    note.sections = {{QStringLiteral("plan"), QStringLiteral("walk")}};
    const auto former = pack(note);
    note.details.homework = QStringLiteral("log");
    note.details.lastHomework = HomeworkDone::Partly;
    note.details.mentalState = {{QStringLiteral("mood"), QStringLiteral("low")}};
    const auto later = pack(note);
    REQUIRE(later.startsWith(former));
    REQUIRE(later.size() > former.size());
    REQUIRE(unpack<Note>(later) == note);
    REQUIRE(unpack<Note>(former)->details == NoteDetails{});
    note.sections.first().carriedFrom = NoteId{};
    note.sections.first().carriedFrom->uuid.bytes[0] = 7;
    REQUIRE(unpack<Note>(pack(note)) == note);
    Clinician clinician;
    const auto plain = pack(clinician);
    clinician.macros = {{QStringLiteral("closing"), QStringLiteral("Thanked.")}};
    clinician.noteForms = {{TherapyType::Group, QStringLiteral("act"), NoteFormat::Girp}};
    clinician.spellLanguages = {QStringLiteral("en_US"), QStringLiteral("de_DE")};
    clinician.ownWords = {QStringLiteral("Gestalt")};
    REQUIRE(pack(clinician).startsWith(plain));
    REQUIRE(unpack<Clinician>(pack(clinician)) == clinician);
}

TEST_CASE("Amendments, withdrawals and supervision change no former content", "[record]") {
    Note note;
    const auto first = pack(note);
    note.amends = NoteId{};
    note.amends->uuid.bytes[0] = 7;
    note.amendReason = QStringLiteral("wrong side");
    REQUIRE(pack(note).startsWith(first));
    REQUIRE(unpack<Note>(pack(note)) == note);
    REQUIRE(unpack<Note>(first)->isFirst());
    REQUIRE_FALSE(note.isFirst());
    Signature signature;
    const auto whole = pack(signature);
    REQUIRE_FALSE(unpack<Signature>(whole)->use.has_value());
    for (const SignatureUse use : {SignatureUse::RecordAlone, SignatureUse::Withdrawal}) {
        signature.use = use;
        REQUIRE(pack(signature).startsWith(whole));
        REQUIRE(unpack<Signature>(pack(signature)) == signature);
    }
    Clinician clinician;
    const auto plain = pack(clinician);
    clinician.supervision = Supervision{ClinicianId{}, QDate(2026, 11, 2)};
    REQUIRE(pack(clinician).startsWith(plain));
    REQUIRE(unpack<Clinician>(pack(clinician)) == clinician);
}

} // namespace test_records
