// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/json_place.h"

#include <QJsonValue>

#include <optional>

namespace kairos::scales {

/// Holds a file against resources/instruments/schema/instrument.schema.json: which keys there are, of which
/// kind and within which limits. Whether the values fit together is for the reader and its checks.
/// Returns the first thing that does not fit, with its JSON pointer; none when the shape is sound.
[[nodiscard]] std::optional<JsonProblem> findMisshape(const QJsonValue& file);

} // namespace kairos::scales
