// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/dosing_care.h"

#include "core/workflow/course_place.h"
#include "core/workflow/course_query.h"
#include "core/workflow/dose_end.h"
#include "core/workflow/dose_stock.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/order_query.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/patient_checks.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/weight_check.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

constexpr auto kNotBooked = QT_TRANSLATE_NOOP("Words", "The dose was not booked");

base::Outcome requireState(const DosingSession& session, std::initializer_list<SessionState> allowed,
                           const QString& what) {
    if (std::find(allowed.begin(), allowed.end(), session.state) != allowed.end()) {
        return {};
    }
    return base::fail(ErrorCode::Refused, what, Words::tr("the session is not in a state for it"),
                      Words::tr("open the session again to see how it stands"));
}

/// A gate is answered while it is the question: before the dose, or before going home.
base::Outcome requireGateOpen(const DosingSession& session, Gate gate, const QString& what) {
    return gate == Gate::Discharge
               ? requireState(session, {SessionState::InProgress}, what)
               : requireState(session, {SessionState::Planned, SessionState::Arrived}, what);
}

/// When a nasal dose ended: with its last spray, however late somebody says so. Refused without a reason
/// while sprays are left. None for another route.
base::Result<std::optional<base::Instant>> lastSprayAt(OpenPractice& practice, const SessionId& id,
                                                       const QString& reason, const QString& what) {
    return DosingQuery(practice).view(id).and_then(
        [&](const DosingView& view) -> base::Result<std::optional<base::Instant>> {
            if (view.devices && !view.devices->isComplete() && reason.trimmed().isEmpty()) {
                return base::fail(ErrorCode::InvalidInput, what,
                                  Words::tr("sprays are left and there is no reason"),
                                  Words::tr("write the sprays down, or say why the dose ends early"));
            }
            return view.devices ? view.devices->lastAt : std::nullopt;
        });
}

} // namespace

base::Result<DosingSession> DosingCare::openSession(const SessionId& id, const QString& what) const {
    if (const auto allowed = m_practice.require(Permission::RecordDosing); !allowed) {
        return tl::unexpected<base::Error>(allowed.error());
    }
    const auto found = m_practice.file().records().find<DosingSession>(id);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value()) {
        return base::fail(ErrorCode::NotFound, what, Words::tr("there is none with this id"),
                          Words::tr("look it up in the patient's chart"));
    }
    return **found;
}

base::Outcome DosingCare::saveSession(const DosingSession& session) {
    return WritingDoor(m_practice).save({{Action::Changed, session, {}}}).map([](const Changes&) {});
}

base::Result<SessionId> DosingCare::book(DosingSession session) {
    if (!session.booked.isValid()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kNotBooked),
                          Words::tr("the day or the time is missing"), Words::tr("type both"));
    }
    if (const auto allowed = m_practice.require(Permission::Schedule); !allowed) {
        return tl::unexpected<base::Error>(allowed.error());
    }
    session.id = m_practice.ids().next<SessionId>();
    session.state = SessionState::Planned;
    const auto step = placeInCourse(m_practice, session);
    if (!step) {
        return tl::unexpected<base::Error>(step.error());
    }
    adoptOrder(m_practice, session);
    QList<storage::Change> changes = {{Action::Created, session, {}}};
    if (step->has_value()) {
        changes.append({Action::Changed, **step, {}});
    }
    return WritingDoor(m_practice).save(changes).map([&](const Changes&) { return session.id; });
}

base::Outcome DosingCare::arrive(const SessionId& id) {
    const QString what = Words::tr("The arrival was not saved");
    return openSession(id, what).and_then([&](DosingSession session) {
        return requireState(session, {SessionState::Planned}, what).and_then([&] {
            session.state = SessionState::Arrived;
            session.arrivedAt = m_practice.now();
            adoptOrder(m_practice, session);
            return saveSession(session);
        });
    });
}

base::Outcome DosingCare::weigh(const SessionId& id, base::Kilograms weight, WeightTyping typing) {
    const QString what = Words::tr("The weight was not saved");
    if (const auto impossible = impossibleWeight(weight)) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("it cannot be"), *impossible);
    }
    return openSession(id, what).and_then([&](DosingSession session) -> base::Outcome {
        const auto ready = requireState(session, {SessionState::Planned, SessionState::Arrived}, what);
        if (!ready) {
            return ready;
        }
        const auto doubts = weightDoubtsFor(m_practice, session, weight);
        if (!doubts) {
            return tl::unexpected<base::Error>(doubts.error());
        }
        if (typing == WeightTyping::Once && !doubts->isEmpty()) {
            return base::fail(ErrorCode::Stopped, what, doubts->first().text,
                              Words::tr("weigh again; confirm it if it is right"));
        }
        session.weight = weight;
        adoptOrder(m_practice, session);
        const Weight weighing{m_practice.ids().next<WeightId>(), session.patient, weight, m_practice.now(),
                              id};
        return WritingDoor(m_practice)
            .save({{Action::Changed, session, {}}, {Action::Created, weighing, {}}})
            .map([](const Changes&) {});
    });
}

