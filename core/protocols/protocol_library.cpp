// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/protocol_library.h"

#include "core/protocols/json_reader.h"
#include "core/protocols/protocol_reader.h"

#include <QDir>

#include <algorithm>

namespace kairos::protocols {

ProtocolLibrary ProtocolLibrary::load(const DoseLimits& limits, const QString& clinicFolder) {
    ProtocolLibrary library;
    library.loadFolder(QStringLiteral(":/kairos/protocols"), limits);
    if (!clinicFolder.isEmpty()) {
        library.loadFolder(clinicFolder, limits);
    }
    return library;
}

const Protocol* ProtocolLibrary::find(const QString& id) const {
    const auto found = std::find_if(m_protocols.begin(), m_protocols.end(),
                                    [&id](const Protocol& protocol) { return protocol.id == id; });
    return found == m_protocols.end() ? nullptr : &*found;
}

void ProtocolLibrary::loadFolder(const QString& folder, const DoseLimits& limits) {
    const QDir directory(folder);
    const QStringList names =
        directory.entryList({QStringLiteral("*.json")}, QDir::Files | QDir::Readable, QDir::Name);
    for (const QString& name : names) {
        const QString path = directory.filePath(name);
        auto protocol = readDataFile(path).and_then(
            [&](const QByteArray& json) { return readProtocol(json, path, limits); });
        if (protocol) {
            keep(*std::move(protocol));
        } else {
            m_refused.append(protocol.error());
        }
    }
}

void ProtocolLibrary::keep(Protocol protocol) {
    const auto rival = std::find_if(m_protocols.begin(), m_protocols.end(),
                                    [&protocol](const Protocol& other) { return other.id == protocol.id; });
    if (rival == m_protocols.end()) {
        m_protocols.append(std::move(protocol));
    } else {
        *rival = std::move(protocol);
    }
}

} // namespace kairos::protocols
