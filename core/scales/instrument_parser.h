// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/instrument.h"

#include "core/base/result.h"

#include <QByteArray>

namespace kairos::scales {

/// The largest instrument file that is read, in bytes.
inline constexpr qsizetype kLargestInstrumentFile = 1024 * 1024;

/// Where a file comes from. One from outside may have any shape, so the schema is asked first; those compiled
/// in are held against it by a test, and asking again would cost every start of the program.
enum class FileOrigin { Outside, CompiledIn };

/// Reads one instrument file. The schema sees to its shape; then the parts must fit together: ids, ranges,
/// bands without gap or overlap, the published total range against the items, and the file's own worked
/// examples. Error InvalidInput; its `why` begins with a JSON pointer ("/items/3/number: …").
[[nodiscard]] base::Result<Instrument> readInstrument(const QByteArray& json,
                                                      FileOrigin origin = FileOrigin::Outside);

} // namespace kairos::scales
