// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/safety/safety_rules.h"

#include <QList>
#include <QString>

namespace kairos::safety {

/// In which order a practice types the figures of a reading. The blood pressure stands for itself by its
/// slash; Systolic is its place in the order.
struct ReadingOrder {
    QList<Vital> parts = {Vital::Systolic, Vital::Pulse, Vital::Spo2, Vital::Sedation};

    bool operator==(const ReadingOrder&) const = default;

    /// Reads names as the line knows them, "bp hr spo2 s"; an empty text is the order above. InvalidInput: a
    /// name that is none or stands twice, or no blood pressure.
    [[nodiscard]] static base::Result<ReadingOrder> read(const QString& text);
    /// "bp hr spo2 s"
    [[nodiscard]] QString toText() const;
    /// What stands in the empty field: "BP  HR  SpO₂  sedation".
    [[nodiscard]] QString placeholder() const;
    /// A line that reads in this order: "142/88 72 96 5".
    [[nodiscard]] QString example() const;
};

/// The names a figure goes by in a line: "hr 72". None for anything else; Systolic for "bp".
[[nodiscard]] std::optional<Vital> vitalOfWord(const QString& word);

} // namespace kairos::safety
