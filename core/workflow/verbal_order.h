// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/clinician.h"
#include "core/record/order.h"
#include "core/record/signature.h"

#include <QDate>
#include <QList>
#include <QString>

namespace kairos::workflow {

class OpenPractice;

/// A verbal order that its prescriber has not countersigned.
struct WaitingOrder {
    record::Order order;
    base::Instant dueBy; ///< from then on it is late
};

/// "verbal order of T. Berg, taken by R. Adeyemi at 14:02, read back; countersignature due". Empty for an
/// order that was written.
[[nodiscard]] QString verbalOrderWords(const OpenPractice& practice, const record::Order& order,
                                       const QList<record::Signature>& signatures);

/// The last day on which a verbal order of this day holds (orders.json, local default).
[[nodiscard]] QDate verbalOrderEnds(QDate takenOn);

/// The clinicians who may have spoken an order: active, prescriber, and not the one who takes it.
[[nodiscard]] QList<record::Clinician> prescribersBeside(const OpenPractice& practice);

/// Every verbal order of the practice that waits for its countersignature. Storage.
[[nodiscard]] base::Result<QList<WaitingOrder>> waitingOrders(OpenPractice& practice);

} // namespace kairos::workflow
