// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/found_model.h"

#include "ui/patients/found_places.h"
#include "ui/patients/found_words.h"

#include "ui/shared/page_factory.h"

#include "core/workflow/record_words.h"

#include <QAbstractItemModelTester>

#include <catch2/catch_test_macros.hpp>

namespace test_found_model {
using namespace kairos;
using record::RecordKind;
using ui::FoundModel;
using ui::MatchRange;
using workflow::FoundRecord;

namespace {

const base::Uuid kId = *base::Uuid::fromString(QStringLiteral("0192f000-0000-7000-8000-000000000001"));
const record::SessionId kSession{
    *base::Uuid::fromString(QStringLiteral("0192f000-0000-7000-8000-000000000002"))};
const record::PatientId kPatient{
    *base::Uuid::fromString(QStringLiteral("0192f000-0000-7000-8000-000000000003"))};

FoundRecord hitOf(RecordKind kind, const QString& part) {
    FoundRecord hit;
    hit.kind = kind;
    hit.id = kId;
    hit.patient.id = kPatient;
    hit.patient.givenName = QStringLiteral("Elena");
    hit.patient.familyName = QStringLiteral("Marsh");
    hit.patient.mrn = QStringLiteral("AH-0412");
    hit.passage.part = part;
    return hit;
}

FoundRecord inSession(FoundRecord hit, std::optional<record::TherapyType> type, int number) {
    hit.session = workflow::FoundSession{kSession, type, number};
    return hit;
}

QList<MatchRange> marks(const FoundModel& model, int column) {
    return model.index(0, column).data(FoundModel::MarksRole).value<QList<MatchRange>>();
}

} // namespace

TEST_CASE("A row names patient, part, session and day, and marks what was found", "[find][model]") {
    FoundRecord hit =
        inSession(hitOf(RecordKind::Note, QStringLiteral("assessment")), record::TherapyType::Integration, 3);
    hit.day = QDate(2026, 10, 20);
    hit.passage.text = QStringLiteral("her father in the garden");
    hit.passage.marks = {{18, 6, 1}};
    FoundModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setFound(QStringLiteral("marsh gard"), {hit});
    const auto text = [&](int column) { return model.index(0, column).data().toString(); };
    const QString separator(QChar(QChar::LineSeparator));
    REQUIRE(text(FoundModel::Patient) ==
            QStringLiteral("Elena Marsh") + separator + QStringLiteral("AH-0412"));
    REQUIRE(text(FoundModel::What) ==
            QStringLiteral("Note: Assessment") + separator + QStringLiteral("Integration 3"));
    REQUIRE(text(FoundModel::Passage) == QStringLiteral("her father in the garden"));
    REQUIRE(text(FoundModel::Day) == QStringLiteral("20 Oct 2026"));
    REQUIRE(marks(model, FoundModel::Patient) == QList<MatchRange>{{6, 5}});
    REQUIRE(marks(model, FoundModel::Passage) == QList<MatchRange>{{18, 6}});
    REQUIRE(marks(model, FoundModel::Day).isEmpty());
    REQUIRE(model.index(0, 0).data(ui::IdRole).toString() == kId.toString());
}

TEST_CASE("A passage that is cut says so at both ends, and its marks move along", "[find][model]") {
    FoundRecord hit = hitOf(RecordKind::Goal, QStringLiteral("goal"));
    hit.passage.text = QStringLiteral("in the garden again");
    hit.passage.marks = {{7, 6, 0}};
    hit.passage.isCutBefore = true;
    hit.passage.isCutAfter = true;
    FoundModel model;
    model.setFound(QStringLiteral("garden"), {hit});
    const QString text = model.index(0, FoundModel::Passage).data().toString();
    REQUIRE(text == QStringLiteral("… in the garden again …"));
    const MatchRange mark = marks(model, FoundModel::Passage).first();
    REQUIRE(text.mid(mark.start, mark.length) == QStringLiteral("garden"));
    REQUIRE(model.index(0, FoundModel::Day).data().toString().isEmpty());
    REQUIRE(model.index(0, FoundModel::What).data().toString() == QStringLiteral("Goal"));
}

TEST_CASE("Every part that is searched has words of its own", "[find][model]") {
    for (const record::SearchedField& field : record::kSearchedFields) {
        // Sections and the lines of the risk are called by their own ids.
        const QString part = qstrcmp(field.part, "section") == 0 ? QStringLiteral("plan")
                             : qstrcmp(field.part, "risk") == 0  ? QStringLiteral("risk-means")
                                                                 : QString(QLatin1String(field.part));
        const QString words = ui::foundKindText(hitOf(field.kind, part));
        INFO(field.part << " of " << words.toStdString());
        REQUIRE(words != workflow::kindWords(field.kind));
        REQUIRE(words.front().isUpper());
    }
    FoundRecord addendum = hitOf(RecordKind::Note, QStringLiteral("text"));
    addendum.isAddendum = true;
    REQUIRE(ui::foundKindText(addendum) == QStringLiteral("Addendum to a note"));
    FoundRecord former = hitOf(RecordKind::Note, QStringLiteral("plan"));
    former.isFormer = true;
    REQUIRE(ui::foundKindText(former) == QStringLiteral("Note: Plan (former version)"));
    addendum.kind = RecordKind::AdverseFollowUp;
    REQUIRE(ui::foundKindText(addendum) == QStringLiteral("Addendum to an adverse event"));
}

TEST_CASE("The session is named by kind and number, where there is one", "[find][model]") {
    const FoundRecord hit = hitOf(RecordKind::Note, QStringLiteral("data"));
    REQUIRE(ui::foundSessionText(hit).isEmpty());
    REQUIRE(ui::foundSessionText(inSession(hit, std::nullopt, 8)) == QStringLiteral("Dose 8"));
    REQUIRE(ui::foundSessionText(inSession(hit, record::TherapyType::Other, 0)) == QStringLiteral("Session"));
}

TEST_CASE("A note opens at the reach of its marks, and without marks at its passage", "[find][places]") {
    FoundRecord hit =
        inSession(hitOf(RecordKind::Note, QStringLiteral("plan")), record::TherapyType::Therapy, 2);
    hit.passage.start = 100;
    hit.passage.marks = {{4, 6, 0}, {20, 5, 1}};
    const record::NoteId note{kId};
    REQUIRE(ui::placeOf(hit) ==
            ui::Place(ui::TherapyPlace{kPatient, kSession,
                                       ui::NotePassage{note, QStringLiteral("plan"), 104, 21}}));
    hit.passage.marks.clear();
    hit.session->therapy.reset();
    REQUIRE(ui::placeOf(hit) ==
            ui::Place(ui::DosingPlace{
                kPatient, kSession, false, {}, ui::NotePassage{note, QStringLiteral("plan"), 100, 0}}));
    hit.session.reset();
    REQUIRE(ui::placeOf(hit) == ui::Place(ui::ChartPlace{kPatient, ui::kTabSessions}));
}

TEST_CASE("What belongs to a dose opens there at its line", "[find][places]") {
    const auto dose = [](FoundRecord hit) { return ui::placeOf(inSession(hit, std::nullopt, 1)); };
    const auto at = [](const QString& part) {
        return ui::Place(ui::DosingPlace{kPatient, kSession, false, part});
    };
    REQUIRE(dose(hitOf(RecordKind::Reading, QStringLiteral("remark"))) == at(kId.toString()));
    REQUIRE(dose(hitOf(RecordKind::SessionEvent, QStringLiteral("event"))) == at(kId.toString()));
    REQUIRE(dose(hitOf(RecordKind::GateCheck, QStringLiteral("call"))) == at(ui::kPartCalls));
    REQUIRE(dose(hitOf(RecordKind::DosingSession, QStringLiteral("intention"))) == at(ui::kPartIntention));
    REQUIRE(dose(hitOf(RecordKind::DosingSession, QStringLiteral("end-reason"))) == at({}));
    FoundRecord event = hitOf(RecordKind::AdverseFollowUp, QStringLiteral("outcome"));
    event.adverse = record::AdverseEventId{kSession.uuid};
    REQUIRE(dose(event) == at(kSession.toString()));
    REQUIRE(ui::placeOf(event) ==
            ui::Place(ui::ChartPlace{kPatient, QString(ui::kTabSessions), kSession.toString()}));
}

TEST_CASE("What belongs to a chart opens in its tab at its line", "[find][places]") {
    const auto tab = [](QLatin1String id, const QString& part) {
        return ui::Place(ui::ChartPlace{kPatient, id, part});
    };
    FoundRecord goal = hitOf(RecordKind::GoalAttainment, QStringLiteral("remark"));
    goal.goal = record::GoalId{kSession.uuid};
    REQUIRE(ui::placeOf(goal) == tab(ui::kTabPlan, kSession.toString()));
    REQUIRE(ui::placeOf(hitOf(RecordKind::TreatmentPlan, QStringLiteral("goal"))) ==
            tab(ui::kTabPlan, kId.toString()));
    for (const RecordKind kind : {RecordKind::Allergy, RecordKind::Diagnosis, RecordKind::Medication,
                                  RecordKind::AntidepressantTrial, RecordKind::Consent}) {
        REQUIRE(ui::placeOf(hitOf(kind, {})) == tab(ui::kTabMedication, kId.toString()));
    }
    FoundRecord answer = hitOf(RecordKind::ScreeningFinding, QStringLiteral("remark"));
    answer.condition = QStringLiteral("pregnancy");
    REQUIRE(ui::placeOf(answer) == tab(ui::kTabMedication, QStringLiteral("pregnancy")));
    REQUIRE(ui::placeOf(hitOf(RecordKind::TherapySheet, QStringLiteral("sheet"))) ==
            tab(ui::kTabSheets, kId.toString()));
    REQUIRE(ui::placeOf(hitOf(RecordKind::RiskItem, QStringLiteral("plan"))) ==
            ui::Place(ui::RiskPlace{kPatient}));
    REQUIRE(ui::placeOf(hitOf(RecordKind::Patient, QStringLiteral("mrn"))) ==
            ui::Place(ui::ChartPlace{kPatient, {}}));
}

} // namespace test_found_model
