// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocols/dose_limits.h"
#include "core/protocols/protocol_library.h"
#include "core/safety/consent_forms.h"
#include "core/safety/contraindications.h"
#include "core/safety/drug_list.h"
#include "core/safety/safety_rules.h"
#include "core/scales/instrument_library.h"

namespace kairos::workflow {

/// The clinical content that is installed: read once, then passed on by const reference.
struct Catalog {
    scales::InstrumentLibrary instruments;
    protocols::DoseLimits doseLimits;
    protocols::ProtocolLibrary protocols;
    safety::SafetyRules safety;
    safety::Contraindications contraindications;
    safety::DrugList drugs;
    safety::ConsentForms consents;

    /// What is compiled into the program.
    [[nodiscard]] static Catalog builtIn();
};

} // namespace kairos::workflow