base::Outcome DosingCare::prepare(const SessionId& id, const DosePreparation& preparation) {
    const QString what = Words::tr("The preparation was not saved");
    return openSession(id, what).and_then([&](DosingSession session) {
        return requireState(session, {SessionState::Planned, SessionState::Arrived}, what).and_then([&] {
            session.concentration = preparation.concentration;
            session.vial = preparation.vial;
            session.bagVolume = preparation.bagVolume;
            session.bagRule = preparation.bagRule;
            session.lot = preparation.lot;
            session.expiry = preparation.expiry;
            session.site = preparation.site;
            session.intention = preparation.intention;
            return takeFromLot(m_practice, session).and_then([&] { return saveSession(session); });
        });
    });
}

base::Outcome DosingCare::answer(const SessionId& id, Gate gate, const QString& criterion, GateAnswer answer,
                                 const QString& evidence) {
    const QString what = Words::tr("The answer was not saved");
    const bool needsName = criterion == QLatin1String("escort") && answer == GateAnswer::Met;
    if (needsName && evidence.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("the escort has no name"),
                          Words::tr("name who takes the patient home"));
    }
    return openSession(id, what).and_then([&](const DosingSession& session) {
        const auto ready = requireGateOpen(session, gate, what);
        if (!ready) {
            return ready;
        }
        const GateCheck check{m_practice.ids().next<GateCheckId>(),
                              id,
                              session.patient,
                              gate,
                              criterion,
                              answer,
                              evidence.trimmed(),
                              m_practice.now(),
                              m_practice.signedIn()->id,
                              std::nullopt,
                              {}};
        return WritingDoor(m_practice).save({{Action::Created, check, {}}}).map([](const Changes&) {});
    });
}

base::Outcome DosingCare::overrideLine(const SessionId& id, Gate gate, const QString& criterion,
                                       const QString& reason, const QString& password) {
    const QString what = Words::tr("Nothing was overridden");
    if (reason.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("there is no reason"),
                          Words::tr("say why the dose goes on or the patient goes home all the same"));
    }
    return openSession(id, what).and_then([&](const DosingSession& session) {
        return requireGateOpen(session, gate, what)
            .and_then([&] { return m_practice.require(Permission::OverrideStop); })
            .and_then([&] { return DosingQuery(m_practice).mayOverride(id, gate, criterion); })
            .and_then([&] { return m_practice.confirm(password); })
            .and_then([&] {
                const auto clinician = m_practice.signedIn()->id;
                const GateCheck check{m_practice.ids().next<GateCheckId>(),
                                      id,
                                      session.patient,
                                      gate,
                                      criterion,
                                      GateAnswer::NotMet,
                                      {},
                                      m_practice.now(),
                                      clinician,
                                      clinician,
                                      reason.trimmed()};
                return WritingDoor(m_practice)
                    .save({{Action::Created, check, reason.trimmed()}})
                    .map([](const Changes&) {});
            });
    });
}

base::Outcome DosingCare::check(const SessionId& id, const SecondPerson& person) {
    const QString what = Words::tr("The dose was not checked");
    return openSession(id, what).and_then([&](DosingSession session) -> base::Outcome {
        const auto ready = requireState(session, {SessionState::Arrived}, what);
        if (!ready) {
            return ready;
        }
        const auto view = DosingQuery(m_practice).view(id);
        if (!view) {
            return tl::unexpected<base::Error>(view.error());
        }
        if (!view->figures) {
            return base::fail(ErrorCode::Stopped, what, Words::tr("there is no dose to check yet"),
                              Words::tr("weigh the patient and check order, vial and bag"));
        }
        return confirmSecondPerson(m_practice, person, what).and_then([&] {
            session.check = checkOf(session, *view->figures);
            session.check->by = person.id;
            session.check->at = m_practice.now();
            return saveSession(session);
        });
    });
}

base::Outcome DosingCare::start(const SessionId& id) {
    const QString what = Words::tr("The dose was not started");
    return openSession(id, what).and_then([&](DosingSession session) -> base::Outcome {
        const auto view = DosingQuery(m_practice).view(id);
        if (!view) {
            return tl::unexpected<base::Error>(view.error());
        }
        const auto ready = requireState(session, {SessionState::Arrived}, what);
        if (!ready) {
            return ready;
        }
        for (const safety::GateLine& line : safety::holding(view->preDose)) {
            if (line.level == base::FindingLevel::Stop) {
                return base::fail(ErrorCode::Stopped, what,
                                  QStringLiteral("%1 (%2)").arg(line.text, line.evidence),
                                  Words::tr("settle it, or override it with a reason"));
            }
        }
        if (!session.dose || !view->figures) {
            return base::fail(ErrorCode::Stopped, what,
                              view->figuresProblem.isEmpty() ? Words::tr("there is no dose yet")
                                                             : view->figuresProblem,
                              Words::tr("weigh the patient and check order, vial and bag"));
        }
        session.startedAt = m_practice.now();
        session.state = SessionState::InProgress;
        QList<storage::Change> changes = {{Action::Changed, session, {}}};
        const auto drawn = drawChanges(m_practice, session, *view->figures);
        if (!drawn) {
            return tl::unexpected<base::Error>(drawn.error());
        }
        changes += *drawn;
        Patient patient = view->patient;
        if (patient.stage == Stage::Screening || patient.stage == Stage::Preparing) {
            patient.stage = Stage::Induction;
            changes.append({Action::Changed, patient, {}});
        }
        return WritingDoor(m_practice).save(changes).map([](const Changes&) {});
    });
}

