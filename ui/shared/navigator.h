// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/ids.h"

#include <QString>

#include <optional>
#include <variant>

namespace kairos::ui {

/// Where the program begins: create, open, explore.
struct WelcomePlace {
    bool operator==(const WelcomePlace&) const = default;
};

struct TodayPlace {
    bool operator==(const TodayPlace&) const = default;
};

struct PatientsPlace {
    QString find; ///< words in the search from the start; may be empty

    bool operator==(const PatientsPlace&) const = default;
};

/// A patient's chart. The ids of its tabs are kTab… below.
struct ChartPlace {
    record::PatientId patient;
    QString tab; ///< empty for the overview

    bool operator==(const ChartPlace&) const = default;
};

/// The plan of a patient, at one step where that helps.
struct PlanPlace {
    record::PatientId patient;
    std::optional<record::StepId> step;

    bool operator==(const PlanPlace&) const = default;
};

/// The session that runs or comes next; without an id the place of the rail.
struct SessionPlace {
    std::optional<record::SessionId> session;

    bool operator==(const SessionPlace&) const = default;
};

/// A session that is still to be made: for a patient and a step, or for whomever the person picks.
struct NewSessionPlace {
    std::optional<record::PatientId> patient;
    std::optional<record::StepId> step;

    bool operator==(const NewSessionPlace&) const = default;
};

/// A rating: a stored one, or a new one of an instrument, for a session where it belongs to one.
struct RatingPlace {
    record::PatientId patient;
    QString instrument; ///< e.g. "phq-9"
    std::optional<record::RatingId> rating;
    std::optional<record::SessionId> session;

    bool operator==(const RatingPlace&) const = default;
};

/// An open or closed risk item.
struct RiskPlace {
    record::PatientId patient;
    std::optional<record::RiskItemId> item;

    bool operator==(const RiskPlace&) const = default;
};

struct OutcomesPlace {
    bool operator==(const OutcomesPlace&) const = default;
};

struct LedgerPlace {
    bool operator==(const LedgerPlace&) const = default;
};

struct SettingsPlace {
    QString section; ///< empty for the first

    bool operator==(const SettingsPlace&) const = default;
};

/// Every place a person can be, as a value.
using Place =
    std::variant<WelcomePlace, TodayPlace, PatientsPlace, ChartPlace, PlanPlace, SessionPlace,
                 NewSessionPlace, RatingPlace, RiskPlace, OutcomesPlace, LedgerPlace, SettingsPlace>;

/// Opens places. The shell implements it; a page knows this and no other page.
class Navigator {
public:
    Navigator() = default;
    virtual ~Navigator() = default;
    Q_DISABLE_COPY_MOVE(Navigator)

    /// Goes to a place; what is typed in the page left behind stays as a draft.
    virtual void open(const Place& place) = 0;
    /// Back to where the person came from; stays where there is no way back.
    virtual void goBack() = 0;
};

} // namespace kairos::ui
