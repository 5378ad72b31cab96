// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace kairos::therapy {

/// A part of what every patient takes home, in plain words.
struct TakeHomePart {
    QString title;
    QStringList lines;
    QString source;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const TakeHomePart&) const = default;
};

/// The plain text of the page a patient takes home (resources/therapy/take_home.json).
struct TakeHomeText {
    QList<TakeHomePart> parts;

    /// InvalidInput names the place that does not fit.
    [[nodiscard]] static base::Result<TakeHomeText> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static const TakeHomeText& builtIn();
};

} // namespace kairos::therapy
