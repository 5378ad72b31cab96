// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/run_care.h"

#include "core/workflow/adverse_checks.h"
#include "core/workflow/catalog.h"
#include "core/workflow/dose_stock.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/run_findings.h"
#include "core/workflow/writing_door.h"

#include "core/protocols/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

QString words(const char* text) {
    return QCoreApplication::translate("workflow", text);
}

/// The session as it runs now. Refused: no dose is running.
base::Result<DosingView> runningView(OpenPractice& practice, const SessionId& id, const QString& what) {
    return practice.require(Permission::RecordDosing)
        .and_then([&] { return DosingQuery(practice).view(id); })
        .and_then([&](const DosingView& view) -> base::Result<DosingView> {
            const DosingSession& session = view.session();
            if (session.state != SessionState::InProgress || session.stoppedAt) {
                return base::fail(ErrorCode::Refused, what, words("no dose is running"),
                                  words("look at the clock of the session"));
            }
            return view;
        });
}

/// A stop of the limits wants to know why all the same.
base::Outcome requireReason(const base::Findings& findings, const QString& reason, const QString& what) {
    const auto stop = std::find_if(findings.begin(), findings.end(), [](const base::Finding& finding) {
        return finding.level == base::FindingLevel::Stop;
    });
    if (stop == findings.end() || !reason.trimmed().isEmpty()) {
        return {};
    }
    return base::fail(ErrorCode::Stopped, what, stop->text,
                      words("type why all the same, after the figure, or another figure"));
}

SessionEvent eventOf(const DosingView& view, EventType type, double amount) {
    SessionEvent event;
    event.session = view.session().id;
    event.patient = view.session().patient;
    event.type = type;
    event.amount = amount;
    return event;
}

QString withReason(const QString& text, const QString& reason) {
    return reason.trimmed().isEmpty() ? text : text + QStringLiteral(": ") + reason.trimmed();
}

/// `beside` gives what is written with the withdrawal.
template <class Record, class Id, class Beside>
base::Outcome withdrawRecord(OpenPractice& practice, const Id& id, const QString& reason, Beside beside) {
    const QString what = words("Nothing was taken back");
    if (reason.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, words("there is no reason"),
                          words("say what was wrong with it"));
    }
    const auto found = practice.require(Permission::RecordDosing).and_then([&] {
        return practice.file().records().template find<Record>(id);
    });
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value()) {
        return base::fail(ErrorCode::NotFound, what, words("there is none with this id"),
                          words("open the session again"));
    }
    const base::Result<QList<storage::Change>> more = beside(**found);
    if (!more) {
        return tl::unexpected<base::Error>(more.error());
    }
    const QList<storage::Change> changes = {{Action::EnteredInError, **found, reason.trimmed()}};
    return WritingDoor(practice).save(changes + *more).map([](const Changes&) {});
}

} // namespace

base::Result<EventId> RunCare::write(const DosingSession& session, SessionEvent event) {
    event.id = m_practice.ids().next<EventId>();
    event.at = m_practice.now();
    event.enteredAt = event.at;
    QList<storage::Change> drawn;
    if (event.type == EventType::Booster) {
        const auto changes = boosterChanges(m_practice, session, event);
        if (!changes) {
            return tl::unexpected<base::Error>(changes.error());
        }
        drawn = *changes;
    }
    const QList<storage::Change> written = {{Action::Created, event, {}}};
    return WritingDoor(m_practice).save(written + drawn).map([&](const Changes&) { return event.id; });
}

base::Result<EventId> RunCare::changeRate(const SessionId& id, base::MilligramsPerMinute rate,
                                          const QString& reason) {
    const QString what = words("The rate was not changed");
    return runningView(m_practice, id, what).and_then([&](const DosingView& view) -> base::Result<EventId> {
        SessionEvent event = eventOf(view, EventType::RateChange, rate.value);
        event.text = withReason(words("rate %1 mg/min").arg(protocols::plainNumber(rate.value)), reason);
        return rateFindings(view, rate, m_practice.catalog().doseLimits)
            .and_then([&](const base::Findings& findings) { return requireReason(findings, reason, what); })
            .and_then([&] { return write(view.session(), event); });
    });
}

base::Result<EventId> RunCare::giveBooster(const SessionId& id, base::Milligrams booster,
                                           const QString& reason) {
    const QString what = words("The booster was not taken");
    return runningView(m_practice, id, what).and_then([&](const DosingView& view) -> base::Result<EventId> {
        SessionEvent event = eventOf(view, EventType::Booster, booster.value);
        event.text = withReason(words("booster %1 mg").arg(protocols::plainNumber(booster.value)), reason);
        return boosterFindings(view, booster, m_practice.catalog().doseLimits)
            .and_then([&](const base::Findings& findings) { return requireReason(findings, reason, what); })
            .and_then([&] { return write(view.session(), event); });
    });
}

base::Outcome RunCare::withdraw(const ReadingId& id, const QString& reason) {
    return withdrawRecord<Reading>(m_practice, id, reason,
                                   [](const auto&) { return QList<storage::Change>(); });
}

base::Outcome RunCare::withdraw(const EventId& id, const QString& reason) {
    return withdrawRecord<SessionEvent>(m_practice, id, reason, [this](const SessionEvent& event) {
        return m_practice.file()
            .records()
            .find<DosingSession>(event.session)
            .and_then([&](const auto& session) {
                return session ? undrawChanges(m_practice, *session, event.id) : QList<storage::Change>();
            });
    });
}

base::Outcome RunCare::withdraw(const AdverseEventId& id, const QString& reason) {
    return withdrawRecord<AdverseEvent>(m_practice, id, reason,
                                        [](const auto&) { return QList<storage::Change>(); });
}

base::Outcome RunCare::amend(const AdverseEvent& event, const QString& reason) {
    const QString what = words("The adverse event was not changed");
    return m_practice.require(Permission::RecordDosing)
        .and_then([&] { return checkAdverseEvent(event, m_practice.now(), what); })
        .and_then([&] { return m_practice.file().records().find<AdverseEvent>(event.id); })
        .and_then([&](const std::optional<AdverseEvent>& found) -> base::Outcome {
            if (!found) {
                return base::fail(ErrorCode::NotFound, what, words("there is none with this id"),
                                  words("open the session again"));
            }
            AdverseEvent changed = event;
            changed.patient = found->patient;
            changed.session = found->session;
            return WritingDoor(m_practice)
                .save({{Action::Amended, changed, reason.trimmed()}})
                .map([](const Changes&) {});
        });
}

} // namespace kairos::workflow
