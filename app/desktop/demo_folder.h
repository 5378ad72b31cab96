// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/demo_desk.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/workflow/catalog.h"

#include <QString>

#include <memory>

namespace kairos::app {

/// Keeps the demo practice in a folder of its own and lets it play on its own day.
class DemoFolder final : public ui::DemoDesk {
public:
    /// `catalog` outlives the folder's practice, and so does this object.
    DemoFolder(QString folder, const workflow::Catalog& catalog)
        : m_folder(std::move(folder)), m_catalog(catalog) {}

    [[nodiscard]] base::Result<std::unique_ptr<workflow::OpenPractice>> openDemo() override;
    /// The same with the clock standing still: for pictures.
    [[nodiscard]] base::Result<std::unique_ptr<workflow::OpenPractice>> openStill();

private:
    [[nodiscard]] base::Result<QString> makeAfresh() const;
    [[nodiscard]] base::Result<std::unique_ptr<workflow::OpenPractice>> openAt(const QString& path);

    QString m_folder;
    const workflow::Catalog& m_catalog;
    base::SystemClock m_real;
    base::SystemRandom m_random;
    std::unique_ptr<base::Clock> m_clock;
};

} // namespace kairos::app
