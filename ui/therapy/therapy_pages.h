// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

namespace kairos::ui {

/// The note of a therapy session (TherapyPlace), at a passage where the place names one.
[[nodiscard]] Page* makeTherapyPage(const TherapyPlace& place, const PageContext& context,
                                    QWidget* parent = nullptr);
/// The tab "sheets" of a chart: thought records, values cards, the safety plan. Owned by `parent`.
[[nodiscard]] Page* makeSheetsTab(const record::PatientId& patient, const PageContext& context,
                                  QWidget* parent);
/// Books a dose or a therapy session and opens it (NewSessionPlace).
[[nodiscard]] Page* makeNewSessionPage(const NewSessionPlace& place, const PageContext& context,
                                       QWidget* parent = nullptr);

} // namespace kairos::ui
