// SPDX-License-Identifier: GPL-3.0-or-later
// What is set while the dose runs: pause, rate, booster, stop; and what is taken back.
#include "ui/dosing/device_line.h"
#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/entry_line_text.h"
#include "ui/dosing/offer_withdrawal.h"

#include "ui/shared/formats.h"

#include "core/protocols/pump_rate.h"
#include "core/workflow/adverse_care.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/run_care.h"
#include "core/workflow/session_clock.h"

#include <cmath>

namespace kairos::ui {

using namespace record;

namespace {

/// The opposite of a pause, or of going on, at this moment.
base::Outcome takeBack(workflow::OpenPractice& practice, const SessionId& id, const bool wasPaused) {
    SessionEvent event;
    event.session = id;
    event.type = wasPaused ? EventType::Pause : EventType::Resume;
    event.at = practice.now();
    event.text =
        wasPaused ? DosingController::tr("going on taken back") : DosingController::tr("pause taken back");
    return workflow::DosingCare(practice).addEvent(event);
}

} // namespace

QString DosingController::slipReason() {
    return tr("taken back right after saving");
}

std::optional<workflow::PumpState> DosingController::pump() const {
    return workflow::pumpState(m_view->content, now());
}

std::optional<base::MilligramsPerMillilitre> DosingController::bag() const {
    return m_view->figures ? m_view->figures->bagMgPerMl : std::nullopt;
}

QString DosingController::clockNotice() const {
    const auto* clock = m_context.practice.environment().sessionClock;
    const auto moved = clock != nullptr ? clock->pcMovedByMs() : std::nullopt;
    if (!moved) {
        return {};
    }
    const qint64 minutes = qRound64(std::abs(static_cast<double>(*moved)) / 60'000.0);
    const QString by = minutes > 0 ? tr("%n minute(s)", nullptr, static_cast<int>(minutes))
                                   : tr("%n second(s)", nullptr, static_cast<int>(std::abs(*moved) / 1000));
    return *moved > 0
               ? tr("The clock of this PC was put forward by %1. The session keeps its own time.").arg(by)
               : tr("The clock of this PC was put back by %1. The session keeps its own time.").arg(by);
}

base::Outcome DosingController::pauseOrResume() {
    if (!isDosing()) {
        return base::fail(base::ErrorCode::Refused, tr("Nothing was paused"), tr("no dose is running"),
                          tr("look at the clock above"));
    }
    if (m_view->devices) {
        return base::fail(base::ErrorCode::Refused, tr("Nothing was paused"), tr("a nasal spray has no pump"),
                          tr("the rest between the devices is counted above"));
    }
    const bool wasPaused = isPaused();
    SessionEvent event;
    event.type = wasPaused ? EventType::Resume : EventType::Pause;
    event.text = wasPaused ? tr("infusion goes on") : tr("infusion paused");
    auto done = addEvent(event, {});
    if (done) {
        const QString at = timeOf(now());
        auto& practice = m_context.practice;
        const SessionId id = m_id;
        // The pump did pause: taking it back is the opposite event. The offer outlives this object.
        offerUndo(wasPaused ? tr("The infusion goes on since %1.").arg(at)
                            : tr("The infusion is paused since %1.").arg(at),
                  [&practice, id, wasPaused] { return takeBack(practice, id, wasPaused); });
    }
    return done;
}

base::Outcome DosingController::changeRate(const QString& line) {
    const auto rate = protocols::readRate(line, bag());
    if (!rate) {
        return tl::unexpected<base::Error>(rate.error());
    }
    const auto saved = workflow::RunCare(m_context.practice).changeRate(m_id, rate->mgPerMin, rate->reason);
    if (saved) {
        offerWithdrawal(tr("The rate is %1 since %2.")
                            .arg(withUnit(shortNumberText(rate->mgPerMin.value, 3), QStringLiteral("mg/min")),
                                 timeOf(now())),
                        *saved);
    }
    return kept(saved.map([](const EventId&) {}));
}

base::Outcome DosingController::giveBooster(const QString& line) {
    const auto booster = protocols::readBooster(line);
    if (!booster) {
        return tl::unexpected<base::Error>(booster.error());
    }
    const auto saved = workflow::RunCare(m_context.practice).giveBooster(m_id, booster->mg, booster->reason);
    if (saved) {
        offerWithdrawal(tr("Saved: a booster of %1.")
                            .arg(withUnit(shortNumberText(booster->mg.value, 2), QStringLiteral("mg"))),
                        *saved);
    }
    return kept(saved.map([](const EventId&) {}));
}

base::Outcome DosingController::takeSprays(const QString& line) {
    const auto entry = parseSprayLine(line, *m_view, lineContext().clock);
    if (!entry) {
        return tl::unexpected<base::Error>(entry.error());
    }
    const QString said = workflow::sprayWords(*m_view->devices, entry->sprays);
    const auto saved = workflow::RunCare(m_context.practice).takeSprays(m_id, *entry);
    if (saved) {
        offerWithdrawal(tr("Saved: %1.").arg(said), *saved);
    }
    return kept(saved.map([](const EventId&) {}));
}

bool DosingController::isEarly() const {
    if (m_view->devices) {
        return isDosing() && !m_view->devices->isComplete();
    }
    const auto end = expectedEnd();
    return isDosing() && end && now() < *end;
}

base::Outcome DosingController::stop(const QString& reason) {
    if (isEarly() && reason.trimmed().isEmpty()) {
        return base::fail(base::ErrorCode::InvalidInput, tr("The dose was not stopped"),
                          tr("it ends early and there is no reason"),
                          tr("type why, or the number of a reason"));
    }
    auto done = kept(workflow::DosingCare(m_context.practice).stop(m_id, reason));
    if (done) {
        auto& practice = m_context.practice;
        const SessionId id = m_id;
        offerUndo(tr("The dose ended at %1.").arg(timeOf(now())),
                  [&practice, id] { return workflow::DosingCare(practice).undoStop(id); });
    }
    return done;
}

base::Outcome DosingController::addAdverseEvent(AdverseEvent event) {
    event.id = m_context.practice.ids().next<AdverseEventId>();
    event.session = m_id;
    event.patient = session().patient;
    if (event.onset.utcMs == 0) {
        event.onset = now();
    }
    auto done = kept(workflow::DosingCare(m_context.practice).addAdverseEvent(event));
    if (done) {
        offerWithdrawal(tr("Saved: %1.").arg(event.term), event.id);
    }
    return done;
}

base::Outcome DosingController::amendAdverseEvent(const AdverseEvent& event) {
    return kept(workflow::AdverseCare(m_context.practice).amend(event, tr("written anew in the session")));
}

base::Outcome DosingController::withdraw(const ReadingId& id, const QString& reason) {
    return kept(workflow::RunCare(m_context.practice).withdraw(id, reason));
}

base::Outcome DosingController::withdraw(const EventId& id, const QString& reason) {
    return kept(workflow::RunCare(m_context.practice).withdraw(id, reason));
}

base::Outcome DosingController::withdraw(const AdverseEventId& id, const QString& reason) {
    return kept(workflow::RunCare(m_context.practice).withdraw(id, reason));
}

} // namespace kairos::ui
