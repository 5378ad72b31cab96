// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/catalog_source.h"

#include "core/storage/connection.h"

namespace kairos::workflow {

CatalogSource CatalogSource::reading() {
    return CatalogSource(std::async(std::launch::async, [] {
                             storage::startCipher();
                             return Catalog::builtIn();
                         }).share());
}

} // namespace kairos::workflow
