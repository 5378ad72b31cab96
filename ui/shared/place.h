// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/ids.h"
#include "core/workflow/adverse_filter.h"

#include <QDate>
#include <QLatin1String>
#include <QString>
#include <Qt>

#include <memory>
#include <optional>

namespace kairos::ui {

/// The day: sessions, what needs a person, tomorrow's readiness.
struct TodayPlace {
    bool operator==(const TodayPlace&) const = default;
};

/// What is ready for the doses of a day, and what is missing; without a day the next open one.
struct TomorrowPlace {
    std::optional<QDate> day = {};

    bool operator==(const TomorrowPlace&) const = default;
};

/// The call sheet of a day's doses, as it prints.
struct CallSheetPlace {
    QDate day;

    bool operator==(const CallSheetPlace&) const = default;
};

/// The appointments of the week that holds a day; without one this week.
struct WeekPlace {
    std::optional<QDate> day = {};

    bool operator==(const WeekPlace&) const = default;
};

/// All patients in care by stage.
struct CaseloadPlace {
    bool operator==(const CaseloadPlace&) const = default;
};

struct PatientsPlace {
    QString find; ///< words in the search from the start; may be empty

    bool operator==(const PatientsPlace&) const = default;
};

/// The search over all that was written: of the practice, or of one patient.
struct FindPlace {
    QString text; ///< words in the search from the start; may be empty
    std::optional<record::PatientId> patient = {};

    bool operator==(const FindPlace&) const = default;
};

/// The key that opens the search from anywhere.
inline constexpr QKeyCombination kFindKey = Qt::CTRL | Qt::SHIFT | Qt::Key_F;

/// A passage of a note, e.g. one that a search found.
struct NotePassage {
    record::NoteId note;
    QString section;      ///< its id, or that of a line of the risk, e.g. "risk-plan"
    qsizetype start = 0;  ///< its first letter in the section
    qsizetype length = 0; ///< 0 for the place alone

    bool operator==(const NotePassage&) const = default;
};

/// A patient's chart. The ids of its tabs are kTab… in page.h; the plan is one of them.
struct ChartPlace {
    record::PatientId patient;
    QString tab;       ///< empty for the overview
    QString part = {}; ///< where in the tab the hand goes on: one of kPart…, or the id of a step of the plan

    bool operator==(const ChartPlace&) const = default;
};

/// The place of the rail: the session that runs or comes next.
struct SessionPlace {
    bool operator==(const SessionPlace&) const = default;
};

/// A session that is still to be booked: for a patient and a step, or for whomever the person picks.
struct NewSessionPlace {
    std::optional<record::PatientId> patient;
    std::optional<record::StepId> step;

    bool operator==(const NewSessionPlace&) const = default;
};

/// The run sheet of a dosing session.
struct DosingPlace {
    record::PatientId patient;
    record::SessionId session;
    bool inRoom = false; ///< opens the room view, where the dose runs
    QString part = {};   ///< one of those below, or the id of a reading or a line of the session's log
    std::optional<NotePassage> passage = {}; ///< of its note

    bool operator==(const DosingPlace&) const = default;
};

/// The part of a DosingPlace that takes in a monitor's file.
inline constexpr QLatin1String kPartMonitor{"monitor"};
inline constexpr QLatin1String kPartIntention{"intention"};
/// The calls on the day after the dose.
inline constexpr QLatin1String kPartCalls{"calls"};

/// The note of a therapy session.
struct TherapyPlace {
    record::PatientId patient;
    record::SessionId session;
    std::optional<NotePassage> passage = {};

    bool operator==(const TherapyPlace&) const = default;
};

/// A rating: a stored one, or a new one of an instrument, for a step or a session where it belongs to one.
struct RatingPlace {
    record::PatientId patient;
    QString instrument; ///< e.g. "phq-9"
    std::optional<record::StepId> step = {};
    std::optional<record::SessionId> session = {};
    std::optional<record::RatingId> rating = {};

    bool operator==(const RatingPlace&) const = default;
};

/// The patient form; without an id it makes a new patient.
struct PatientFormPlace {
    std::optional<record::PatientId> patient = {};

    bool operator==(const PatientFormPlace&) const = default;
};

/// The risk lane of a patient: the open item first.
struct RiskPlace {
    record::PatientId patient;

    bool operator==(const RiskPlace&) const = default;
};

/// The page that a patient takes home: intention, commitments, appointments.
struct TakeHomePlace {
    record::PatientId patient;

    bool operator==(const TakeHomePlace&) const = default;
};

/// A structured sheet of therapy as it prints.
struct TherapySheetPlace {
    record::PatientId patient;
    record::TherapySheetId sheet;

