// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/scales_pages.h"

#include "ui/scales/instrument_chooser.h"
#include "ui/scales/rating_page.h"
#include "ui/scales/risk_page.h"

#include "core/workflow/open_practice.h"

namespace kairos::ui {

Page* makeRatingPage(const RatingPlace& place, const PageContext& context, QWidget* parent) {
    if (!place.rating && place.instrument.isEmpty()) {
        return new InstrumentChooser(place, context, {}, parent);
    }
    auto form = RatingForm::open(context.practice, place);
    if (!form) {
        return new InstrumentChooser(place, context, bannerTextOf(form.error()), parent);
    }
    return new RatingPage(std::move(*form), context, parent);
}

Page* makeRiskPage(const RiskPlace& place, const PageContext& context, QWidget* parent) {
    return new RiskPage(place, context, parent);
}

} // namespace kairos::ui
