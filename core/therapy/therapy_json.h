// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"
#include "core/scales/json_place.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace kairos::therapy {

/// A file of resources/therapy as an object. InvalidInput: it is no JSON object; `what` says what was not
/// read.
[[nodiscard]] base::Result<QJsonObject> parseTherapyFile(const QByteArray& json, const QString& what);
/// The first thing a reading found wrong, as an error that names the place.
[[nodiscard]] base::Outcome outcomeOf(const scales::JsonReading& reading, const QString& what);
/// H, M or C of the key "confidence".
[[nodiscard]] base::Confidence confidenceAt(const scales::JsonPlace& place);

} // namespace kairos::therapy
