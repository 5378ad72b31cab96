// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"
#include "core/record/consent.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

namespace kairos::safety {

/// What a consent reaches.
enum class ConsentScope { Treatment, Touch, Recording, Research };

struct ConsentForm {
    QString id; ///< stands in record::Consent::form
    QString title;
    ConsentScope scope = ConsentScope::Treatment;
    QString source;
    base::Confidence confidence = base::Confidence::Check;
};

/// The forms of the practice and how long a consent counts (resources/safety/consents.json).
struct ConsentForms {
    QString version;
    int expiryDays = 0;
    QString expirySource;
    base::Confidence expiryConfidence = base::Confidence::Check;
    QList<ConsentForm> forms;

    /// InvalidInput names the place.
    [[nodiscard]] static base::Result<ConsentForms> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static ConsentForms builtIn();

    [[nodiscard]] const ConsentForm* find(const QString& id) const;
    /// The last day on which a consent given on `given` counts.
    [[nodiscard]] QDate lastDay(QDate given) const { return given.addDays(expiryDays); }
};

enum class ConsentState { InForce, Expired, Withdrawn };

/// How one consent stands on a day: it counts on its last day, and no longer on the day of its withdrawal.
[[nodiscard]] ConsentState consentStateOn(const record::Consent& consent, QDate day);

/// The consent to treatment that counts on a day, the one given last; null when none does.
[[nodiscard]] const record::Consent* treatmentConsentOn(const QList<record::Consent>& consents,
                                                        const ConsentForms& forms, QDate day);

} // namespace kairos::safety
