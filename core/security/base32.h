// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace kairos::security {

/// The printed alphabet of recovery codes and fingerprints: Crockford's base 32, without I, L, O and U.
/// A value from 0 to 31 becomes its letter.
[[nodiscard]] QChar base32Letter(int value);

/// The value of a typed letter. Case does not matter; O reads as 0, I and L as 1; anything else is no letter.
[[nodiscard]] std::optional<int> base32Value(QChar letter);

/// Cuts bytes into 5-bit values, first bit first; the last value is filled up with zero bits.
[[nodiscard]] QList<int> toBase32Values(QByteArrayView bytes);

} // namespace kairos::security
