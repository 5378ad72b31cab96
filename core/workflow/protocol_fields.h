// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace kairos::workflow {

/// What is typed into a field of a protocol.
enum class ProtocolValue { Text, Number, Words, Numbers };

/// One place of a protocol that a clinic may change.
struct ProtocolField {
    QString path;  ///< JSON pointer, e.g. "/regimen/blocks/0/count"
    QString group; ///< e.g. "Dose"
    QString label; ///< with its unit
    ProtocolValue kind = ProtocolValue::Text;
    QString value; ///< as text; words apart by commas; empty where the file holds none

    bool operator==(const ProtocolField&) const = default;
};

/// The places of a protocol file that a clinic may change, in the order of care: name, dose, counts and gaps,
/// windows, therapy, measures. What a file does not hold is left out, except a maximum, minutes and a note.
[[nodiscard]] QList<ProtocolField> protocolFields(const QJsonObject& protocol);

/// The value at a JSON pointer; undefined where there is none.
[[nodiscard]] QJsonValue valueAt(const QJsonObject& object, const QString& pointer);
/// The object with another value at a JSON pointer whose parent is there; an undefined value takes it out.
[[nodiscard]] QJsonObject withValue(const QJsonObject& object, const QString& pointer,
                                    const QJsonValue& value);

} // namespace kairos::workflow
