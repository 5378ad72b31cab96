// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/demo_places.h"

#include "ui/settings/settings_page.h"
#include "ui/shared/page_factory.h"

#include "core/storage/practice_file.h"
#include "core/therapy/sheet_forms.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/rating_query.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/sheet_query.h"

namespace kairos::app {

record::PatientId patientOf(workflow::OpenPractice& practice, const QString& mrn) {
    const auto found = practice.file().search().byMrn(mrn);
    return found && found->has_value() ? **found : record::PatientId{};
}

namespace {

QList<DemoPlace> settingsPlaces() {
    return {{QStringLiteral("settings"), ui::SettingsPlace{}},
            {QStringLiteral("settings-practice"), ui::SettingsPlace{ui::kSectionPractice}},
            {QStringLiteral("settings-calendar"), ui::SettingsPlace{ui::kSectionCalendar}},
            {QStringLiteral("settings-people"), ui::SettingsPlace{ui::kSectionPeople}},
            {QStringLiteral("settings-macros"), ui::SettingsPlace{ui::kSectionMacros}},
            {QStringLiteral("settings-spelling"), ui::SettingsPlace{ui::kSectionSpelling}},
            {QStringLiteral("settings-password"), ui::SettingsPlace{ui::kSectionPassword}},
            {QStringLiteral("settings-appearance"), ui::SettingsPlace{ui::kSectionAppearance}},
            {QStringLiteral("settings-instruments"), ui::SettingsPlace{ui::kSectionInstruments}},
            {QStringLiteral("settings-protocols"), ui::SettingsPlace{ui::kSectionProtocols}},
            {QStringLiteral("settings-record"), ui::SettingsPlace{ui::kSectionRecord}}};
}

/// New ratings, one of each way to fill a form in: the instrument's own wording, our labels beside the paper
/// form, a clinician's, a total alone, a triage whose questions follow from the answers.
QList<DemoPlace> ratingPlaces(const record::PatientId& patient) {
    QList<DemoPlace> places;
    for (const char* instrument : {"phq-9", "qids-sr16", "madrs", "bdi-ii", "c-ssrs"}) {
        const QString id = QLatin1String(instrument);
        places.append({QStringLiteral("rating-") + id, ui::RatingPlace{patient, id, {}, {}, {}}});
    }
    return places;
}

/// The newest stored rating of an instrument, as it is read and corrected.
QList<DemoPlace> storedRatingPlaces(workflow::OpenPractice& practice, const record::PatientId& patient,
                                    const QString& instrument) {
    const auto series = workflow::RatingQuery(practice).series(patient, instrument);
    if (!series || series->ratings.isEmpty()) {
        return {};
    }
    return {{QStringLiteral("rating-stored"),
             ui::RatingPlace{patient, instrument, {}, {}, series->ratings.last().id}}};
}

/// The search over the practice, one that finds nothing, and one in a single chart.
QList<DemoPlace> findPlaces(const record::PatientId& patient) {
    return {{QStringLiteral("find"), ui::FindPlace{QStringLiteral("sleep")}},
            {QStringLiteral("find-none"), ui::FindPlace{QStringLiteral("lighthouse")}},
            {QStringLiteral("find-patient"), ui::FindPlace{QStringLiteral("dose"), patient}}};
}

QList<DemoPlace> dosingPlaces(workflow::OpenPractice& practice, const record::PatientId& patient) {
    const auto doses = workflow::SessionDesk(practice).dosingOf(patient);
    if (!doses || doses->size() < 2) {
        return {};
    }
    const auto& running = doses->last();
    const auto& held = doses->at(doses->size() - 2);
    return {{QStringLiteral("dosing-running"), ui::DosingPlace{patient, running.id}},
            {QStringLiteral("dosing-signed"), ui::DosingPlace{patient, held.id}},
            {QStringLiteral("summary"), ui::SummaryPlace{patient, held.id}},
            {QStringLiteral("summary-draft"), ui::SummaryPlace{patient, running.id}}};
}

/// The nasal session of the practice: its page, and its worksheet.
QList<DemoPlace> nasalPlaces(workflow::OpenPractice& practice, const record::PatientId& patient) {
    const auto doses = workflow::SessionDesk(practice).dosingOf(patient);
    if (!doses || doses->isEmpty()) {
        return {};
    }
    const auto& held = doses->first();
    return {{QStringLiteral("dosing-nasal"), ui::DosingPlace{patient, held.id}},
            {QStringLiteral("summary-nasal"), ui::SummaryPlace{patient, held.id}},
            {QStringLiteral("monitoring-sheet"), ui::MonitoringPlace{patient, held.id}}};
}

QList<DemoPlace> planPlaces(workflow::OpenPractice& practice, const record::PatientId& patient) {
    const auto plan = workflow::PlanCare(practice).current(patient);
    if (!plan || !plan->has_value()) {
        return {};
    }
    return {{QStringLiteral("plan-sheet"), ui::PlanSheetPlace{patient, (*plan)->id}}};
}

/// The list of sheets, a filled one, an empty one with a grid, and the plan as it prints.
QList<DemoPlace> sheetPlaces(workflow::OpenPractice& practice, const record::PatientId& patient) {
    const QString plan = therapy::kSafetyPlan;
    QList<DemoPlace> places = {
        {QStringLiteral("chart-sheets"), ui::ChartPlace{patient, ui::kTabSheets}},
        {QStringLiteral("sheet-filled"), ui::ChartPlace{patient, ui::kTabSheets, plan}},
        {QStringLiteral("sheet-empty"),
         ui::ChartPlace{patient, ui::kTabSheets, QStringLiteral("activity-schedule")}}};
    if (const auto found = workflow::SheetQuery(practice).latest(patient, plan); found && *found) {
        places.append({QStringLiteral("sheet-print"), ui::TherapySheetPlace{patient, (*found)->id}});
    }
    return places;
}

QList<DemoPlace> therapyPlaces(workflow::OpenPractice& practice, const record::PatientId& patient) {
    const auto sessions = workflow::SessionDesk(practice).therapyOf(patient);
    if (!sessions || sessions->isEmpty()) {
        return {};
    }
    return {{QStringLiteral("therapy-signed"), ui::TherapyPlace{patient, sessions->first().id}},
            {QStringLiteral("therapy-note"), ui::TherapyPlace{patient, sessions->last().id}}};
}

} // namespace

QList<DemoPlace> demoPlaces(workflow::OpenPractice& practice) {
    const auto elena = patientOf(practice, QStringLiteral("K-0147"));
    const auto daniel = patientOf(practice, QStringLiteral("K-0163"));
    const auto mei = patientOf(practice, QStringLiteral("K-0174"));
    const auto iris = patientOf(practice, QStringLiteral("K-0179"));
    const auto nadia = patientOf(practice, QStringLiteral("K-0171"));
    QList<DemoPlace> places = {
        {QStringLiteral("today"), ui::TodayPlace{}},
        {QStringLiteral("tomorrow"), ui::TomorrowPlace{}},
        {QStringLiteral("call-sheet"), ui::CallSheetPlace{practice.today().addDays(1)}},
        {QStringLiteral("outcomes"), ui::OutcomesPlace{}},
        {QStringLiteral("outcomes-print"), ui::AdverseSheetPlace{}},
        {QStringLiteral("doses-print"), ui::DoseSheetPlace{elena}},
        {QStringLiteral("ledger"), ui::LedgerPlace{}},
        {QStringLiteral("ledger-print"), ui::LedgerSheetPlace{}},
        {QStringLiteral("week"), ui::WeekPlace{}},
        {QStringLiteral("caseload"), ui::CaseloadPlace{}},
        {QStringLiteral("patients"), ui::PatientsPlace{}},
        {QStringLiteral("patient-form"), ui::PatientFormPlace{elena}},
        {QStringLiteral("patient-form-new"), ui::PatientFormPlace{}},
        {QStringLiteral("chart-overview"), ui::ChartPlace{elena, ui::kTabOverview}},
        {QStringLiteral("chart-plan"), ui::ChartPlace{elena, ui::kTabPlan}},
        {QStringLiteral("chart-sessions"), ui::ChartPlace{elena, ui::kTabSessions}},
        {QStringLiteral("chart-doses"), ui::ChartPlace{elena, ui::kTabSessions, QString(ui::kPartDoses)}},
        {QStringLiteral("chart-thread"), ui::ChartPlace{elena, ui::kTabThread}},
        {QStringLiteral("take-home"), ui::TakeHomePlace{elena}},
        {QStringLiteral("chart-ratings"), ui::ChartPlace{elena, ui::kTabRatings}},
        {QStringLiteral("chart-medication"), ui::ChartPlace{elena, ui::kTabMedication}},
        {QStringLiteral("chart-documents"), ui::ChartPlace{elena, ui::kTabDocuments}},
        {QStringLiteral("chart-history"), ui::ChartPlace{elena, ui::kTabHistory}},
        {QStringLiteral("plan-induction"), ui::ChartPlace{daniel, ui::kTabPlan}},
        {QStringLiteral("session-new"), ui::NewSessionPlace{daniel, std::nullopt}},
        {QStringLiteral("risk"), ui::RiskPlace{nadia}},
        {QStringLiteral("risk-closed"), ui::RiskPlace{elena}}};
    places += sheetPlaces(practice, elena);
    places += findPlaces(elena);
    places += ratingPlaces(mei);
    places += storedRatingPlaces(practice, elena, QStringLiteral("phq-9"));
    places += settingsPlaces();
    places += dosingPlaces(practice, elena);
    places += nasalPlaces(practice, iris);
    places += therapyPlaces(practice, daniel);
    places += planPlaces(practice, daniel);
    return places;
}

} // namespace kairos::app
