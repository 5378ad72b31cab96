// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/demo_desk.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/workflow/catalog_source.h"

#include <QString>

#include <memory>

namespace kairos::app {

/// Keeps the demo practice in a folder of its own and lets it play on its own day.
class DemoFolder final : public ui::DemoDesk {
public:
    /// This object outlives the folder's practice.
    DemoFolder(QString folder, workflow::CatalogSource catalog)
        : m_folder(std::move(folder)), m_catalog(std::move(catalog)) {}

    [[nodiscard]] base::Result<std::unique_ptr<workflow::OpenPractice>> openDemo() override;
    /// The same with the clock standing still: for pictures.
    [[nodiscard]] base::Result<std::unique_ptr<workflow::OpenPractice>> openStill();

private:
    [[nodiscard]] base::Result<QString> makeAfresh() const;
    [[nodiscard]] base::Result<std::unique_ptr<workflow::OpenPractice>> openAt(const QString& path);

    QString m_folder;
    workflow::CatalogSource m_catalog;
    base::SystemClock m_real;
    base::SystemRandom m_random;
    std::unique_ptr<base::Clock> m_clock;
};

} // namespace kairos::app
