// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/catalog_source.h"

#include "core/workflow/catalog.h"

#include "core/storage/connection.h"

#include <future>

namespace kairos::workflow {

struct CatalogSource::Reading {
    std::shared_future<Catalog> catalog;
};

CatalogSource CatalogSource::reading() {
    auto catalog = std::async(std::launch::async, [] {
        storage::startCipher();
        return Catalog::builtIn();
    });
    return CatalogSource(std::make_shared<const Reading>(Reading{catalog.share()}));
}

const Catalog& CatalogSource::get() const {
    return m_ready != nullptr ? *m_ready : m_reading->catalog.get();
}

} // namespace kairos::workflow
