// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csv.h"

#include "core/base/result.h"

#include <QList>

#include <optional>

namespace kairos::exchange {

/// Where the columns of a file of scores stand.
struct ScoreColumns {
    qsizetype mrn = 0;
    qsizetype name = 0;
    qsizetype birthDate = 0;
    qsizetype instrument = 0;
    qsizetype at = 0;
    std::optional<qsizetype> total;
    QList<qsizetype> items; ///< item_1 first; empty for totals alone

    /// Reads the header; the order of the columns and the case of their names do not matter. `line` and
    /// `reason` are passed over, so that a mended file of rejected rows can be read again.
    /// InvalidInput names the column that is missing, unknown or there twice, or the item that is left out.
    [[nodiscard]] static base::Result<ScoreColumns> of(const CsvRow& header);
};

} // namespace kairos::exchange
