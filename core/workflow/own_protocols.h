// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/protocols/protocol_library.h"

#include <QByteArray>
#include <QString>

namespace kairos::workflow {

/// The folder of a practice's own protocols: "alder.protocols" beside "alder.kairos".
[[nodiscard]] QString ownProtocolsFolder(const QString& practicePath);

/// Why a protocol cannot be planned even when the clinic is open every day: the step whose window cannot be
/// met, and the reason. Empty when every step gets a date.
[[nodiscard]] QString unmeetableStep(const protocols::Protocol& protocol);

/// Adds what lies in the folder, by name. A bad file is refused with its place and reason, and the others
/// still load. A folder that is not there adds nothing.
void addOwnProtocols(protocols::ProtocolLibrary& library, const QString& folder,
                     const protocols::DoseLimits& limits);

/// Reads a protocol as addOwnProtocols() does. InvalidInput: the place and the reason.
[[nodiscard]] base::Result<protocols::Protocol> readOwnProtocol(const QByteArray& json, const QString& name,
                                                                const protocols::DoseLimits& limits);

/// Where a protocol file goes.
struct OwnProtocolTarget {
    QString practicePath;
    const protocols::ProtocolLibrary& installed; ///< with the practice's own
    const protocols::DoseLimits& limits;
};

/// Checks a file as addOwnProtocols() does and copies it into the practice's folder as ID.json; the folder is
/// made when it is not there. It gives the protocol's id. InvalidInput: the file is refused, and nothing is
/// copied. Refused: the same version of that protocol is installed already, or the file of another protocol
/// has that name. Storage: it cannot be written.
[[nodiscard]] base::Result<QString> installOwnProtocol(const QByteArray& json,
                                                       const OwnProtocolTarget& target);

} // namespace kairos::workflow
