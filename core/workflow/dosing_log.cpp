// SPDX-License-Identifier: GPL-3.0-or-later
// What is written down while the patient is here: readings, events, adverse events.
#include "core/workflow/dosing_care.h"

#include "core/workflow/adverse_checks.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/base/check.h"

#include <cmath>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

/// What happened is written down from the arrival until the session is signed.
base::Outcome requireAttended(const DosingSession& session, const QString& what) {
    switch (session.state) {
    case SessionState::Arrived:
    case SessionState::InProgress:
    case SessionState::Held:
    case SessionState::Signed: // The writing door refuses it and names the addendum.
        return {};
    case SessionState::Planned:
        return base::fail(ErrorCode::Refused, what, Words::tr("the patient has not arrived"),
                          Words::tr("mark the arrival first"));
    case SessionState::Cancelled:
    case SessionState::NoShow:
        return base::fail(ErrorCode::Refused, what, Words::tr("the session was not held"),
                          Words::tr("write it into the chart of the patient"));
    }
    return {};
}

bool isDistress(const std::optional<double>& amount) {
    constexpr double kWorst = 10;
    return amount && *amount >= 0 && *amount <= kWorst && *amount == std::floor(*amount);
}

} // namespace

base::Result<ReadingId> DosingCare::addReading(const SessionId& id, const safety::TypedReading& typed,
                                               const base::Instant& measuredAt,
                                               const QList<storage::DraftKey>& finished) {
    const QString what = Words::tr("The reading was not saved");
    return openSession(id, what).and_then([&](const DosingSession& session) -> base::Result<ReadingId> {
        if (const auto ready = requireAttended(session, what); !ready) {
            return tl::unexpected<base::Error>(ready.error());
        }
        if (session.dischargedAt && measuredAt > *session.dischargedAt) {
            return base::fail(ErrorCode::InvalidInput, what,
                              Words::tr("the patient had gone home at that time"),
                              Words::tr("end the line with when it was measured, like @14:32"));
        }
        const bool isEarly = session.arrivedAt && measuredAt < *session.arrivedAt;
        if (isEarly || measuredAt > m_practice.now()) {
            return base::fail(ErrorCode::InvalidInput, what,
                              isEarly ? Words::tr("its time lies before the patient arrived")
                                      : Words::tr("its time is still to come"),
                              Words::tr("type when it was measured"));
        }
        Reading reading;
        reading.id = m_practice.ids().next<ReadingId>();
        reading.session = id;
        reading.patient = session.patient;
        reading.measuredAt = measuredAt;
        reading.enteredAt = m_practice.now();
        typed.fill(reading);
        return WritingDoor(m_practice)
            .save({{Action::Created, reading, {}}}, finished)
            .map([&](const Changes&) { return reading.id; });
    });
}

base::Outcome DosingCare::correctReading(const ReadingId& id, const safety::TypedReading& typed,
                                         const QString& reason) {
    const QString what = Words::tr("The reading was not corrected");
    if (reason.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("there is no reason"),
                          Words::tr("say what was wrong with the old figures"));
    }
    const auto found = m_practice.require(Permission::RecordDosing).and_then([&] {
        return m_practice.file().records().find<Reading>(id);
    });
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value()) {
        return base::fail(ErrorCode::NotFound, what, Words::tr("there is none with this id"),
                          Words::tr("open the session again"));
    }
    Reading reading = **found;
    typed.fill(reading);
    return WritingDoor(m_practice)
        .save({{Action::Amended, reading, reason.trimmed()}})
        .map([](const Changes&) {});
}

base::Outcome DosingCare::addEvent(SessionEvent event) {
    const QString what = Words::tr("The event was not saved");
    if (event.text.trimmed().isEmpty() && event.drug.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("it says nothing"),
                          Words::tr("choose a word or write one"));
    }
    if (event.type == EventType::Distress && !isDistress(event.amount)) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("distress goes from 0 to 10"),
                          Words::tr("0 is none, 10 the worst there can be"));
    }
    return openSession(event.session, what).and_then([&](const DosingSession& session) -> base::Outcome {
        const auto ready = requireAttended(session, what);
        if (!ready) {
            return ready;
        }
        if (event.at > m_practice.now() || (session.arrivedAt && event.at < *session.arrivedAt)) {
            return base::fail(ErrorCode::InvalidInput, what,
                              Words::tr("its time lies outside of the session"),
                              Words::tr("type when it happened"));
        }
        if (event.id.isNull()) {
            event.id = m_practice.ids().next<EventId>();
        }
        event.patient = session.patient;
        event.enteredAt = m_practice.now();
        return WritingDoor(m_practice).save({{Action::Created, event, {}}}).map([](const Changes&) {});
    });
}

base::Outcome DosingCare::addAdverseEvent(AdverseEvent event) {
    KAIROS_CHECK(event.session); // Outside of a session it is AdverseCare that writes one down.
    const QString what = Words::tr("The adverse event was not saved");
    if (const auto checked = checkAdverseEvent(event, m_practice.now(), what); !checked) {
        return checked;
    }
    const auto ready = openSession(*event.session, what).and_then([&](const DosingSession& session) {
        return requireAttended(session, what);
    });
    return ready.and_then([&] {
        if (event.id.isNull()) {
            event.id = m_practice.ids().next<AdverseEventId>();
        }
        return WritingDoor(m_practice).save({{Action::Created, event, {}}}).map([](const Changes&) {});
    });
}

} // namespace kairos::workflow
