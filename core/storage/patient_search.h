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

    /// Patients each typed word fits: a part of a name or MRN (case and accents do not matter), or a birth
    /// date in ISO form or a part of it. Best first: names that begin with the first word, then by name.
    /// No text gives all patients.
    [[nodiscard]] base::Result<QList<record::PatientId>> find(const QString& text, int limit);
    /// The patient who has this MRN (exactly, but for case).
    [[nodiscard]] base::Result<std::optional<record::PatientId>> byMrn(const QString& mrn);

private:
    Connection& m_connection;
};

} // namespace kairos::storage
