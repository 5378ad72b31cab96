// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace kairos::security {

/// What Argon2id is asked to spend on one guess.
struct KeyCost {
    quint64 operations = 0;
    quint64 memoryBytes = 0;

    bool operator==(const KeyCost&) const = default;

    /// For the passphrase of a practice: 256 MiB and three passes, about half a second on a clinic PC.
    /// The programs create at this cost whatever a person chose the passphrase of.
    [[nodiscard]] static constexpr KeyCost full() { return {3, quint64{256} * 1024 * 1024}; }
    /// For a clinician's password, which only matters once the file is open: 64 MiB and two passes.
    [[nodiscard]] static constexpr KeyCost password() { return {2, quint64{64} * 1024 * 1024}; }
    /// The least the library takes: for tests, and for the desktop's demo, whose passphrase is no secret.
    [[nodiscard]] static constexpr KeyCost cheap() { return {1, quint64{8} * 1024}; }

    /// Whether a file may ask for this cost: at most 32 passes and 1 GiB, so that a forged file cannot stall
    /// the PC.
    [[nodiscard]] constexpr bool isBearable() const {
        return operations >= 1 && operations <= 32 && memoryBytes >= quint64{8} * 1024 &&
               memoryBytes <= quint64{1024} * 1024 * 1024;
    }
};

} // namespace kairos::security
