// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/outcomes/trend.h"
#include "core/record/dosing_session.h"
#include "core/record/patient.h"
#include "core/record/patient_lists.h"
#include "core/record/risk_item.h"
#include "core/record/therapy_session.h"
#include "core/scales/instrument.h"

#include <QList>
#include <QString>

#include <limits>
#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// What the header of a patient shows on every page.
struct HeaderView {
    record::Patient patient;
    QList<record::Allergy> allergies;
    std::optional<record::Weight> weight; ///< the newest
    int dosesGiven = 0;
    std::optional<record::RiskItem> risk; ///< the open item
    /// The score that stands for the course: the first series of RatingQuery with a total. None without one.
    const scales::Instrument* instrument = nullptr;
    std::optional<outcomes::Trend> trend;
};

/// The highest pressure of a dose, and when.
struct PeakPressure {
    int systolic = 0;
    std::optional<int> diastolic;
    int minute = 0; ///< since the start of the dose
};

/// One session of the chart.
struct SessionLine {
    record::SessionId session;
    bool isDosing = false;
    record::TherapyType therapy = record::TherapyType::Other; ///< of a therapy session
    QString modality;
    int number = 0;
    base::Appointment booked;
    std::optional<base::Instant> startedAt;
    record::SessionState state = record::SessionState::Planned;
    QString person; ///< who held it; empty where nobody is named
    std::optional<base::Milligrams> dose;
    record::Route route = record::Route::Intravenous;
    std::optional<base::Minutes> minutes;
    std::optional<PeakPressure> peak;
    std::optional<double> hoursAfterDose; ///< of an integration session, from the end of the dose before

    /// When it began, else when it is booked.
    [[nodiscard]] base::Instant at() const { return startedAt ? *startedAt : booked.instant(); }
};

/// Reads one patient's chart for the screens.
class ChartQuery final {
public:
    explicit ChartQuery(OpenPractice& practice) : m_practice(practice) {}

    /// NotFound, Damaged.
    [[nodiscard]] base::Result<HeaderView> header(const record::PatientId& patient) const;
    /// All sessions of both kinds, newest first.
    [[nodiscard]] base::Result<QList<SessionLine>> sessions(const record::PatientId& patient) const;
    /// The newest `count` sessions that are behind: begun, called off, or booked before now. Newest first.
    [[nodiscard]] base::Result<QList<SessionLine>> lastSessions(const record::PatientId& patient,
                                                                qsizetype count) const;
    /// All weighings, newest first.
    [[nodiscard]] base::Result<QList<record::Weight>> weights(const record::PatientId& patient) const;

private:
    /// One session by its time; one of the two is null.
    struct Entry {
        base::Instant at;
        const record::DosingSession* dose = nullptr;
        const record::TherapySession* therapy = nullptr;
    };
    /// Which sessions are wanted.
    struct Choice {
        qsizetype most = std::numeric_limits<qsizetype>::max();
        std::optional<base::Instant> behind; ///< leaves out what is booked from here on
    };
    [[nodiscard]] base::Result<QList<SessionLine>> chosen(const record::PatientId& patient,
                                                          const Choice& choice) const;
    /// Newest first; points into both lists.
    [[nodiscard]] static QList<Entry> entriesOf(const QList<record::DosingSession>& doses,
                                                const QList<record::TherapySession>& therapy);
    /// The line of a session with what takes a read of its own: the person and the highest pressure.
    [[nodiscard]] SessionLine lineFor(const Entry& entry, const QList<record::DosingSession>& doses) const;
    [[nodiscard]] std::optional<PeakPressure> peakOf(const record::DosingSession& session) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
