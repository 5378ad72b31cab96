// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

namespace kairos::ui {

/// The chart of a patient with the tab that the place names. Owned by `parent`, as all that follow.
[[nodiscard]] Page* makeChartPage(const ChartPlace& place, PageContext& context, QWidget* parent);

/// The header above every page about a patient.
[[nodiscard]] PatientHeaderBase* makePatientHeader(PageContext& context, QWidget* parent);

[[nodiscard]] Page* makeOverviewTab(const record::PatientId& patient, PageContext& context, QWidget* parent);
[[nodiscard]] Page* makeSessionsTab(const record::PatientId& patient, PageContext& context, QWidget* parent);
[[nodiscard]] Page* makeMedicationTab(const record::PatientId& patient, PageContext& context,
                                      QWidget* parent);
[[nodiscard]] Page* makeThreadTab(const record::PatientId& patient, PageContext& context, QWidget* parent);
[[nodiscard]] Page* makeHistoryTab(const record::PatientId& patient, PageContext& context, QWidget* parent);

} // namespace kairos::ui
