// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/run_care.h"

#include "core/workflow/catalog.h"
#include "core/workflow/dose_stock.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/run_findings.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/protocols/words.h"

#include <algorithm>
#include <tuple>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

/// The session as it runs now. Refused: no dose is running.
base::Result<DosingView> runningView(OpenPractice& practice, const SessionId& id, const QString& what) {
    return practice.require(Permission::RecordDosing)
        .and_then([&] { return DosingQuery(practice).view(id); })
        .and_then([&](const DosingView& view) -> base::Result<DosingView> {
            const DosingSession& session = view.session();
            if (session.state != SessionState::InProgress || session.stoppedAt) {
                return base::fail(ErrorCode::Refused, what, Words::tr("no dose is running"),
                                  Words::tr("look at the clock of the session"));
            }
            return view;
        });
}

/// A stop of the limits wants to know why all the same.
base::Outcome requireRunReason(const base::Findings& findings, const QString& reason, const QString& what) {
    const auto stop = std::find_if(findings.begin(), findings.end(), [](const base::Finding& finding) {
        return finding.level == base::FindingLevel::Stop;
    });
    if (stop == findings.end() || !reason.trimmed().isEmpty()) {
        return {};
    }
    return base::fail(ErrorCode::Stopped, what, stop->text,
                      Words::tr("type why all the same, after the figure, or another figure"));
}

SessionEvent eventOf(const DosingView& view, EventType type, double amount) {
    SessionEvent event;
    event.session = view.session().id;
    event.patient = view.session().patient;
    event.type = type;
    event.amount = amount;
    return event;
}

} // namespace

tl::unexpected<base::Error> noBooster() {
    return base::fail(ErrorCode::InvalidInput, Words::tr("The booster was not taken"),
                      Words::tr("a nasal spray is given in whole devices"),
                      Words::tr("write its sprays down; another dose is another order"));
}

namespace {

QString withReason(const QString& text, const QString& reason) {
    return reason.trimmed().isEmpty() ? text : text + QStringLiteral(": ") + reason.trimmed();
}

/// Sprays are taken back from the last one on: which device each came from follows from their order.
base::Outcome requireLastSpray(OpenPractice& practice, const SessionEvent& event) {
    if (event.type != EventType::Spray) {
        return {};
    }
    storage::RowFilter filter;
    filter.parent = event.session.uuid;
    const auto events = practice.file().records().list<SessionEvent>(filter);
    if (!events) {
        return tl::unexpected<base::Error>(events.error());
    }
    const bool isLast =
        std::none_of(events->records.begin(), events->records.end(), [&event](const SessionEvent& other) {
            return other.type == EventType::Spray && std::tie(other.at, other.enteredAt, other.id) >
                                                         std::tie(event.at, event.enteredAt, event.id);
        });
    return isLast ? base::Outcome()
                  : base::fail(ErrorCode::Refused, Words::tr("Nothing was taken back"),
                               Words::tr("sprays were taken after it"),
                               Words::tr("take the last spray back first"));
}

/// `beside` gives what is written with the withdrawal.
template <class Record, class Id, class Beside>
base::Outcome withdrawRecord(OpenPractice& practice, const Id& id, const QString& reason, Beside beside) {
    const QString what = Words::tr("Nothing was taken back");
    if (reason.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("there is no reason"),
                          Words::tr("say what was wrong with it"));
    }
    const auto found = practice.require(Permission::RecordDosing).and_then([&] {
        return practice.file().records().template find<Record>(id);
    });
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value()) {
        return base::fail(ErrorCode::NotFound, what, Words::tr("there is none with this id"),
                          Words::tr("open the session again"));
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
    const auto drawn = event.type == EventType::Booster ? boosterChanges(m_practice, session, event)
                                                        : base::Result<QList<storage::Change>>();
    return drawn.and_then([&](const QList<storage::Change>& changes) { return save(event, changes); });
}

