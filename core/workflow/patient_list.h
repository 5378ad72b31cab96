// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/appointment.h"
#include "core/base/result.h"
#include "core/record/patient.h"
#include "core/record/rating.h"
#include "core/record/risk_item.h"
#include "core/record/step.h"

#include <QList>
#include <QString>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// What the list of patients asks for.
struct PatientQuery {
    QString text; ///< words of name, MRN or birth date (ISO); empty for all
    /// One stage of care; none for all in care, that is, all but ended.
    std::optional<record::Stage> stage;
    enum class Order {
        AttentionFirst, ///< by the most dangerous need of each, as the day orders them; then by name
        ByName
    } order = Order::AttentionFirst;
};

/// How many patients stand where.
struct StageCounts {
    int inCare = 0; ///< all but ended
    /// One per stage, from screening to ended.
    QList<int> perStage;

    [[nodiscard]] int of(record::Stage stage) const { return perStage.value(static_cast<int>(stage) - 1); }
    [[nodiscard]] int all() const { return inCare + of(record::Stage::Ended); }
};

/// What is expected next of a patient.
struct NextStep {
    QString title;
    record::StepKind kind = record::StepKind::Review;
    QDate day;                 ///< booked, else the target
    std::optional<QTime> time; ///< where one is booked or the window has hours
    bool isBooked = false;
    std::optional<QDate> lastDay; ///< of the window
    bool isLate = false;          ///< the window is over
};

/// One line of the list, with what is looked up when the line is shown.
struct PatientSummary {
    record::Patient patient;
    int dosesGiven = 0;
    int dosesPlanned = 0; ///< still expected by the plan
    std::optional<record::RiskItem> risk;
    std::optional<NextStep> next;
    /// The scores of the instrument rated last, oldest first; at most 24.
    QString instrument;
    QList<double> scores;
    QString band; ///< of the last score
};

/// The caseload: ids at once, lines when they are shown, so that ten thousand patients stay quick.
class PatientList final {
public:
    explicit PatientList(OpenPractice& practice) : m_practice(practice) {}

    /// The patients that fit, in order. One statement, no records are loaded.
    [[nodiscard]] base::Result<QList<record::PatientId>> find(const PatientQuery& query) const;
    /// Everybody by stage, from screening to ended; within a stage the most dangerous need first.
    [[nodiscard]] base::Result<QList<QList<record::PatientId>>> byStage() const;
    [[nodiscard]] base::Result<StageCounts> counts() const;
    /// One line; a few small statements. NotFound, Damaged.
    [[nodiscard]] base::Result<PatientSummary> summary(const record::PatientId& id) const;

private:
    [[nodiscard]] base::Result<QList<record::PatientId>> filtered(const PatientQuery& query) const;
    [[nodiscard]] base::Outcome sortByDanger(QList<record::PatientId>& patients) const;
    [[nodiscard]] base::Outcome addDoses(PatientSummary& line) const;
    [[nodiscard]] base::Outcome addSteps(PatientSummary& line) const;
    [[nodiscard]] base::Outcome addScores(PatientSummary& line) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
