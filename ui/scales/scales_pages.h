// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

namespace kairos::ui {

/// The page of a rating: a stored one, a new one of an instrument, or, where the place names no instrument,
/// the choice of one. Owned by `parent`.
[[nodiscard]] Page* makeRatingPage(const RatingPlace& place, const PageContext& context, QWidget* parent);

/// The risk lane of a patient. Owned by `parent`.
[[nodiscard]] Page* makeRiskPage(const RiskPlace& place, const PageContext& context, QWidget* parent);

} // namespace kairos::ui
