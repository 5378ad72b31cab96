// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/session_summary.h"

#include "core/safety/interactions.h"
#include "core/safety/monitoring_form.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::reports {

/// One datum of the worksheet, or what to do where the record lacks it.
struct MonitoringLine {
    QString id; ///< of the list in resources/safety/monitoring_form.json
    QString label;
    QString value;  ///< "missing" where it is
    QString detail; ///< what it rests on; of a missing one what to do
    bool isMissing = false;

    bool operator==(const MonitoringLine&) const = default;
};

struct MonitoringSection {
    QString title;
    QList<MonitoringLine> lines;
};

/// What a session of esketamine is transcribed from into the risk programme's own form. No layout, and none
/// of the form's words.
struct MonitoringSheet {
    QString title;
    QString subtitle;
    PageIdentity identity;
    QStringList notice; ///< that this is a worksheet, when the form is due, what is missing
    QList<MonitoringSection> sections;
    QStringList sources; ///< of the list of data, each with its mark
    QString leftOut;

    [[nodiscard]] int missing() const;
    /// The line with this id; null when the list does not ask for it.
    [[nodiscard]] const MonitoringLine* line(const QString& id) const;
};

/// What the worksheet reads beside the session itself.
struct MonitoringFacts {
    SummaryFacts session;                   ///< of a dosing session
    safety::InteractionReport interactions; ///< of the medicines the patient took on that day
    bool hasMedication = false;             ///< the list of that day names a medicine
    bool isFirst = false;                   ///< no earlier session of the nasal spray was held
    QString monitor;                        ///< who stayed with the patient or sent them home; may be empty
};

/// The same facts give the same sheet. A datum that the list asks for and this does not know is shown as
/// missing, never left out.
[[nodiscard]] MonitoringSheet monitoringSheet(const MonitoringFacts& facts,
                                              const safety::MonitoringForm& form);

} // namespace kairos::reports
