// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/private_key.h"

#include <optional>

namespace kairos::workflow {

/// The signed-in clinician's own key while their private notes are open. It goes, overwritten with zeros, at
/// sign-out, at the idle lock and when the screen is handed to a patient.
struct PrivateWall {
    std::optional<security::PrivateKey> key = {};

    void close() { key.reset(); }
};

} // namespace kairos::workflow
