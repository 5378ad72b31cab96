// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/spelling/dictionary_files.h"

#include <QByteArray>

namespace kairos::spelling {

/// The encoding that the rules of a dictionary name, as Qt calls it; ISO-8859-1 where they name none.
[[nodiscard]] QByteArray encodingOf(const QByteArray& rules);

/// Looks at the shape of a dictionary before it is loaded: what loads it trusts its files. Gives its
/// encoding. Storage: a file cannot be read. Damaged: too large, no text, not in the encoding it names, or
/// its counts do not fit what stands there.
[[nodiscard]] base::Result<QByteArray> checkedEncoding(const DictionaryFiles& files);

} // namespace kairos::spelling
