// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/hash.h"

#include "core/base/result.h"

#include <QString>

#include <array>
#include <compare>

namespace kairos::security {

/// The first 80 bits of a digest, short enough to print on a page and to read out: "K7Q4-9F2M-T3XD-58WB".
struct Fingerprint {
    std::array<quint8, 10> bytes{};

    auto operator<=>(const Fingerprint&) const = default;

    [[nodiscard]] static Fingerprint of(const Digest& digest);
    /// Four groups of four letters, joined by hyphens.
    [[nodiscard]] QString toString() const;
    /// Reads a typed fingerprint: case, spaces and hyphens do not matter, O reads as 0, I and L as 1.
    /// Anything but 16 letters is InvalidInput.
    [[nodiscard]] static base::Result<Fingerprint> parse(QStringView text);
    /// Whether the digest begins with this fingerprint.
    [[nodiscard]] bool matches(const Digest& digest) const { return of(digest) == *this; }
};

} // namespace kairos::security
