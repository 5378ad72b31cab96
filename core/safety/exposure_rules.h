// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::safety {

/// One check that repeated doses ask for (resources/safety/exposure.json).
struct ExposureCheck {
    QString id;
    QString text;
    QStringList instruments; ///< any one of them answers it
    QStringList conditions;  ///< so does looking for one of these contraindications in the screening

    bool isWritten = false; ///< its result is written down by itself

    int everyMonths = 0;
    QString source;
    base::Confidence confidence = base::Confidence::Check;

    /// False when the record holds no answer to it.
    [[nodiscard]] bool hasAnswer() const {
        return !instruments.isEmpty() || !conditions.isEmpty() || isWritten;
    }
    /// Under what a written result is kept; no contraindication has such an id.
    [[nodiscard]] QString entry() const { return QStringLiteral("check.") + id; }
};

/// When a check is due. Counted from the day it was done last, else from the first dose; none before one.
[[nodiscard]] std::optional<QDate> dueDay(const ExposureCheck& check, const std::optional<QDate>& lastDone,
                                          const std::optional<QDate>& firstDose);

/// What repeated doses ask to be checked.
struct ExposureRules {
    QList<ExposureCheck> checks;

    /// InvalidInput names the place that does not fit.
    [[nodiscard]] static base::Result<ExposureRules> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static const ExposureRules& builtIn();
};

} // namespace kairos::safety
