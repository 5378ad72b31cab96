// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/media_check.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace kairos::workflow {

/// A scan as it was read from a file: its bytes are what they claim to be. It needs no practice, so that a
/// file is read beside the window.
class ScanFile final {
public:
    /// Told how much is read, from 0 to 1; false stops the reading.
    using Progress = std::function<bool(double)>;

    /// Reads and checks a file. InvalidInput: see exchange::checkMedia; a file that is too large is not read.
    /// Storage: it cannot be read. Refused: `progress` stopped it.
    [[nodiscard]] static base::Result<ScanFile>
    read(const QString& path, const exchange::DocumentLimits& limits, const Progress& progress = {});
    /// The same of bytes that are there; of `name` the folder is left out.
    [[nodiscard]] static base::Result<ScanFile> of(QByteArray bytes, const QString& name,
                                                   const exchange::DocumentLimits& limits);

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    [[nodiscard]] const QString& fileName() const { return m_fileName; }
    [[nodiscard]] const exchange::Media& media() const { return m_media; }

private:
    ScanFile(QByteArray bytes, QString fileName, exchange::Media media)
        : m_bytes(std::move(bytes)), m_fileName(std::move(fileName)), m_media(media) {}

    QByteArray m_bytes;
    QString m_fileName;
    exchange::Media m_media;
};

} // namespace kairos::workflow
