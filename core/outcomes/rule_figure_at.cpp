// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/rule_figure_at.h"

#include "core/outcomes/words.h"
#include "core/scales/json_place.h"

namespace kairos::outcomes {

base::Confidence confidenceAt(const scales::JsonPlace& place) {
    return place.word<base::Confidence>(QLatin1String("confidence"),
                                        {{QLatin1String("H"), base::Confidence::High},
                                         {QLatin1String("M"), base::Confidence::Medium},
                                         {QLatin1String("C"), base::Confidence::Check}});
}

RuleFigure ruleFigureAt(const scales::JsonPlace& root, QLatin1String key, const FigureRange& range) {
    const scales::JsonPlace place = root.at(key);
    place.allowOnly({QLatin1String("value"), QLatin1String("source"), QLatin1String("confidence"),
                     QLatin1String("text")});
    const double value = place.number(QLatin1String("value"));
    if (!(value >= range.low && value <= range.high)) {
        place.refuse(Words::tr("the value is not between %1 and %2").arg(range.low).arg(range.high));
    }
    return RuleFigure{value, place.text(QLatin1String("source")), confidenceAt(place),
                      place.text(QLatin1String("text"))};
}

} // namespace kairos::outcomes
