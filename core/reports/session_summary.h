// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/outcomes/trend.h"
#include "core/protocols/dose.h"
#include "core/protocols/given_dose.h"
#include "core/record/adverse_event.h"
#include "core/record/dosing_session.h"
#include "core/record/note.h"
#include "core/record/patient.h"
#include "core/record/practice.h"
#include "core/record/reading.h"
#include "core/record/risk_item.h"
#include "core/record/session_event.h"
#include "core/record/therapy_session.h"
#include "core/safety/gates.h"
#include "core/safety/safety_rules.h"

#include <QHash>
#include <QList>
#include <QLocale>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::reports {

/// Whose page it is: repeated on every sheet.
struct PageIdentity {
    QString practice;
    QString practiceLine; ///< address and telephone
    bool isSynthetic = false;
    QString patient;
    QString born; ///< birth date and age; "not recorded" when it is missing
    QString mrn;
    QString allergies; ///< "not asked" until somebody asked
    QString weight;
    QString printed; ///< when and by whom
    QString fingerprint;
    int version = 1;     ///< how often the header was changed
    bool isDraft = true; ///< not signed

    bool operator==(const PageIdentity&) const = default;
};

/// One line of the vital signs: times down, parameters across; "–" where nothing was due or measured.
struct VitalLine {
    QString minute;
    QString at;
    QString pressure;
    QString pulse;
    QString spo2;
    QString sedation;
    QString rating; ///< dissociation at this time
    base::FindingLevel level = base::FindingLevel::Information;

    bool operator==(const VitalLine&) const = default;
};

/// One instrument on the day.
struct RatingLine {
    QString instrument;
    QString baseline;
    QString last;
    QString today;
    QString change;
    QString means; ///< "response", "no response yet" …

    bool operator==(const RatingLine&) const = default;
};

/// One line with a lead and a text: next steps, signatures.
struct LeadLine {
    QString lead;
    QString text;

    bool operator==(const LeadLine&) const = default;
};

/// One criterion before going home.
struct CriterionLine {
    QString text;
    QString evidence;
    safety::GateState state = safety::GateState::NotMet;

    bool operator==(const CriterionLine&) const = default;
};

/// What stands on a session summary, in order. No layout.
struct SessionSummary {
    QString title;
    QString subtitle;
    PageIdentity identity;
    bool isDosing = true;

    QString doseHeadline; ///< drug, mg, route, minutes
    QStringList doseLines;
    QString gatesTitle; ///< "Before the dose: 16 of 16"
    QStringList gateLines;
    QList<VitalLine> vitals;
    QString vitalsNote;
    QList<RatingLine> ratings;
    QStringList ratingNotes;
    QStringList events;
    QStringList later; ///< what was learnt after the dose, each in a line of its own
    QStringList risk;
    QString intention;
    QList<LeadLine> nextSteps;
    QString dischargeTitle;
    QList<CriterionLine> discharge;
    QList<LeadLine> noteSections; ///< of a therapy session; empty in a dosing summary
    QList<LeadLine> signatures;
    QString leftOut;
};

/// Names and moments that the record keeps as ids.
struct NamedSignature {
    QString name;
    QString role;
    base::Instant at;
};

/// What was learnt after a dose: a call, or a line about an adverse event that is fixed.
struct LaterFact {
    base::Instant at;
    QString by;
    QString what; ///< "Call after the dose"
    QString said; ///< may be empty
};

/// What the summary is made from; all of it read by one query at one moment.
struct SummaryFacts {
    record::Practice practice;
    record::Patient patient;
    QStringList allergies;                       ///< "Penicillin (rash)"
    std::optional<record::DosingSession> dosing; ///< one of the two
    std::optional<record::TherapySession> therapy;
    std::optional<protocols::DoseFigures> figures;
    std::optional<protocols::GivenDose> given;
    QList<record::Reading> readings;
    QList<record::SessionEvent> events;
    QList<record::AdverseEvent> adverseEvents;
    QList<LaterFact> later; ///< in any order
    QList<safety::GateLine> preDose;
    QList<safety::GateLine> discharge;
    QList<record::Rating> sessionRatings;
    QList<outcomes::Trend> trends; ///< one an instrument, with the ratings up to the session
    QList<record::RiskItem> risks;
    QList<record::Note> notes;
    /// Of notes that were amended: when, by whom and why.
    QHash<record::NoteId, QString> amendments;
    QList<LeadLine> nextSteps;
    QList<NamedSignature> signatures;
    QStringList unsignedParts;    ///< of a visit that is signed in part: what is still open
    base::Findings givenFindings; ///< where what was given is not what was ordered
    QString therapist;
    QString fingerprint;
    int version = 1;
    QString printedBy;
    base::Instant now;
    QTimeZone zone;
    QLocale locale;
};

/// The page as a value. The same facts give the same page.
/// Whose page it is, on a day.
[[nodiscard]] PageIdentity identityOf(const SummaryFacts& facts, QDate day);

[[nodiscard]] SessionSummary sessionSummary(const SummaryFacts& facts, const safety::SafetyRules& rules);

} // namespace kairos::reports
