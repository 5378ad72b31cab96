// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed or pressed while the dose runs.
#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/entry_line_text.h"
#include "ui/dosing/run_draft.h"

#include "core/safety/vital_findings.h"
#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"

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

EntryEcho DosingController::readingEcho(const QString& line) const {
    EntryEcho echo;
    const auto parsed =
        parseMeasuredLine(line, m_context.practice.catalog().safety, now(), m_context.practice.zone());
    if (!parsed) {
        echo.error = parsed.error();
        return echo;
    }
    Reading reading;
    reading.session = m_id;
    reading.measuredAt = parsed->measuredAt.value_or(now());
    parsed->reading.fill(reading);
    echo.words = safety::readingInWords(parsed->reading);
    if (parsed->measuredAt) {
        echo.words = tr("%1, measured at %2").arg(echo.words, timeOf(*parsed->measuredAt));
    }
    echo.findings = safety::findingsOf(reading, m_view->baseline, m_context.practice.catalog().safety);
    echo.reading = reading;
    return echo;
}

EntryEcho DosingController::echo(EntryMode mode, const QString& line) const {
    EntryEcho echo;
    switch (mode) {
    case EntryMode::Reading:
    case EntryMode::Correction:
        return readingEcho(line);
    case EntryMode::Event:
        echo.words = pickedWords(line, eventWords());
        return echo;
    case EntryMode::Stop:
        echo.words = pickedWords(line, stopReasons());
        return echo;
    case EntryMode::Rescue: {
        const auto rescue = parseRescue(line, rescueDrugs());
        if (rescue) {
            echo.words = tr("%1, %2", "drug and dose").arg(rescue->drug, rescue->dose);
        } else {
            echo.error = rescue.error();
        }
        return echo;
    }
    }
    return echo;
}

base::Outcome DosingController::commit(EntryMode mode, const QString& line) {
    switch (mode) {
    case EntryMode::Reading:
    case EntryMode::Correction: {
        const auto parsed =
            parseMeasuredLine(line, m_context.practice.catalog().safety, now(), m_context.practice.zone());
        if (!parsed) {
            return tl::unexpected<base::Error>(parsed.error());
        }
        return kept(
            workflow::DosingCare(m_context.practice)
                .addReading(m_id, parsed->reading, parsed->measuredAt.value_or(now()), {m_draft->key()})
                .map([](const ReadingId&) {}));
    }
    case EntryMode::Event:
        return addEvent(EventType::Observation, pickedWords(line, eventWords()));
    case EntryMode::Stop:
        return stop(pickedWords(line, stopReasons()));
    case EntryMode::Rescue: {
        const auto rescue = parseRescue(line, rescueDrugs());
        if (!rescue) {
            return tl::unexpected<base::Error>(rescue.error());
        }
        return addEvent(EventType::RescueDrug, tr("medication given"), rescue->drug, rescue->dose);
    }
    }
    return {};
}

base::Outcome DosingController::correct(const ReadingId& id, const QString& line, const QString& reason) {
    const auto parsed =
        parseMeasuredLine(line, m_context.practice.catalog().safety, now(), m_context.practice.zone());
    if (!parsed) {
        return tl::unexpected<base::Error>(parsed.error());
    }
    return kept(workflow::DosingCare(m_context.practice).correctReading(id, parsed->reading, reason));
}

base::Outcome DosingController::addEvent(EventType type, const QString& text, const QString& drug,
                                         const QString& dose) {
    SessionEvent event;
    event.session = m_id;
    event.type = type;
    event.at = now();
    event.text = text;
    event.drug = drug;
    event.dose = dose;
    return kept(workflow::DosingCare(m_context.practice).addEvent(event));
}

base::Outcome DosingController::pauseOrResume() {
    if (!isDosing()) {
        return base::fail(base::ErrorCode::Refused, tr("Nothing was paused"), tr("no dose is running"),
                          tr("look at the clock above"));
    }
    const bool wasPaused = isPaused();
    auto done = addEvent(wasPaused ? EventType::Resume : EventType::Pause,
                         wasPaused ? tr("infusion goes on") : tr("infusion paused"));
    if (done) {
        const QString at = timeOf(now());
        auto& practice = m_context.practice;
        const SessionId id = m_id;
        // An event stays in the log: taking it back is the opposite event. The offer outlives this object.
        offerUndo(wasPaused ? tr("The infusion goes on since %1.").arg(at)
                            : tr("The infusion is paused since %1.").arg(at),
                  [&practice, id, wasPaused] { return takeBack(practice, id, wasPaused); });
    }
    return done;
}

bool DosingController::isEarly() const {
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
    event.session = m_id;
    event.patient = session().patient;
    if (event.onset.utcMs == 0) {
        event.onset = now();
    }
    return kept(workflow::DosingCare(m_context.practice).addAdverseEvent(event));
}

} // namespace kairos::ui
