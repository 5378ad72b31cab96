// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

#include "core/base/result.h"
#include "core/record/ids.h"

#include <QList>
#include <QString>

#include <optional>

namespace kairos::storage {

/// Finds patients as a person types.
class PatientSearch final {
public:
    explicit PatientSearch(Connection& connection) : m_connection(connection) {}

    /// Patients each typed word fits: a part of a name or MRN (case and accents do not matter), or the
    /// beginning of an ISO birth date or of its month or day ("1984-03", "03-12"). Best first: the MRN
    /// itself, then names and MRNs that begin with the first word, then by family name. No text gives all
    /// patients. Words after the eighth are passed over. At most `limit` patients; a negative limit gives
    /// all.
    [[nodiscard]] base::Result<QList<record::PatientId>> find(const QString& text, int limit);
    /// The patient who has this MRN (exactly, but for case).
    [[nodiscard]] base::Result<std::optional<record::PatientId>> byMrn(const QString& mrn);

private:
    Connection& m_connection;
};

} // namespace kairos::storage