    bool operator==(const TherapySheetPlace&) const = default;
};

/// The printed summary of a session.
struct SummaryPlace {
    record::PatientId patient;
    record::SessionId session;

    bool operator==(const SummaryPlace&) const = default;
};

/// The worksheet of a session of esketamine for its risk programme.
struct MonitoringPlace {
    record::PatientId patient;
    record::SessionId session;

    bool operator==(const MonitoringPlace&) const = default;
};

/// A plan as it prints.
struct PlanSheetPlace {
    record::PatientId patient;
    record::PlanId plan;

    bool operator==(const PlanSheetPlace&) const = default;
};

/// The doses of a patient over all plans, as they print.
struct DoseSheetPlace {
    record::PatientId patient;

    bool operator==(const DoseSheetPlace&) const = default;
};

/// A letter of a patient as it prints.
struct LetterSheetPlace {
    record::PatientId patient;
    record::DocumentId letter;

    bool operator==(const LetterSheetPlace&) const = default;
};

/// What came of the practice's doses: the register of adverse events over all patients.
struct OutcomesPlace {
    bool operator==(const OutcomesPlace&) const = default;
};

/// The register of adverse events as it prints, narrowed as it was on the screen.
struct AdverseSheetPlace {
    workflow::AdverseFilter filter;

    bool operator==(const AdverseSheetPlace&) const = default;
};

struct LedgerPlace {
    bool operator==(const LedgerPlace&) const = default;
};

/// The drug ledger as it prints for an inspection.
struct LedgerSheetPlace {
    bool operator==(const LedgerSheetPlace&) const = default;
};

struct SettingsPlace {
    QString section; ///< empty for the first

    bool operator==(const SettingsPlace&) const = default;
};

/// Every type of place, for what is made once for each: X(Place) stands for each of them.
// Laid out by hand: the tool finds no layout of it that it keeps.
// clang-format off
#define KAIROS_EVERY_PLACE(X) \
    X(TodayPlace) X(TomorrowPlace) X(CallSheetPlace) X(WeekPlace) X(CaseloadPlace) X(PatientsPlace) \
    X(FindPlace) X(ChartPlace) X(SessionPlace) X(NewSessionPlace) X(DosingPlace) X(TherapyPlace) X(RatingPlace) \
    X(PatientFormPlace) X(RiskPlace) X(TakeHomePlace) X(TherapySheetPlace) X(SummaryPlace) \
    X(MonitoringPlace) X(PlanSheetPlace) X(DoseSheetPlace) X(LetterSheetPlace) X(OutcomesPlace) \
    X(AdverseSheetPlace) X(LedgerPlace) X(LedgerSheetPlace) X(SettingsPlace)
// clang-format on

#define KAIROS_NAME(Type) Type,
enum class PlaceKind { KAIROS_EVERY_PLACE(KAIROS_NAME) Count };
#undef KAIROS_NAME

/// Count for what is no place.
template <class P>
inline constexpr PlaceKind kPlaceKind = PlaceKind::Count;
#define KAIROS_KIND(Type)                                                                                    \
    template <>                                                                                              \
    inline constexpr PlaceKind kPlaceKind<Type> = PlaceKind::Type;
KAIROS_EVERY_PLACE(KAIROS_KIND)
#undef KAIROS_KIND

template <class P>
concept IsPlace = kPlaceKind<P>
!= PlaceKind::Count;

/// Any place a person can be, as a value.
class Place final {
public:
    /// Today.
    Place();
    template <IsPlace P>
    Place(const P& place);

    [[nodiscard]] PlaceKind kind() const { return m_kind; }
    template <IsPlace P>
    [[nodiscard]] bool is() const {
        return m_kind == kPlaceKind<P>;
    }
    /// The place when it is one of this type, else null.
    template <IsPlace P>
    [[nodiscard]] const P* as() const {
        return is<P>() ? static_cast<const P*>(m_place.get()) : nullptr;
    }
    /// The place, which is of this type: anything else is a programmer's mistake.
    template <IsPlace P>
    [[nodiscard]] const P& get() const {
        return *static_cast<const P*>(checked(kPlaceKind<P>));
    }

    [[nodiscard]] bool operator==(const Place& other) const;

private:
    [[nodiscard]] const void* checked(PlaceKind kind) const;

    std::shared_ptr<const void> m_place;
    PlaceKind m_kind = PlaceKind::TodayPlace;
};

/// The patient a place is about; none for places of the whole practice.
[[nodiscard]] std::optional<record::PatientId> patientOf(const Place& place);

} // namespace kairos::ui
