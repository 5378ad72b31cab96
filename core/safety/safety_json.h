// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"
#include "core/scales/json_place.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>

namespace kairos::safety {

/// The object in a safety file. InvalidInput names the file and where it breaks off.
[[nodiscard]] base::Result<QJsonValue> parseSafetyFile(const QByteArray& json, const QString& file);
/// The bytes of a file that is compiled into the program, e.g. "gates.json".
[[nodiscard]] QByteArray builtInSafetyFile(const QString& name);
/// Nothing, or InvalidInput with the first problem's place.
[[nodiscard]] base::Outcome outcomeOf(const scales::JsonReading& reading);
/// The mark at "confidence".
[[nodiscard]] base::Confidence confidenceAt(const scales::JsonPlace& place);

} // namespace kairos::safety
