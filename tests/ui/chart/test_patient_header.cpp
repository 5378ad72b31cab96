// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/support/page_stage.h"

#include "ui/chart/header_words.h"
#include "ui/chart/patient_header.h"
#include "ui/shared/status_chip.h"

#include "core/workflow/patient_care.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/risk_lane.h"

#include <QPushButton>

#include <catch2/catch_test_macros.hpp>

namespace test_patient_header {
using namespace kairos;
using support::required;

namespace {

workflow::HeaderView viewOf(test::PageStage& stage) {
    return required(workflow::ChartQuery(stage.practice()).header(stage.patient()));
}

void edit(test::PageStage& stage, const std::function<void(workflow::PatientDraft&)>& change) {
    workflow::PatientCare care(stage.practice());
    auto draft = required(care.load(stage.patient()));
    change(draft);
    required(care.save(draft));
}

void rate(test::PageStage& stage, int daysAgo, int points) {
    workflow::RatingDraft draft;
    draft.patient = stage.patient();
    draft.instrument = QStringLiteral("phq-9");
    draft.assessedAt = stage.practice().now().plusMinutes(-qint64{24} * 60 * daysAgo);
    for (int i = 0; i < 9; ++i) {
        draft.answers.append(record::Answer::given(i == 8 ? 0 : points));
    }
    required(workflow::RatingCare(stage.practice()).save(draft));
}

bool shows(const ui::PatientHeader& header, const QString& words) {
    const auto labels = header.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisibleTo(&header) && label->text() == words;
    });
}

} // namespace

TEST_CASE("Allergies have three states", "[chart][header]") {
    test::PageStage stage;
    REQUIRE(ui::allergyWords(viewOf(stage)).strong == QStringLiteral("not asked"));
    edit(stage, [](workflow::PatientDraft& draft) {
        draft.patient.allergyStatus = record::AllergyStatus::NoneKnown;
    });
    REQUIRE(ui::allergyWords(viewOf(stage)).strong == QStringLiteral("none known"));
    edit(stage, [](workflow::PatientDraft& draft) {
        draft.patient.allergyStatus = record::AllergyStatus::Listed;
        draft.allergies = {{{}, {}, QStringLiteral("Penicillin"), QStringLiteral("rash")}};
    });
    const auto listed = ui::allergyWords(viewOf(stage));
    REQUIRE(listed.strong == QStringLiteral("Penicillin"));
    REQUIRE(listed.rest == QStringLiteral("rash"));
}

TEST_CASE("The header says age, birth and MRN", "[chart][header]") {
    test::PageStage stage;
    const QString line = ui::personLine(viewOf(stage).patient, QDate(2026, 11, 2));
    REQUIRE(line.contains(QStringLiteral("42 y, born 12 Mar 1984")));
    REQUIRE(line.contains(QStringLiteral("MRN AH-0412")));
}

TEST_CASE("The header tells the last score with its change", "[chart][header]") {
    test::PageStage stage;
    REQUIRE(ui::scoreWords(viewOf(stage)).strong.isEmpty());
    rate(stage, 30, 2);
    rate(stage, 0, 1);
    const auto words = ui::scoreWords(viewOf(stage));
    REQUIRE(words.strong == QStringLiteral("8 mild"));
    REQUIRE(words.rest.startsWith(QStringLiteral("▼ 8 (50")));
    REQUIRE(ui::scoreTitle(viewOf(stage), stage.practice().today(), stage.practice().zone()) ==
            QStringLiteral("PHQ-9, today"));
}

TEST_CASE("An open risk shows its chip and leads to the assessment", "[chart][header][risk]") {
    test::PageStage stage;
    ui::PatientHeader header(stage.context());
    header.showPatient(stage.patient());
    test::showAt(header, {1290, 72});
    auto* chip = header.findChild<ui::StatusChip*>();
    REQUIRE_FALSE(chip->isVisibleTo(&header));
    required(
        workflow::RiskLane(stage.practice())
            .open(stage.patient(), record::RiskLevel::Assess, QStringLiteral("said that life is too heavy")));
    header.refresh();
    REQUIRE(chip->isVisibleTo(&header));
    REQUIRE(chip->accessibleName().contains(QStringLiteral("open since")));
    header.findChild<QPushButton*>()->click();
    REQUIRE(stage.navigator().opened() == QList<ui::Place>{ui::RiskPlace{stage.patient()}});
}

TEST_CASE("A narrow header gives up the phase first, never name, allergies or risk", "[chart][header]") {
    test::PageStage stage;
    rate(stage, 30, 2);
    rate(stage, 0, 1);
    required(workflow::PatientCare(stage.practice()).addWeight(stage.patient(), base::Kilograms{68.4}));
    // Inside a window, as in the program: a window of its own does not become narrower than its words.
    QWidget window;
    ui::PatientHeader header(stage.context(), &window);
    header.showPatient(stage.patient());
    test::showAt(window, {1290, 300});
    // Facts that move to another line are shown again when the events have run.
    const auto resize = [&](int to) {
        header.resize(to, header.minimumSizeHint().height());
        QCoreApplication::processEvents();
    };
    resize(1290);
    REQUIRE(shows(header, QStringLiteral("Screening")));
    int width = 1290;
    while (shows(header, QStringLiteral("Screening")) && width > 300) {
        width -= 10;
        resize(width);
    }
    REQUIRE(width > 300);
    REQUIRE(header.minimumSizeHint().height() < 100);
    resize(420);
    REQUIRE(shows(header, QStringLiteral("Elena Marsh")));
    REQUIRE(shows(header, QStringLiteral("Allergies")));
    REQUIRE(shows(header, QStringLiteral("Risk")));
    REQUIRE(header.minimumSizeHint().height() > 100);
}

} // namespace test_patient_header
