// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/ids.h"

class QWidget;

namespace kairos::ui {

class Page;
struct PageContext;

/// The plan tab of a chart: fitting a protocol, the course in time, its steps, orders and revisions.
[[nodiscard]] Page* makePlanTab(const record::PatientId& patient, const PageContext& context,
                                QWidget* parent);

} // namespace kairos::ui
