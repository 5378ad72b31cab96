// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/document_limits.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace kairos::exchange {

/// The kinds of scan that are kept.
enum class MediaType { Pdf, Png, Jpeg };

/// What a scan is, by its content.
struct Media {
    MediaType type = MediaType::Pdf;
    int width = 0; ///< dots; 0 of a PDF
    int height = 0;

    bool operator==(const Media&) const = default;
};

/// "application/pdf" and so on.
[[nodiscard]] QString mediaTypeName(MediaType type);
/// None for a name that mediaTypeName() does not give.
[[nodiscard]] std::optional<MediaType> mediaTypeNamed(const QString& name);

/// What the bytes of a scan are, by their content and not by a name. InvalidInput with reason and remedy:
/// empty, too large, neither PDF, PNG nor JPEG, cut short, damaged, a picture with more dots than can be
/// shown, or a PDF under a password. A picture is walked from its beginning to its end; of a PDF the
/// beginning, the end and the place its table of contents is said to stand at are looked at.
[[nodiscard]] base::Result<Media> checkMedia(QByteArrayView bytes, const DocumentLimits& limits);

} // namespace kairos::exchange
