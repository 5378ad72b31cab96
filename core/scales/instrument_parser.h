// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/instrument.h"

#include "core/base/result.h"

#include <QByteArray>

namespace kairos::scales {

/// The largest instrument file that is read, in bytes.
inline constexpr qsizetype kLargestInstrumentFile = 1024 * 1024;

/// Reads one instrument file. Everything is checked: keys, kinds, ranges, ids, bands without gap or overlap,
/// the published total range against the items, and that the file scores its own vectors. Error InvalidInput;
/// its `why` begins with the place ("items[3].number: …").
[[nodiscard]] base::Result<Instrument> readInstrument(const QByteArray& json);

} // namespace kairos::scales
