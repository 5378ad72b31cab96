// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <QString>

namespace kairos::protocols {

/// What a vial holds, as its label says.
struct VialContent {
    base::Milligrams mg;
    base::Millilitres ml;

    bool operator==(const VialContent&) const = default;

    [[nodiscard]] base::MilligramsPerMillilitre concentration() const {
        return base::MilligramsPerMillilitre{mg.value / ml.value};
    }
};

/// Reads a label: "500 mg/10 mL", "200mg / 20ml", "50 mg/mL" (of one millilitre).
/// Error: InvalidInput when it is no such label or holds a 0. A comma is refused: it may mean two things.
[[nodiscard]] base::Result<VialContent> vialFromLabel(const QString& label);

/// What became of a single-dose vial.
struct VialUse {
    base::Milligrams used;
    base::Milligrams waste; ///< for the controlled-drug log, which needs two signatures
};

/// Drawing `drawn` from a full vial. Error: InvalidInput when it is negative or more than the vial holds.
[[nodiscard]] base::Result<VialUse> drawFromVial(const VialContent& vial, base::Millilitres drawn);

} // namespace kairos::protocols
