// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/patient.h"
#include "core/record/signature.h"

#include <QDate>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace kairos::storage {
class PracticeReader;
}

namespace kairos::workflow {

/// A signature that does not fit what stands under it now.
struct UnfitSignature {
    record::Signature signature;
    std::optional<record::SessionId> session = {}; ///< of one under a session or its notes
    QDate day = {};                                ///< on which that session was booked
    QString patientName = {};                      ///< for the window; no sentence names a patient

    /// One sentence without a patient's name: session and day, or the record that was signed.
    [[nodiscard]] QString text() const;
};

/// Holds every signature of a practice against what it stands under: sessions, notes and addenda, plans,
/// orders, follow-ups of adverse events. The journal shows that nothing was changed besides the program; this
/// shows that nothing signed was changed by it.
class SignatureCheck final {
public:
    /// Reads alone; the reader outlives the check.
    explicit SignatureCheck(storage::PracticeReader& reader) : m_reader(reader) {}

    /// Patient by patient; empty as it should be. `progress` is told the share that is done, 0 to 1;
    /// returning false stops the check: Refused. Damaged: a record's content no longer fits its hash.
    [[nodiscard]] base::Result<QList<UnfitSignature>>
    run(const std::function<bool(double)>& progress = {}) const;

private:
    [[nodiscard]] base::Result<QList<UnfitSignature>> ofPatient(const record::Patient& patient) const;

    storage::PracticeReader& m_reader;
};

} // namespace kairos::workflow
