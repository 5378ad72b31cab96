// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/given_dose.h"

#include "core/protocols/words.h"

#include <algorithm>

namespace kairos::protocols {

namespace {

template <class Unit>
bool isAmount(base::Quantity<Unit> quantity) {
    return quantity.isFinite() && quantity.value >= 0;
}

} // namespace

base::Result<GivenDose> givenDose(const InfusionCourse& course) {
    bool isPossible = isAmount(course.planned) && (!course.leftInLine || isAmount(*course.leftInLine));
    double infused = 0.0;
    for (const DoseSegment& segment : course.segments) {
        isPossible = isPossible && isAmount(segment.rate) && isAmount(segment.duration);
        infused += segment.rate.value * segment.duration.value;
    }
    double boosters = 0.0;
    for (const base::Milligrams& booster : course.boosters) {
        isPossible = isPossible && isAmount(booster);
        boosters += booster.value;
    }
    if (!isPossible) {
        return base::fail(base::ErrorCode::InvalidInput, Words::tr("The given dose was not reckoned"),
                          Words::tr("a rate, a time or an amount is negative or no number"),
                          Words::tr("check the times of start, pauses and stop"));
    }
    return GivenDose{
        {infused + boosters}, {std::max(0.0, course.planned.value - infused)}, course.leftInLine};
}

} // namespace kairos::protocols
