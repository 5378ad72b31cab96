// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace kairos::therapy {

/// When an open commitment asks for a person (resources/therapy/thread.json).
struct ThreadRules {
    int askAfterDays = 0; ///< after its day, 0 or more
    QString askSource;
    base::Confidence askConfidence = base::Confidence::Check;

    /// InvalidInput names the place that does not fit.
    [[nodiscard]] static base::Result<ThreadRules> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static const ThreadRules& builtIn();
};

} // namespace kairos::therapy
