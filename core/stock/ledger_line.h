// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/record/ledger_entry.h"
#include "core/record/vial.h"

namespace kairos::stock {

/// Volumes that differ by less than this are the same: a hundredth of the last digit that is shown (0.01 mL).
inline constexpr double kSameMl = 0.0001;

/// Whether the lot holds nasal devices, which are counted instead of measured.
[[nodiscard]] bool isDevice(const record::Vial& vial);

/// How many vials or devices a volume is.
[[nodiscard]] double unitsIn(const record::Vial& vial, base::Millilitres volume);

/// The drug in a volume of this lot.
[[nodiscard]] base::Milligrams drugIn(const record::Vial& vial, base::Millilitres volume);

/// The volume of so many whole vials.
[[nodiscard]] base::Millilitres wholeVials(const record::Vial& vial, int count);

/// How many vials have to be opened to draw this volume.
[[nodiscard]] int vialsToOpen(const record::Vial& vial, base::Millilitres drawn);

/// By how much a line alone moves the balance: received adds, drawn, wasted and returned take away, a count
/// moves it from the expected to the counted volume. A counter-entry moves it by the line it takes back,
/// which is not known here: 0.
[[nodiscard]] base::Millilitres changeOf(const record::LedgerEntry& entry);

} // namespace kairos::stock
