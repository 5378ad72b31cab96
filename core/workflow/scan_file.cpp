// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/scan_file.h"

#include "core/workflow/words.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;

namespace {

constexpr qint64 kPiece = 1 << 20;

tl::unexpected<base::Error> scanNotAdded(ErrorCode code, const QString& why, const QString& remedy) {
    return base::fail(code, Words::tr("The paper was not added"), why, remedy);
}

} // namespace

base::Result<ScanFile> ScanFile::of(QByteArray bytes, const QString& name,
                                    const exchange::DocumentLimits& limits) {
    return exchange::checkMedia(bytes, limits).map([&](const exchange::Media& media) {
        return ScanFile(std::move(bytes), QFileInfo(name).fileName(), media);
    });
}

base::Result<ScanFile> ScanFile::read(const QString& path, const exchange::DocumentLimits& limits,
                                      const Progress& progress) {
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return scanNotAdded(ErrorCode::Storage, Words::tr("the file cannot be read"),
                            Words::tr("check that it is still there and that you may read it"));
    }
    // One byte above the limit is enough to be refused for it.
    const qint64 all = std::min(file.size(), limits.maxBytes() + 1);
    QByteArray bytes;
    bytes.reserve(all);
    while (bytes.size() < all) {
        if (progress && !progress(static_cast<double>(bytes.size()) / static_cast<double>(all))) {
            return scanNotAdded(ErrorCode::Refused, Words::tr("it was stopped"),
                                Words::tr("choose the file again at any time"));
        }
        const QByteArray piece = file.read(std::min(kPiece, all - bytes.size()));
        if (piece.isEmpty()) {
            return scanNotAdded(ErrorCode::Storage, Words::tr("the file cannot be read to its end"),
                                Words::tr("copy it to this PC, and add the copy"));
        }
        bytes.append(piece);
    }
    return of(std::move(bytes), path, limits);
}

} // namespace kairos::workflow
