// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/media_check.h"

#include <tl/expected.hpp>

namespace kairos::exchange {

/// What is wrong with the bytes of a file.
enum class MediaFault {
    CutShort,  ///< it ends before its end
    Damaged,   ///< a part of it is not what its own marks say
    NoPicture, ///< it holds none
    Locked     ///< under a password
};

using MediaWalk = tl::expected<Media, MediaFault>;

[[nodiscard]] bool isPng(QByteArrayView bytes);
/// Every chunk with its check sum, from IHDR to IEND (PNG specification, third edition, section 5).
[[nodiscard]] MediaWalk walkPng(QByteArrayView bytes);

[[nodiscard]] bool isJpeg(QByteArrayView bytes);
/// Every marker from SOI to EOI, over the scans between them (ITU-T T.81, annex B). What follows EOI, as the
/// preview of some cameras, is let be.
[[nodiscard]] MediaWalk walkJpeg(QByteArrayView bytes);

/// The header may stand anywhere in the first 1024 bytes, as readers take it.
[[nodiscard]] bool isPdf(QByteArrayView bytes);
/// Header, `startxref` and `%%EOF` in the last 1024 bytes, and no /Encrypt (ISO 32000-1, 7.5 and 7.6).
[[nodiscard]] MediaWalk lookAtPdf(QByteArrayView bytes);

} // namespace kairos::exchange
