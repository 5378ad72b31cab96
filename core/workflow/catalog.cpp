// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/catalog.h"

namespace kairos::workflow {

Catalog Catalog::builtIn() {
    Catalog catalog;
    catalog.instruments = scales::InstrumentLibrary::builtIn();
    catalog.doseLimits = protocols::builtInDoseLimits();
    catalog.protocols = protocols::ProtocolLibrary::load(catalog.doseLimits);
    catalog.safety = safety::SafetyRules::builtIn();
    catalog.contraindications = safety::Contraindications::builtIn();
    catalog.drugs = safety::DrugList::builtIn();
    catalog.consents = safety::ConsentForms::builtIn();
    return catalog;
}

} // namespace kairos::workflow
