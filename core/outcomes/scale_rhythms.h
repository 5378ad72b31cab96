// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"
#include "core/outcomes/trend_rules.h"
#include "core/record/therapy_session.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kairos::outcomes {

/// What a rhythm says in words, and where it comes from.
struct RhythmBasis {
    QString text; ///< a sentence without its full stop
    QString source;
    base::Confidence confidence = base::Confidence::Check;
};

/// Two counts of sessions, both inclusive: due from the first, late after the second.
struct SessionSpan {
    int from = 1;
    int to = 1;
};

/// A scale that is due by the sessions of a course that were held.
struct SessionRhythm {
    QString id;
    QString instrument;
    QList<record::TherapyType> counts; ///< the kinds of session that are counted
    SessionSpan first;                 ///< the how-maniest session of the course
    SessionSpan then;                  ///< sessions after the last rating
    int quietAfterDays = 0;            ///< so many days after the last session nothing is asked any more
    RhythmBasis basis;
};

/// A scale that is due after each dose.
struct DoseRhythm {
    QString id;
    QString instrument;
    int lateAfterDays = 0; ///< after the day of the dose
    int goneAfterDays = 0; ///< from then on the memory of the day is not asked for; more than lateAfterDays
    RhythmBasis basis;
};

/// When the alliance asks to be talked about.
struct AllianceRules {
    QString instrument;
    RuleFigure meanBelow;        ///< points an item
    RuleFigure fallInDeviations; ///< of the patient's own ratings
    RuleFigure leastFall;        ///< points
};

/// The rhythms of scales that no step of a plan asks for: resources/outcomes/rhythms.json.
struct ScaleRhythms {
    QList<SessionRhythm> sessions;
    QList<DoseRhythm> doses;
    AllianceRules alliance;
    RuleFigure todayDays; ///< so long after the last session Today names what is late by it

    /// InvalidInput names the place that does not fit.
    [[nodiscard]] static base::Result<ScaleRhythms> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static const ScaleRhythms& builtIn();
};

} // namespace kairos::outcomes
