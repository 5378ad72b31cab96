// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace kairos::safety {

/// One word for an adverse event (resources/safety/adverse_terms.json).
struct AdverseTerm {
    QString term;     ///< "Nausea"
    QString group;    ///< "gut"
    QStringList also; ///< other words that find it: "feeling sick"
    QString source;
    base::Confidence confidence = base::Confidence::Check;
};

/// The words to choose from, so that the same event is called the same. Any other word may be typed.
struct AdverseTerms {
    QList<AdverseTerm> terms;

    /// Those that the typed letters find, whatever their case and accents: first those whose term begins with
    /// them, then those that hold them, then those that another word leads to. Nothing typed finds all.
    [[nodiscard]] QList<AdverseTerm> find(const QString& typed) const;

    /// InvalidInput names the place that does not fit.
    [[nodiscard]] static base::Result<AdverseTerms> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static const AdverseTerms& builtIn();
};

} // namespace kairos::safety
