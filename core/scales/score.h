// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"

#include <QList>
#include <QString>

#include <optional>

namespace kairos::scales {

/// Something a rule of the instrument raised. Instrument::findRule(id) gives its source and what to do.
struct Flag {
    QString id;   ///< stable within the instrument, e.g. "suicide-item"
    QString rule; ///< in words, with the limit, e.g. "Item 9 above 0"
    base::FindingLevel level = base::FindingLevel::Information;

    bool operator==(const Flag&) const = default;
};

/// The value of one part of an instrument; none when too much of it is missing.
struct Subscale {
    QString id;
    std::optional<double> value;
    bool prorated = false;

    bool operator==(const Subscale&) const = default;
};

/// What an instrument says of one set of answers.
struct Score {
    std::optional<double> total; ///< none when too much is missing, and for triage
    int rawSum = 0;              ///< points of what was answered, before proration and conversion
    int answered = 0;            ///< scored items with an answer; 0 for a total alone
    bool prorated = false;
    bool criticalMissing = false;  ///< a critical item (suicide) has no answer: never a remission
    std::optional<double> maximum; ///< highest total these answers could have reached (WSAS without work: 32)
    QString band;                  ///< stable band id; empty when the instrument gives none
    QList<Subscale> subscales;
    QList<Flag> flags;

    bool operator==(const Score&) const = default;
};

} // namespace kairos::scales
