// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/protocols/dose.h"
#include "core/record/dosing_session.h"
#include "core/storage/practice_file.h"

#include <QList>

namespace kairos::workflow {

class OpenPractice;

/// The line of the gate before a dose that stands for the second person.
inline constexpr QLatin1String kSecondPersonLine("second-person");

/// Concentration, lot and expiry as the chosen lot's label says them; a session without a lot stays as it is.
/// Refused: the lot holds another drug than the session gives.
[[nodiscard]] base::Outcome takeFromLot(const OpenPractice& practice, record::DosingSession& session);

/// What a check of this dose would confirm, without its person and time.
[[nodiscard]] record::DoseCheck checkOf(const record::DosingSession& session,
                                        const protocols::DoseFigures& figures);
/// Whether the session's check confirmed these very figures.
[[nodiscard]] bool checkHolds(const record::DosingSession& session, const protocols::DoseFigures& figures);

/// The ledger line of a dose that starts: one act with it. None for a session without a lot.
/// Refused: too little stock, or the lot is past its date, which the sentence names.
[[nodiscard]] base::Result<QList<storage::Change>> drawChanges(OpenPractice& practice,
                                                               const record::DosingSession& session,
                                                               const protocols::DoseFigures& figures);
/// The counter-entry of a start that is taken back. Refused: the rest of the vial was wasted since.
[[nodiscard]] base::Result<QList<storage::Change>> undrawChanges(OpenPractice& practice,
                                                                 const record::DosingSession& session);

} // namespace kairos::workflow
