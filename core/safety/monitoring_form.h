// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace kairos::safety {

/// A figure of the list with where it comes from.
struct MonitoringFigure {
    int value = 0;
    QString source;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const MonitoringFigure&) const = default;
};

/// A kind of medicine that is asked for by name.
struct MonitoringMedication {
    QString title;
    QStringList classes; ///< of drugs.json
    QString source;
    base::Confidence confidence = base::Confidence::Check;
};

/// One datum that is asked for.
struct MonitoringItem {
    QString id; ///< what core/reports answers, e.g. "pressure-before"
    QString source;
    base::Confidence confidence = base::Confidence::Check;
};

/// What the risk programme of esketamine asks for after a session (resources/safety/monitoring_form.json): a
/// list of data, not the form.
struct MonitoringForm {
    QString version;
    QString note;
    QString unsourced; ///< what no source was found for
    MonitoringFigure submitDays;
    MonitoringFigure monitorMinutes;
    MonitoringFigure pressureMinute; ///< the reading after the dose
    MonitoringFigure pressureWithin; ///< minutes that reading may lie away
    MonitoringFigure sedationBelow;  ///< MOAA/S
    MonitoringFigure dissociationAbove;
    QString dissociationInstrument;
    QStringList sedationTerms; ///< of adverse events
    QStringList dissociationTerms;
    QStringList respiratoryTerms;
    QList<MonitoringMedication> medication;
    QList<MonitoringItem> items;
    QStringList sources; ///< each with its mark

    /// InvalidInput names the place.
    [[nodiscard]] static base::Result<MonitoringForm> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static const MonitoringForm& builtIn();
};

} // namespace kairos::safety
