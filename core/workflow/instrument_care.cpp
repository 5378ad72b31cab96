// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/instrument_care.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"

namespace kairos::workflow {

base::Result<OwnInstrumentFile> InstrumentCare::add(const QString& file) const {
    if (const auto allowed = m_practice.require(security::Permission::Administer); !allowed) {
        return tl::unexpected<base::Error>(allowed.error());
    }
    auto added =
        installOwnInstrument(file, m_practice.path(), m_practice.environment().catalog.get().instruments);
    if (added) {
        m_practice.readOwnContent();
    }
    return added;
}

} // namespace kairos::workflow