base::Outcome DosingCare::stop(const SessionId& id, const QString& reason) {
    const QString what = Words::tr("The end of the dose was not saved");
    return openSession(id, what).and_then([&](DosingSession session) -> base::Outcome {
        const auto ready = requireState(session, {SessionState::InProgress}, what);
        if (!ready || session.stoppedAt) {
            return ready ? base::fail(ErrorCode::Refused, what, Words::tr("it has ended already"),
                                      Words::tr("open the session again to see how it stands"))
                         : ready;
        }
        const auto lastSpray = lastSprayAt(m_practice, id, reason, what);
        if (!lastSpray) {
            return tl::unexpected<base::Error>(lastSpray.error());
        }
        session.stoppedAt = lastSpray->value_or(m_practice.now());
        session.endReason = reason.trimmed();
        const auto planned = doseEndChanges(m_practice, session);
        if (!planned) {
            return tl::unexpected<base::Error>(planned.error());
        }
        QList<storage::Change> changes = {{Action::Changed, session, reason.trimmed()}};
        changes += *planned;
        return WritingDoor(m_practice).save(changes).map([](const Changes&) {});
    });
}

base::Outcome DosingCare::undoStart(const SessionId& id) {
    const QString what = Words::tr("The start was not taken back");
    return openSession(id, what).and_then([&](DosingSession session) {
        return requireState(session, {SessionState::InProgress}, what).and_then([&]() -> base::Outcome {
            if (session.stoppedAt) {
                return base::fail(ErrorCode::Refused, what, Words::tr("the dose has ended since"),
                                  Words::tr("write what happened into the note"));
            }
            if (const auto view = DosingQuery(m_practice).view(id);
                view && view->devices && view->devices->sprays > 0) {
                return base::fail(ErrorCode::Refused, what, Words::tr("sprays were taken since"),
                                  Words::tr("take the sprays back first"));
            }
            const auto returned = undrawChanges(m_practice, session);
            if (!returned) {
                return tl::unexpected<base::Error>(returned.error());
            }
            session.startedAt.reset();
            session.state = SessionState::Arrived;
            const QList<storage::Change> changes = {
                {Action::Changed, session, QStringLiteral("start taken back")}};
            return WritingDoor(m_practice).save(changes + *returned).map([](const Changes&) {});
        });
    });
}

base::Outcome DosingCare::undoStop(const SessionId& id) {
    const QString what = Words::tr("The end was not taken back");
    return openSession(id, what).and_then([&](DosingSession session) {
        return requireState(session, {SessionState::InProgress}, what).and_then([&]() -> base::Outcome {
            if (!session.stoppedAt) {
                return base::fail(ErrorCode::Refused, what, Words::tr("the dose is running"),
                                  Words::tr("look at the clock of the session"));
            }
            session.stoppedAt.reset();
            session.endReason.clear();
            QList<storage::Change> changes = {{Action::Changed, session, QStringLiteral("end taken back")}};
            if (session.step) {
                const auto step = m_practice.file().records().find<PlanStep>(*session.step);
                if (step && step->has_value()) {
                    PlanStep open = **step;
                    open.doneBy.reset();
                    open.doneAt.reset();
                    changes.append({Action::Changed, open, {}});
                }
            }
            return WritingDoor(m_practice).save(changes).map([](const Changes&) {});
        });
    });
}

base::Outcome DosingCare::discharge(const SessionId& id) {
    const QString what = Words::tr("The patient was not discharged");
    return openSession(id, what).and_then([&](DosingSession session) -> base::Outcome {
        const auto view = DosingQuery(m_practice).view(id);
        if (!view) {
            return tl::unexpected<base::Error>(view.error());
        }
        const auto ready = requireState(session, {SessionState::InProgress}, what);
        if (!ready) {
            return ready;
        }
        if (const auto held = safety::holding(view->discharge); !held.isEmpty()) {
            return base::fail(ErrorCode::Stopped, what,
                              QStringLiteral("%1 (%2)").arg(held.first().text, held.first().evidence),
                              Words::tr("settle it, or override it with a reason"));
        }
        session.dischargedAt = m_practice.now();
        session.dischargedBy = m_practice.signedIn()->id;
        session.state = SessionState::Held;
        return saveSession(session);
    });
}

} // namespace kairos::workflow
