// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocols/dose_limits.h"
#include "core/protocols/protocol.h"

#include "core/base/error.h"

#include <functional>

namespace kairos::protocols {

/// The protocols that are installed: those that come with the program and those of the clinic's folder. A
/// file that is refused is named with place and reason; the others still load.
class ProtocolLibrary {
public:
    /// A further check of a protocol that was read: place and reason, empty when it holds.
    using Check = std::function<QString(const Protocol&)>;

    /// Loads ":/kairos/protocols/*.json", then the "*.json" files of `clinicFolder` (none when empty), by
    /// name.
    [[nodiscard]] static ProtocolLibrary load(const DoseLimits& limits, const QString& clinicFolder = {});

    /// Adds every *.json of a folder, not of its subfolders, in the order of their names. A bad file is
    /// refused with its place and reason, and the others still load. A file may replace a protocol by the
    /// same id only under another version; within one folder an id stands once.
    void addFolder(const QString& folder, const DoseLimits& limits, const Check& check = {});

    [[nodiscard]] const QList<Protocol>& protocols() const { return m_protocols; }
    /// The protocol of that id, or null.
    [[nodiscard]] const Protocol* find(const QString& id) const;
    /// The files that were refused: `what` names the file, `why` the place in it and the reason.
    [[nodiscard]] const QList<base::Error>& refused() const { return m_refused; }

private:
    void keep(const QString& path, Protocol protocol, const QStringList& idsOfFolder);

    QList<Protocol> m_protocols;
    QList<base::Error> m_refused;
};

} // namespace kairos::protocols