base::Result<EventId> RunCare::save(const SessionEvent& event, const QList<storage::Change>& drawn) {
    const QList<storage::Change> written = {{Action::Created, event, {}}};
    return WritingDoor(m_practice).save(written + drawn).map([&](const Changes&) { return event.id; });
}

base::Result<EventId> RunCare::takeSprays(const SessionId& id, const SprayEntry& entry) {
    const QString what = Words::tr("The sprays were not taken");
    return runningView(m_practice, id, what).and_then([&](const DosingView& view) -> base::Result<EventId> {
        if (!view.devices) {
            return base::fail(ErrorCode::Refused, what, Words::tr("this dose comes from no device"),
                              Words::tr("look at the order of the dose"));
        }
        const auto findings =
            sprayFindings(view.content, m_practice.catalog().doseLimits.esketamine, entry, m_practice.now());
        const auto ready = findings.and_then(
            [&](const base::Findings& said) { return requireRunReason(said, entry.reason, what); });
        if (!ready) {
            return tl::unexpected<base::Error>(ready.error());
        }
        SessionEvent event = eventOf(view, EventType::Spray, (view.devices->mgPerSpray * entry.sprays).value);
        event.id = m_practice.ids().next<EventId>();
        event.at = entry.at;
        event.enteredAt = m_practice.now();
        event.sprays = entry.sprays;
        event.text = withReason(sprayWords(*view.devices, entry.sprays), entry.reason);
        const auto drawn = view.devices->isWithinDevice() ? base::Result<QList<storage::Change>>()
                                                          : deviceChanges(m_practice, view.session(), event);
        return drawn.and_then([&](const QList<storage::Change>& changes) { return save(event, changes); });
    });
}

base::Result<EventId> RunCare::changeRate(const SessionId& id, base::MilligramsPerMinute rate,
                                          const QString& reason) {
    const QString what = Words::tr("The rate was not changed");
    return runningView(m_practice, id, what).and_then([&](const DosingView& view) -> base::Result<EventId> {
        SessionEvent event = eventOf(view, EventType::RateChange, rate.value);
        event.text = withReason(Words::tr("rate %1 mg/min").arg(protocols::plainNumber(rate.value)), reason);
        return rateFindings(view, rate, m_practice.catalog().doseLimits)
            .and_then(
                [&](const base::Findings& findings) { return requireRunReason(findings, reason, what); })
            .and_then([&] { return write(view.session(), event); });
    });
}

base::Result<EventId> RunCare::giveBooster(const SessionId& id, base::Milligrams booster,
                                           const QString& reason) {
    const QString what = Words::tr("The booster was not taken");
    return runningView(m_practice, id, what).and_then([&](const DosingView& view) -> base::Result<EventId> {
        if (view.devices) {
            return noBooster();
        }
        SessionEvent event = eventOf(view, EventType::Booster, booster.value);
        event.text =
            withReason(Words::tr("booster %1 mg").arg(protocols::plainNumber(booster.value)), reason);
        return boosterFindings(view, booster, m_practice.catalog().doseLimits)
            .and_then(
                [&](const base::Findings& findings) { return requireRunReason(findings, reason, what); })
            .and_then([&] { return write(view.session(), event); });
    });
}

base::Outcome RunCare::withdraw(const ReadingId& id, const QString& reason) {
    return withdrawRecord<Reading>(m_practice, id, reason,
                                   [](const auto&) { return QList<storage::Change>(); });
}

base::Outcome RunCare::withdraw(const EventId& id, const QString& reason) {
    return withdrawRecord<SessionEvent>(m_practice, id, reason, [this](const SessionEvent& event) {
        return requireLastSpray(m_practice, event)
            .and_then([&] { return m_practice.file().records().find<DosingSession>(event.session); })
            .and_then([&](const auto& session) {
                return session ? undrawChanges(m_practice, *session, event) : QList<storage::Change>();
            });
    });
}

base::Outcome RunCare::withdraw(const AdverseEventId& id, const QString& reason) {
    return withdrawRecord<AdverseEvent>(m_practice, id, reason,
                                        [](const auto&) { return QList<storage::Change>(); });
}

} // namespace kairos::workflow
