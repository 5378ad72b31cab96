// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pages.h"

#include "ui/chart/chart_pages.h"
#include "ui/documents/documents_pages.h"
#include "ui/dosing/dosing_pages.h"
#include "ui/ledger/ledger_page.h"
#include "ui/outcomes/outcomes_page.h"
#include "ui/patients/caseload_page.h"
#include "ui/patients/find_page.h"
#include "ui/patients/patient_form_page.h"
#include "ui/patients/patients_page.h"
#include "ui/plan/plan_room.h"
#include "ui/printing/adverse_sheet_page.h"
#include "ui/printing/call_sheet_page.h"
#include "ui/printing/dose_sheet_page.h"
#include "ui/printing/ledger_sheet_page.h"
#include "ui/printing/letter_sheet_page.h"
#include "ui/printing/monitoring_page.h"
#include "ui/printing/plan_sheet_page.h"
#include "ui/printing/summary_page.h"
#include "ui/printing/take_home_page.h"
#include "ui/printing/therapy_sheet_page.h"
#include "ui/scales/scales_pages.h"
#include "ui/settings/settings_page.h"
#include "ui/therapy/therapy_pages.h"
#include "ui/today/today_room.h"
#include "ui/trends/trends_pages.h"

#include "core/workflow/today_query.h"

namespace kairos::ui {
namespace {

/// How many things need a person: the number on the rail.
int needsOf(PageContext& context) {
    const auto needs = workflow::TodayQuery(context.practice).needs();
    return needs ? static_cast<int>(needs->size()) : 0;
}

void registerChart(PageRegistry& registry) {
    registry.add<ChartPlace>([](const ChartPlace& place, PageContext& context, QWidget* parent) {
        return makeChartPage(place, context, parent);
    });
    registry.setPatientHeader(
        [](PageContext& context, QWidget* parent) { return makePatientHeader(context, parent); });
    const auto tab = [&](QLatin1String id, const QString& title, PageRegistry::TabMaker maker) {
        registry.addChartTab({QString(id), title}, std::move(maker));
    };
    tab(kTabOverview, QCoreApplication::translate("pages", "Overview"), makeOverviewTab);
    tab(kTabPlan, QCoreApplication::translate("pages", "Plan"), makePlanTab);
    tab(kTabSessions, QCoreApplication::translate("pages", "Sessions"), makeSessionsTab);
    tab(kTabThread, QCoreApplication::translate("pages", "Thread"), makeThreadTab);
    tab(kTabSheets, QCoreApplication::translate("pages", "Sheets"), makeSheetsTab);
    tab(kTabRatings, QCoreApplication::translate("pages", "Ratings"), makeRatingsTab);
    tab(kTabMedication, QCoreApplication::translate("pages", "Medication"), makeMedicationTab);
    tab(kTabDocuments, QCoreApplication::translate("pages", "Documents"), makeDocumentsTab);
    tab(kTabHistory, QCoreApplication::translate("pages", "History"), makeHistoryTab);
}

} // namespace

// The one file that includes the rooms of pages. A room is added by one line; what is not registered here
// has no button anywhere.
void registerPages(PageRegistry& registry, AppearanceDesk& appearance) {
    registry.add<TodayPlace>([](const TodayPlace&, PageContext& context, QWidget* parent) {
        return makeTodayPage(context, parent);
    });
    registry.addBadge<TodayPlace>(needsOf);
    registry.add<TomorrowPlace>([](const TomorrowPlace& place, PageContext& context, QWidget* parent) {
        return makeTomorrowPage(place, context, parent);
    });
    registry.add<WeekPlace>([](const WeekPlace& place, PageContext& context, QWidget* parent) {
        return makeWeekPage(place, context, parent);
    });
    registry.add<CallSheetPlace>([](const CallSheetPlace& place, PageContext& context, QWidget* parent) {
        return makeCallSheetPage(place, context, parent);
    });
    registry.add<CaseloadPlace>([](const CaseloadPlace&, PageContext& context, QWidget* parent) {
        return new CaseloadPage(context, parent);
    });
    registry.add<PatientsPlace>([](const PatientsPlace& place, PageContext& context, QWidget* parent) {
        return new PatientsPage(place, context, parent);
    });
    registry.add<FindPlace>([](const FindPlace& place, PageContext& context, QWidget* parent) {
        return new FindPage(place, context, parent);
    });
    registry.add<PatientFormPlace>([](const PatientFormPlace& place, PageContext& context, QWidget* parent) {
        return new PatientFormPage(place, context, parent);
    });
    registry.add<OutcomesPlace>([](const OutcomesPlace&, PageContext& context, QWidget* parent) {
        return new OutcomesPage(context, parent);
    });
    registry.add<AdverseSheetPlace>(
        [](const AdverseSheetPlace& place, PageContext& context, QWidget* parent) {
            return new AdverseSheetPage(place, context, parent);
        });
    registry.add<DoseSheetPlace>([](const DoseSheetPlace& place, PageContext& context, QWidget* parent) {
        return new DoseSheetPage(place, context, parent);
    });
    registry.add<TakeHomePlace>([](const TakeHomePlace& place, PageContext& context, QWidget* parent) {
        return new TakeHomePage(place, context, parent);
    });
    registry.add<TherapySheetPlace>(
        [](const TherapySheetPlace& place, PageContext& context, QWidget* parent) {
            return new TherapySheetPage(place, context, parent);
        });
    registry.add<LetterSheetPlace>([](const LetterSheetPlace& place, PageContext& context, QWidget* parent) {
        return new LetterSheetPage(place, context, parent);
    });
    registry.add<LedgerPlace>([](const LedgerPlace&, PageContext& context, QWidget* parent) {
        return new LedgerPage(context, parent);
    });
    registry.add<LedgerSheetPlace>([](const LedgerSheetPlace&, PageContext& context, QWidget* parent) {
        return new LedgerSheetPage(context, parent);
    });
    registry.add<DosingPlace>([](const DosingPlace& place, PageContext& context, QWidget* parent) {
        return makeDosingPage(place, context, parent);
    });
    registry.add<TherapyPlace>([](const TherapyPlace& place, PageContext& context, QWidget* parent) {
        return makeTherapyPage(place, context, parent);
    });
    registry.add<NewSessionPlace>([](const NewSessionPlace& place, PageContext& context, QWidget* parent) {
        return makeNewSessionPage(place, context, parent);
    });
    registry.add<SummaryPlace>([](const SummaryPlace& place, PageContext& context, QWidget* parent) {
        return makeSummaryPage(place, context, parent);
    });
    registry.add<MonitoringPlace>([](const MonitoringPlace& place, PageContext& context, QWidget* parent) {
        return makeMonitoringPage(place, context, parent);
    });
    registry.add<PlanSheetPlace>([](const PlanSheetPlace& place, PageContext& context, QWidget* parent) {
        return makePlanSheetPage(place, context, parent);
    });
    registry.add<SettingsPlace>(
        [&appearance](const SettingsPlace& place, PageContext& context, QWidget* parent) {
            return new SettingsPage(place, context, appearance, parent);
        });
    registry.add<RatingPlace>([](const RatingPlace& place, PageContext& context, QWidget* parent) {
        return makeRatingPage(place, context, parent);
    });
    registry.add<RiskPlace>([](const RiskPlace& place, PageContext& context, QWidget* parent) {
        return makeRiskPage(place, context, parent);
    });
    registerChart(registry);
}

} // namespace kairos::ui
