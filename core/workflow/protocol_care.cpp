// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/protocol_care.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"

#include "core/protocols/json_reader.h"

#include <QDir>

namespace kairos::workflow {

using base::ErrorCode;
using protocols::Protocol;

namespace {

base::Result<const Protocol*> installed(const OpenPractice& practice, const QString& id) {
    const Protocol* protocol = practice.catalog().protocols.find(id);
    if (protocol == nullptr) {
        return base::fail(ErrorCode::NotFound, Words::tr("The protocol was not opened"),
                          Words::tr("the protocol \"%1\" is not installed").arg(id),
                          Words::tr("choose one of those that are"));
    }
    return protocol;
}

} // namespace

base::Result<QByteArray> ProtocolCare::bytesOf(const Protocol& protocol) const {
    const QString folder = protocol.file.isEmpty() ? QStringLiteral(":/kairos/protocols")
                                                   : ownProtocolsFolder(m_practice.path());
    const QString name = protocol.file.isEmpty() ? protocol.id + QStringLiteral(".json") : protocol.file;
    return protocols::readDataFile(QDir(folder).filePath(name));
}

base::Result<ProtocolDraft> ProtocolCare::copy(const QString& id) const {
    return installed(m_practice, id).and_then([&](const Protocol* protocol) {
        QString fresh = id + QStringLiteral("-own");
        for (int i = 2; m_practice.catalog().protocols.find(fresh) != nullptr; ++i) {
            fresh = QStringLiteral("%1-own-%2").arg(id, QString::number(i));
        }
        return bytesOf(*protocol).and_then(
            [&](const QByteArray& json) { return ProtocolDraft::copyOf(json, fresh); });
    });
}

base::Result<ProtocolDraft> ProtocolCare::edit(const QString& id) const {
    return installed(m_practice, id).and_then([&](const Protocol* protocol) -> base::Result<ProtocolDraft> {
        if (protocol->file.isEmpty()) {
            return base::fail(ErrorCode::Refused, Words::tr("The protocol was not opened"),
                              Words::tr("it comes with the program"),
                              Words::tr("copy it, then change the copy"));
        }
        return bytesOf(*protocol).and_then([](const QByteArray& json) { return ProtocolDraft::next(json); });
    });
}

base::Result<QString> ProtocolCare::install(const QByteArray& json) const {
    if (const auto allowed = m_practice.require(security::Permission::Administer); !allowed) {
        return tl::unexpected<base::Error>(allowed.error());
    }
    const Catalog& catalog = m_practice.catalog();
    auto id = installOwnProtocol(json, {m_practice.path(), catalog.protocols, catalog.doseLimits});
    if (id) {
        m_practice.readOwnContent();
    }
    return id;
}

base::Result<QString> ProtocolCare::save(const ProtocolDraft& draft) const {
    return draft.file(m_practice.catalog().doseLimits).and_then([&](const QByteArray& json) {
        return install(json);
    });
}

base::Result<QString> ProtocolCare::add(const QString& file) const {
    return protocols::readDataFile(file).and_then([&](const QByteArray& json) { return install(json); });
}

} // namespace kairos::workflow
