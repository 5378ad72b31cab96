// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace kairos::therapy {

/// A modality of therapy with its core moves (resources/therapy/modalities.json).
struct Modality {
    QString id;
    QString name;  ///< as it stands on a session: "CBT"
    QString title; ///< "Cognitive behavioural therapy"
    QStringList also;
    QStringList moves; ///< "thought record", to choose from as interventions
    QString evidence;
    QString structure;
    QString source;
    base::Confidence confidence = base::Confidence::Check;
};

/// The modalities to choose from. Any other may be typed; it then has no moves of its own.
struct Modalities {
    QList<Modality> modalities;

    [[nodiscard]] QStringList names() const;
    /// The modality that was typed or chosen, whatever its case; null when it is none of these.
    [[nodiscard]] const Modality* find(const QString& typed) const;

    /// InvalidInput names the place that does not fit.
    [[nodiscard]] static base::Result<Modalities> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static const Modalities& builtIn();
};

} // namespace kairos::therapy
