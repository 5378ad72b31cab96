// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace kairos::workflow {

struct Catalog;

/// Where the installed content comes from: it stands already, or another thread still reads it while the
/// window is made. Copies look at the same content, which outlives them.
class CatalogSource final {
public:
    /// What stands already. Implicit, so that a catalog serves wherever a source is asked for.
    CatalogSource(const Catalog& catalog) : m_ready(&catalog) {}
    /// What is compiled into the program, read on a thread of its own, which gets the cipher ready before.
    [[nodiscard]] static CatalogSource reading();

    /// Waits for the end of the reading, where that is still to come.
    [[nodiscard]] const Catalog& get() const;

private:
    struct Reading;

    explicit CatalogSource(std::shared_ptr<const Reading> reading) : m_reading(std::move(reading)) {}

    const Catalog* m_ready = nullptr;
    std::shared_ptr<const Reading> m_reading;
};

} // namespace kairos::workflow
