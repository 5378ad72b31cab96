// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/device_course.h"

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/record/adverse_event.h"
#include "core/record/dosing_session.h"
#include "core/record/ids.h"
#include "core/record/session_event.h"
#include "core/storage/practice_file.h"

#include <QString>

namespace kairos::workflow {

class OpenPractice;

/// Why a nasal spray has no booster.
[[nodiscard]] tl::unexpected<base::Error> noBooster();

/// What is set differently while a dose runs, and what is taken back of a slip of the hand. Every call is one
/// durable entry.
class RunCare final {
public:
    explicit RunCare(OpenPractice& practice) : m_practice(practice) {}

    /// The pump runs at this rate from now on; during a pause, from going on. InvalidInput: it cannot be.
    /// Stopped: the limits want a reason. Refused: no infusion runs.
    [[nodiscard]] base::Result<record::EventId>
    changeRate(const record::SessionId& id, base::MilligramsPerMinute rate, const QString& reason);
    /// So much was given beside the dose. The same refusals.
    [[nodiscard]] base::Result<record::EventId> giveBooster(const record::SessionId& id,
                                                            base::Milligrams booster, const QString& reason);

    /// Sprays of a nasal device, one line a device or a spray; the device is drawn from the stock with its
    /// first spray. InvalidInput: sprayFindings says what cannot be. Stopped: more than the dose wants a
    /// reason. Refused: the dose is no nasal spray, or has ended.
    [[nodiscard]] base::Result<record::EventId> takeSprays(const record::SessionId& id,
                                                           const SprayEntry& entry);

    /// Marks what was written by mistake as entered in error: it counts no more and stays readable in the
    /// history. Refused after the signature, and for a spray that is not the last. InvalidInput without a
    /// reason.
    [[nodiscard]] base::Outcome withdraw(const record::ReadingId& id, const QString& reason);
    [[nodiscard]] base::Outcome withdraw(const record::EventId& id, const QString& reason);
    [[nodiscard]] base::Outcome withdraw(const record::AdverseEventId& id, const QString& reason);

private:
    [[nodiscard]] base::Result<record::EventId> write(const record::DosingSession& session,
                                                      record::SessionEvent event);

    [[nodiscard]] base::Result<record::EventId> save(const record::SessionEvent& event,
                                                     const QList<storage::Change>& drawn);

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
