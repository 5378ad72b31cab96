// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/protocol_library.h"

#include "core/protocols/json_reader.h"
#include "core/protocols/protocol_reader.h"
#include "core/protocols/words.h"

#include <QDir>

#include <algorithm>

namespace kairos::protocols {

ProtocolLibrary ProtocolLibrary::load(const DoseLimits& limits, const QString& clinicFolder) {
    ProtocolLibrary library;
    library.addFolder(QStringLiteral(":/kairos/protocols"), limits);
    if (!clinicFolder.isEmpty()) {
        library.addFolder(clinicFolder, limits);
    }
    return library;
}

const Protocol* ProtocolLibrary::find(const QString& id) const {
    const auto found = std::find_if(m_protocols.begin(), m_protocols.end(),
                                    [&id](const Protocol& protocol) { return protocol.id == id; });
    return found == m_protocols.end() ? nullptr : &*found;
}

void ProtocolLibrary::addFolder(const QString& folder, const DoseLimits& limits, const Check& check) {
    const QDir directory(folder);
    const bool isClinics = !folder.startsWith(QLatin1Char(':'));
    const QStringList names = directory.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    QStringList idsOfFolder;
    for (const QString& name : names) {
        const QString path = directory.filePath(name);
        auto protocol = readDataFile(path).and_then(
            [&](const QByteArray& json) { return readProtocol(json, path, limits); });
        if (!protocol) {
            m_refused.append(protocol.error());
            continue;
        }
        const QString trouble = check ? check(*protocol) : QString();
        if (!trouble.isEmpty()) {
            m_refused.append(refusedFile(path, {trouble}));
            continue;
        }
        protocol->file = isClinics ? name : QString();
        const QString id = protocol->id;
        keep(path, *std::move(protocol), idsOfFolder);
        idsOfFolder.append(id);
    }
}

void ProtocolLibrary::keep(const QString& path, Protocol protocol, const QStringList& idsOfFolder) {
    if (idsOfFolder.contains(protocol.id)) {
        m_refused.append(refusedFile(
            path, {Words::tr("id: another file of this folder defines \"%1\"").arg(protocol.id)}));
        return;
    }
    const auto rival = std::find_if(m_protocols.begin(), m_protocols.end(),
                                    [&protocol](const Protocol& other) { return other.id == protocol.id; });
    if (rival == m_protocols.end()) {
        m_protocols.append(std::move(protocol));
        return;
    }
    if (rival->version == protocol.version) {
        m_refused.append(
            refusedFile(path, {Words::tr("version: \"%1\" is installed already in version %2; give "
                                         "yours another version")
                                   .arg(protocol.id, protocol.version)}));
        return;
    }
    *rival = std::move(protocol);
}

} // namespace kairos::protocols
