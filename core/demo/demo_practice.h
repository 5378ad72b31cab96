// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/workflow/catalog.h"
#include "core/workflow/environment.h"
#include "core/workflow/open_practice.h"

#include <QDate>
#include <QString>

#include <functional>
#include <memory>

namespace kairos::demo {

/// What a demo practice is made from. The same values give the same ids, content and journal head.
struct DemoRequest {
    QString path;
    QString passphrase;
    int patients = 0; ///< at least the story's own; 0 for just those
    quint64 seed = 1;
    QDate asOf; ///< the story's Monday is the Monday of this week; invalid for 2 November 2026
    security::KeyCost practiceCost = security::KeyCost::full();
};

/// The password of every clinician of the demo practice, and its passphrase when the desktop program makes
/// it.
[[nodiscard]] QString demoPassword();

/// Told now and then how many patients are written; returning false stops the work and removes the file.
using DemoProgress = std::function<bool(int done, int total)>;

/// Makes the synthetic practice at `request.path`. Refused: a file is there already.
[[nodiscard]] base::Outcome makeDemo(const DemoRequest& request, const workflow::Catalog& catalog,
                                     const DemoProgress& progress = {});

/// The story's now: the moment at which a demo practice made from this date stands, UTC milliseconds.
[[nodiscard]] base::Result<qint64> storyNowMs(QDate asOf);

} // namespace kairos::demo
