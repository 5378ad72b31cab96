// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/media_check.h"

#include "core/exchange/media_walks.h"
#include "core/exchange/words.h"

namespace kairos::exchange {
namespace {

tl::unexpected<base::Error> refused(const QString& why, const QString& remedy) {
    return base::fail(base::ErrorCode::InvalidInput, Words::tr("The paper was not added"), why, remedy);
}

/// What a file is that is not kept, where its first bytes tell; so the sentence says more than "another
/// kind".
QString otherKind(QByteArrayView bytes) {
    const auto partAt = [bytes](qsizetype at, QByteArrayView mark) {
        return bytes.size() >= at + mark.size() && bytes.sliced(at, mark.size()) == mark;
    };
    if (partAt(0, QByteArrayView("II*\0", 4)) || partAt(0, QByteArrayView("MM\0*", 4))) {
        return Words::tr("it is a TIFF picture");
    }
    if (partAt(4, "ftyp")) {
        return Words::tr("it is a HEIC picture or a film of a telephone");
    }
    if (partAt(0, QByteArrayView("PK\3\4", 4)) || partAt(0, QByteArrayView("\xd0\xcf\x11\xe0", 4))) {
        return Words::tr("it is a document of a word processor or an archive");
    }
    if (partAt(0, "GIF8") || partAt(0, "BM") || partAt(8, "WEBP")) {
        return Words::tr("it is a picture of another kind");
    }
    return Words::tr("its content is neither PDF, PNG nor JPEG, whatever its name says");
}

QString whyOf(MediaFault fault) {
    switch (fault) {
    case MediaFault::CutShort:
        return Words::tr("the file is cut short: its end is missing");
    case MediaFault::Damaged:
        return Words::tr("the file is damaged: a part of it is not what its own marks say");
    case MediaFault::NoPicture:
        return Words::tr("the file holds no picture");
    case MediaFault::Locked:
        return Words::tr("the PDF is under a password or has rights set, and might not open one day");
    }
    return {};
}

QString remedyOf(MediaFault fault) {
    switch (fault) {
    case MediaFault::CutShort:
    case MediaFault::Damaged:
        return Words::tr("copy it anew from where it was scanned, or scan the paper again");
    case MediaFault::NoPicture:
        return Words::tr("scan the paper again");
    case MediaFault::Locked:
        return Words::tr("open it in a PDF viewer, print it to a new PDF without protection, and add that");
    }
    return {};
}

MediaWalk walkMedia(QByteArrayView bytes) {
    return isPng(bytes) ? walkPng(bytes) : isJpeg(bytes) ? walkJpeg(bytes) : lookAtPdf(bytes);
}

} // namespace

QString mediaTypeName(MediaType type) {
    switch (type) {
    case MediaType::Pdf:
        return QStringLiteral("application/pdf");
    case MediaType::Png:
        return QStringLiteral("image/png");
    case MediaType::Jpeg:
        return QStringLiteral("image/jpeg");
    }
    return {};
}

std::optional<MediaType> mediaTypeNamed(const QString& name) {
    for (const MediaType type : {MediaType::Pdf, MediaType::Png, MediaType::Jpeg}) {
        if (mediaTypeName(type) == name) {
            return type;
        }
    }
    return std::nullopt;
}

base::Result<Media> checkMedia(QByteArrayView bytes, const DocumentLimits& limits) {
    if (bytes.isEmpty()) {
        return refused(Words::tr("the file is empty"), Words::tr("scan the paper again"));
    }
    if (bytes.size() > limits.maxBytes()) {
        return refused(
            Words::tr("the file is larger than %1 MB, the most that is kept").arg(limits.maxFileMegabytes),
            Words::tr("scan it at 200 dots per inch, in grey, or in two parts"));
    }
    if (!isPng(bytes) && !isJpeg(bytes) && !isPdf(bytes)) {
        return refused(otherKind(bytes), Words::tr("save or scan it as PDF, PNG or JPEG, and add that"));
    }
    const auto media = walkMedia(bytes);
    if (!media) {
        return refused(whyOf(media.error()), remedyOf(media.error()));
    }
    if (qint64{media->width} * media->height > limits.maxPixels()) {
        return refused(Words::tr("the picture has more than %1 million dots, the most that can be shown")
                           .arg(limits.maxMegapixels),
                       Words::tr("scan it at 200 or 300 dots per inch"));
    }
    return *media;
}

} // namespace kairos::exchange
