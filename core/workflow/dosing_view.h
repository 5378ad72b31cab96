// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/device_course.h"
#include "core/workflow/safety_plan_query.h"
#include "core/workflow/signed_content.h"

#include "core/base/finding.h"
#include "core/base/result.h"
#include "core/protocols/dose.h"
#include "core/protocols/given_dose.h"
#include "core/record/order.h"
#include "core/record/rating.h"
#include "core/record/signature.h"
#include "core/safety/gates.h"

#include <QList>

namespace kairos::workflow {

class OpenPractice;

/// An earlier session of the same patient, for the faint curves.
struct EarlierDose {
    record::DosingSession session;
    QList<record::Reading> readings;
};

/// Everything the run sheet shows, as values.
struct DosingView {
    record::Patient patient;
    SessionContent content;
    QList<record::Rating> ratings;
    QList<record::Note> addenda;
    QList<record::Signature> signatures;
    std::optional<record::Order> order;
    QList<record::Signature> orderSignatures;
    QString verbalOrder; ///< of an order that was spoken: by whom, taken by whom, countersigned or not
    std::optional<record::RiskItem> openRisk;
    std::optional<record::Rating> screener;       ///< the last suicide screener before the dose
    std::optional<record::RiskItem> screenerRisk; ///< the item that holds it as evidence
    SafetyPlanStanding safetyPlan;                ///< as it stands, or stood when the dose began
    std::optional<record::Reading> baseline;
    QList<safety::GateLine> preDose; ///< the gate's lines, then each stop of the dose limits
    QList<safety::GateLine> discharge;
    std::optional<protocols::DoseFigures> figures; ///< none before weight and order
    QString figuresProblem;                        ///< why there are none; empty when there are
    std::optional<protocols::GivenDose> given;     ///< none before minute 0
    std::optional<DeviceCourse> devices;           ///< of a nasal spray, once its dose is reckoned
    QString fingerprint;                           ///< of the content as it stands
    base::Findings givenFindings; ///< where what was given is not what was ordered, with both figures

    [[nodiscard]] const record::DosingSession& session() const { return *content.dosing; }
    /// True when there is an order that a dose may be given against.
    [[nodiscard]] bool hasBindingOrder() const;
};

/// Reads a dosing session for the run sheet, the summary and the curves.
class DosingQuery final {
public:
    explicit DosingQuery(OpenPractice& practice) : m_practice(practice) {}

    [[nodiscard]] base::Result<DosingView> view(const record::SessionId& id) const;
    /// Refused when a line wants something on record before a reason is enough.
    [[nodiscard]] base::Outcome mayOverride(const record::SessionId& id, record::Gate gate,
                                            const QString& criterion) const;
    /// Held sessions of the patient before `session`, oldest first.
    [[nodiscard]] base::Result<QList<EarlierDose>> earlier(const record::DosingSession& session) const;
    /// The figures of the dose that the session's order, weight and preparation give.
    [[nodiscard]] base::Result<protocols::DoseFigures> figures(const record::DosingSession& session,
                                                               const record::Order& order) const;
    /// What has been given by `now`, over pauses and rate changes.
    [[nodiscard]] base::Result<protocols::GivenDose> given(const SessionContent& content,
                                                           const base::Instant& now) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
