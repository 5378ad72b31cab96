// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/readiness_places.h"

#include "ui/shared/page_factory.h"

namespace kairos::ui {

using workflow::ReadinessCell;
using workflow::ReadinessItem;

QList<Place> placesOf(const workflow::ReadinessRow& row, const ReadinessCell* cell) {
    const auto& patient = row.dose.patient.id;
    const Place sheet = DosingPlace{patient, row.dose.session};
    const Place chart = ChartPlace{patient, {}};
    if (cell == nullptr) {
        return {sheet, chart};
    }
    switch (cell->item) {
    case ReadinessItem::Fasting:
    case ReadinessItem::Escort:
    case ReadinessItem::Medicines:
    case ReadinessItem::Pressure:
        return {sheet, chart};
    case ReadinessItem::Consent:
        return {ChartPlace{patient, kTabMedication, kPartConsents}, chart};
    case ReadinessItem::Screening:
        return {ChartPlace{patient, kTabMedication, kPartScreening}, chart};
    case ReadinessItem::Risk:
        return {RiskPlace{patient}, chart};
    case ReadinessItem::Ratings:
        return {cell->instrument.isEmpty()
                    ? Place(ChartPlace{patient, kTabRatings})
                    : Place(RatingPlace{patient, cell->instrument, cell->step, {}, {}}),
                chart};
    case ReadinessItem::Integration:
        return {cell->slot   ? Place(TherapyPlace{patient, *cell->slot})
                : cell->step ? Place(NewSessionPlace{patient, cell->step})
                             : Place(ChartPlace{patient, kTabPlan}),
                chart};
    case ReadinessItem::Order:
        return {ChartPlace{patient, kTabPlan, kPartOrders}, chart};
    }
    return {sheet, chart};
}

} // namespace kairos::ui
