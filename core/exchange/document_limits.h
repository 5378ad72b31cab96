// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace kairos::exchange {

/// How large a paper of a patient may be (resources/documents/limits.json).
struct DocumentLimits {
    int maxFileMegabytes = 0;    ///< of 1,000,000 bytes
    int maxMegapixels = 0;       ///< of a picture
    int maxLetterCharacters = 0; ///< of a letter that is written here

    [[nodiscard]] qint64 maxBytes() const { return qint64{maxFileMegabytes} * 1000 * 1000; }
    [[nodiscard]] qint64 maxPixels() const { return qint64{maxMegapixels} * 1000 * 1000; }

    /// InvalidInput names the place that does not fit.
    [[nodiscard]] static base::Result<DocumentLimits> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static const DocumentLimits& builtIn();

    bool operator==(const DocumentLimits&) const = default;
};

} // namespace kairos::exchange
