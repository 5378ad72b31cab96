// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/need_places.h"

#include "ui/shared/page_factory.h"

namespace kairos::ui {
namespace {

using workflow::Need;
using workflow::NeedKind;

/// The sheet of the session a need is about.
void addSheet(QList<Place>& places, const Need& need) {
    const auto& patient = need.patient->id;
    if (need.session && need.sheet == workflow::NeedSession::Dosing) {
        places.append(DosingPlace{patient, *need.session});
    } else if (need.session && need.sheet == workflow::NeedSession::Therapy) {
        places.append(TherapyPlace{patient, *need.session});
    }
}

/// Where a check by the exposure is answered: a result in words, a scale, or the screening.
void addCheck(QList<Place>& places, const Need& need) {
    const auto& patient = need.patient->id;
    if (!need.check.isEmpty()) {
        places.append(ChartPlace{patient, kTabPlan, kPartChecks});
        return;
    }
    if (!need.instruments.isEmpty()) {
        places.append(RatingPlace{patient, need.instruments.first(), {}, {}, {}});
    }
    places.append(ChartPlace{patient, kTabMedication, kPartScreening});
}

} // namespace

QList<Place> placesOf(const Need& need) {
    if (need.kind == NeedKind::NoCrisisText) {
        return {SettingsPlace{}};
    }
    if (need.kind == NeedKind::StockDue && !need.patient) {
        return {LedgerPlace{}};
    }
    if (!need.patient) {
        return {};
    }
    const auto& patient = need.patient->id;
    QList<Place> places;
    switch (need.kind) {
    case NeedKind::OpenRisk:
        places.append(RiskPlace{patient});
        break;
    case NeedKind::Undischarged:
    case NeedKind::Unsigned:
    case NeedKind::CosignDue:
    case NeedKind::CallDue:
        addSheet(places, need);
        break;
    case NeedKind::StockDue:
        addSheet(places, need);
        places.append(LedgerPlace{});
        break;
    case NeedKind::RatingDue:
        if (!need.instruments.isEmpty()) {
            places.append(RatingPlace{patient, need.instruments.first(), need.step, need.session, {}});
        }
        places.append(ChartPlace{patient, kTabRatings});
        break;
    case NeedKind::LabDue:
        addCheck(places, need);
        break;
    case NeedKind::ScreeningHolds:
    case NeedKind::ScreeningDue:
        places.append(ChartPlace{patient, kTabMedication, kPartScreening});
        break;
    case NeedKind::ConsentMissing:
    case NeedKind::ConsentDue:
    case NeedKind::ConsentEnding:
        places.append(ChartPlace{patient, kTabMedication, kPartConsents});
        break;
    case NeedKind::OrderMissing:
    case NeedKind::CountersignDue:
        places.append(ChartPlace{patient, kTabPlan, kPartOrders});
        break;
    case NeedKind::SheetReviewDue:
        places.append(
            ChartPlace{patient, kTabSheets, need.therapySheet ? need.therapySheet->toString() : QString()});
        break;
    case NeedKind::CommitmentDue:
        places.append(ChartPlace{patient, kTabThread});
        break;
    case NeedKind::IntegrationClosing:
    case NeedKind::IntegrationLate:
    case NeedKind::StepLate:
    case NeedKind::ReviewDue:
        places.append(ChartPlace{patient, kTabPlan, need.step ? need.step->toString() : QString()});
        break;
    case NeedKind::NoCrisisText:
        break;
    }
    places.append(ChartPlace{patient, {}});
    return places;
}

} // namespace kairos::ui
