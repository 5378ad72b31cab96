// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_pages.h"

#include "ui/chart/chart_page.h"
#include "ui/chart/history_tab.h"
#include "ui/chart/medication_tab.h"
#include "ui/chart/overview_tab.h"
#include "ui/chart/patient_header.h"
#include "ui/chart/sessions_tab.h"
#include "ui/chart/thread_tab.h"

namespace kairos::ui {

Page* makeChartPage(const ChartPlace& place, PageContext& context, QWidget* parent) {
    return new ChartPage(place, context, parent);
}

PatientHeaderBase* makePatientHeader(PageContext& context, QWidget* parent) {
    return new PatientHeader(context, parent);
}

Page* makeOverviewTab(const record::PatientId& patient, PageContext& context, QWidget* parent) {
    return new OverviewTab(patient, context, parent);
}

Page* makeSessionsTab(const record::PatientId& patient, PageContext& context, QWidget* parent) {
    return new SessionsTab(patient, context, parent);
}

Page* makeMedicationTab(const record::PatientId& patient, PageContext& context, QWidget* parent) {
    return new MedicationTab(patient, context, parent);
}

Page* makeThreadTab(const record::PatientId& patient, PageContext& context, QWidget* parent) {
    return new ThreadTab(patient, context, parent);
}

Page* makeHistoryTab(const record::PatientId& patient, PageContext& context, QWidget* parent) {
    return new HistoryTab(patient, context, parent);
}

} // namespace kairos::ui
