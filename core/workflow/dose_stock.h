// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/protocols/dose.h"
#include "core/record/dosing_session.h"
#include "core/record/session_event.h"
#include "core/storage/practice_file.h"

#include <QList>

namespace kairos::workflow {

class OpenPractice;

/// Concentration, lot and expiry as the chosen lot's label says them; a session without a lot stays as it is.
/// Refused: the lot holds another drug than the session gives.
[[nodiscard]] base::Outcome takeFromLot(const OpenPractice& practice, record::DosingSession& session);

/// What a check of this dose would confirm, without its person and time.
[[nodiscard]] record::DoseCheck checkOf(const record::DosingSession& session,
                                        const protocols::DoseFigures& figures);
/// Whether the session's check confirmed these very figures.
[[nodiscard]] bool checkHolds(const record::DosingSession& session, const protocols::DoseFigures& figures);

/// The ledger line of a dose that starts: one act with it. None for a session without a lot, and none for a
/// nasal spray, whose devices are drawn one by one.
/// Refused: too little stock, or the lot is past its date, which the sentence names.
[[nodiscard]] base::Result<QList<storage::Change>> drawChanges(OpenPractice& practice,
                                                               const record::DosingSession& session,
                                                               const protocols::DoseFigures& figures);
/// The ledger line of a booster, one act with its event. None for a session without a lot, and none where the
/// lot cannot give it: what was given is written down in any case, and `event` then says what the ledger
/// lacks.
[[nodiscard]] base::Result<QList<storage::Change>>
boosterChanges(OpenPractice& practice, const record::DosingSession& session, record::SessionEvent& event);
/// The same for a device of a nasal spray, drawn whole with its first spray.
[[nodiscard]] base::Result<QList<storage::Change>>
deviceChanges(OpenPractice& practice, const record::DosingSession& session, record::SessionEvent& event);
/// The counter-entry of a booster or a spray that is taken back; none when it was not drawn. Refused: the
/// rest of the vial was wasted since.
[[nodiscard]] base::Result<QList<storage::Change>> undrawChanges(OpenPractice& practice,
                                                                 const record::DosingSession& session,
                                                                 const record::SessionEvent& event);
/// The counter-entry of a start that is taken back. Refused: the rest of the vial was wasted since.
[[nodiscard]] base::Result<QList<storage::Change>> undrawChanges(OpenPractice& practice,
                                                                 const record::DosingSession& session);

} // namespace kairos::workflow
