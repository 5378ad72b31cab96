// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/chip.h"

#include "core/record/therapy_session.h"
#include "core/workflow/course_query.h"

#include <QString>

#include <optional>

namespace kairos::ui {

/// "Integration 3"; "CBT 5" where therapy names its modality.
[[nodiscard]] QString therapyTitle(const record::TherapySession& session);
/// How an integration session stands to its window after the dose; none without a dose or a window.
[[nodiscard]] std::optional<Chip> windowChip(const workflow::CourseGlance& glance, const base::Instant& at);
/// "24 to 72 h after the end of the dose: convention, limited evidence (C)"; empty without a window.
[[nodiscard]] QString windowWords(const workflow::CourseGlance& glance);

} // namespace kairos::ui
