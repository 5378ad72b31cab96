// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/protocols/dose_limits.h"
#include "core/protocols/protocol.h"
#include "core/workflow/protocol_fields.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace kairos::workflow {

/// A protocol that a clinic changes: held as its file, so that it is checked by the very reader that loads
/// it. What is changed is marked "local" in place of source and confidence mark, and named in the note.
class ProtocolDraft final {
public:
    /// A copy of a protocol's file under an id of its own, to be changed.
    [[nodiscard]] static base::Result<ProtocolDraft> copyOf(const QByteArray& json, const QString& newId);
    /// The clinic's own file, to be changed under the next version.
    [[nodiscard]] static base::Result<ProtocolDraft> next(const QByteArray& json);

    /// What may be changed, with the values as they stand.
    [[nodiscard]] QList<ProtocolField> fields() const { return protocolFields(m_now); }
    /// Types a value. What does not read as its kind is kept as typed, so that the check names its place.
    void set(const ProtocolField& field, const QString& text);

    /// What was changed so far, e.g. "How many (Doses, twice-weekly): 6, now 8".
    [[nodiscard]] QStringList changes() const;
    /// The protocol as it would be loaded. InvalidInput: place and reason of the first thing that cannot be.
    [[nodiscard]] base::Result<protocols::Protocol> check(const protocols::DoseLimits& limits) const;
    /// The file: the changed parts marked, the note told, the worked examples reckoned anew.
    /// InvalidInput as check().
    [[nodiscard]] base::Result<QByteArray> file(const protocols::DoseLimits& limits) const;

private:
    ProtocolDraft(QJsonObject from, QJsonObject now) : m_from(std::move(from)), m_now(std::move(now)) {}
    [[nodiscard]] QJsonObject marked() const;
    [[nodiscard]] base::Result<QJsonObject> finished(const protocols::DoseLimits& limits) const;

    QJsonObject m_from; ///< as it was taken up
    QJsonObject m_now;
};

} // namespace kairos::workflow
