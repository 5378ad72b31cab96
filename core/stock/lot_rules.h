// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stock/lot_standing.h"

#include "core/base/result.h"

#include <QDate>

namespace kairos::stock {

/// What drawing for a session takes from a lot.
struct Draw {
    int opened = 0; ///< vials; 0 of a multi-dose lot, whose opened vial is drawn from again
    base::Milligrams used;
    base::Millilitres rest; ///< of single-dose vials, to be wasted before a witness
    base::Milligrams waste; ///< the drug in it
};

/// Refuses a lot that cannot be: no drug, no lot, a strength or volume that is not above 0, no vial, no or a
/// past expiry date.
[[nodiscard]] base::Outcome checkLot(const record::Vial& vial, const QDate& today);

/// Drawing this volume for a session today. Refused: the lot is past its expiry date, which the sentence
/// names, or holds too little. A single-dose lot is drawn from what is open for this session, then from whole
/// vials. InvalidInput: no volume above 0.
[[nodiscard]] base::Result<Draw> drawFrom(const record::Vial& vial, const LotStanding& standing,
                                          base::Millilitres volume, const QDate& today,
                                          const record::SessionId& session);

/// Whether a line may be added to the register as it stands: nothing is negative, nothing takes more than is
/// there, waste and return name a witness, a count names a reason when it differs, a line is taken back once
/// and with a reason, and never so that the balance would fall below 0.
[[nodiscard]] base::Outcome checkLine(const record::Vial& vial, const LotStanding& standing,
                                      const record::LedgerEntry& entry);

} // namespace kairos::stock
