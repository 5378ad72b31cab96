// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/adverse_care.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/signed_content.h"
#include "core/workflow/signing.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/base/check.h"
#include "core/record/dosing_session.h"
#include "core/record/patient.h"
#include "core/storage/practice_file.h"

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

QString notSaved() {
    return Words::tr("The adverse event was not saved");
}

QString eventNotAdded() {
    return Words::tr("Nothing was added to the adverse event");
}

base::Outcome eventRefused(ErrorCode code, const QString& why, const QString& remedy) {
    return base::fail(code, eventNotAdded(), why, remedy);
}

bool correctsSomething(const AdverseFollowUp& line) {
    return !line.term.isEmpty() || line.grade || line.serious != Asked::NotAsked ||
           line.expected != Asked::NotAsked || line.related != Relatedness::NotJudged ||
           !line.action.isEmpty() || !line.outcome.isEmpty() || line.course != AdverseCourse::AsBefore;
}

} // namespace

AdverseEvent asItStands(AdverseEvent event, const QList<AdverseFollowUp>& lines) {
    for (const AdverseFollowUp& line : lines) {
        if (line.course != AdverseCourse::AsBefore) {
            event.resolvedAt = line.course == AdverseCourse::Over ? line.resolvedAt : std::nullopt;
        }
        const auto take = [](QString& text, const QString& later) { text = later.isEmpty() ? text : later; };
        take(event.outcome, line.outcome);
        take(event.term, line.term);
        take(event.action, line.action);
        event.grade = line.grade ? line.grade : event.grade;
        event.serious = line.serious != Asked::NotAsked ? line.serious : event.serious;
        event.expected = line.expected != Asked::NotAsked ? line.expected : event.expected;
        event.related = line.related != Relatedness::NotJudged ? line.related : event.related;
    }
    return event;
}

base::Result<AdverseEventId> AdverseCare::add(AdverseEvent event, const QList<storage::DraftKey>& finished) {
    KAIROS_CHECK(!event.session); // In a session it is DosingCare that writes one down.
    return m_practice.require(Permission::RecordEvent)
        .and_then([&] { return check(event, notSaved()); })
        .and_then([&]() -> base::Result<AdverseEventId> {
            event.id = m_practice.ids().next<AdverseEventId>();
            return WritingDoor(m_practice)
                .save({{Action::Created, event, {}}}, finished)
                .map([&](const Changes&) { return event.id; });
        });
}

base::Outcome AdverseCare::amend(const AdverseEvent& event, const QString& reason,
                                 const QList<storage::DraftKey>& finished) {
    const QString what = Words::tr("The adverse event was not changed");
    const auto found = m_practice.require(Permission::RecordEvent).and_then([&] {
        return m_practice.file().records().find<AdverseEvent>(event.id);
    });
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (*found && (*found)->session) {
        if (const auto allowed = m_practice.require(Permission::RecordDosing); !allowed) {
            return allowed;
        }
    }
    if (!*found) {
        return base::fail(ErrorCode::NotFound, what, Words::tr("there is none with this id"),
                          Words::tr("open the list again"));
    }
    AdverseEvent changed = event;
    changed.patient = (*found)->patient;
    changed.session = (*found)->session;
    if (const auto fits = check(changed, what); !fits) {
        return fits;
    }
    if (!changed.session) {
        const auto lines = followUps(changed.id);
        if (!lines) {
            return tl::unexpected<base::Error>(lines.error());
        }
        // A line says how the event stood then: what it was added to does not change under it.
        if (!lines->isEmpty()) {
            return base::fail(ErrorCode::Refused, what, Words::tr("something was added to it"),
                              Words::tr("add a correction to it instead"));
        }
        if (reason.trimmed().isEmpty()) {
            return base::fail(ErrorCode::InvalidInput, what, Words::tr("there is no reason"),
                              Words::tr("type why it is written anew"));
        }
    }
    return WritingDoor(m_practice)
        .save({{Action::Amended, changed, reason.trimmed()}}, finished)
        .map([](const Changes&) {});
}

base::Outcome AdverseCare::check(const AdverseEvent& event, const QString& what) const {
    return findFault(event).and_then([&](const std::optional<AdverseFault>& fault) -> base::Outcome {
        return fault ? base::fail(fault->error.code, what, fault->error.why, fault->error.remedy)
                     : base::Outcome();
    });
}

base::Result<std::optional<AdverseFault>> AdverseCare::findFault(const AdverseEvent& event) const {
    if (auto fault = adverseFault(event, m_practice.now(), notSaved())) {
        return fault;
    }
    const auto patient = m_practice.file().records().find<Patient>(event.patient);
    if (!patient) {
        return tl::unexpected<base::Error>(patient.error());
    }
    if (!*patient) {
        return base::fail(ErrorCode::NotFound, notSaved(), Words::tr("there is no such patient"),
                          Words::tr("open the list of patients again"));
    }
    const auto& birth = (*patient)->birthDate;
    if (birth && event.onset.local(m_practice.zone()).date() < *birth) {
        return AdverseFault{AdversePart::Onset,
                            {ErrorCode::InvalidInput, notSaved(),
                             Words::tr("it began before the patient was born"),
                             Words::tr("check the year of the onset")}};
    }
    return doseFault(event);
}

base::Result<std::optional<AdverseFault>> AdverseCare::doseFault(const AdverseEvent& event) const {
    if (!event.dose) {
        return std::nullopt;
    }
    const auto fault = [](const QString& why) {
        return AdverseFault{
            AdversePart::Dose,
            {ErrorCode::InvalidInput, notSaved(), why, Words::tr("choose another dose, or none")}};
    };
    return m_practice.file()
        .records()
        .find<DosingSession>(*event.dose)
        .map([&](const std::optional<DosingSession>& dose) -> std::optional<AdverseFault> {
            if (!dose || dose->patient != event.patient) {
                return fault(Words::tr("its dose is none of this patient"));
            }
            if (!dose->startedAt || *dose->startedAt > event.onset) {
                return fault(Words::tr("it began before its dose"));
            }
            return std::nullopt;
        });
}

base::Result<bool> AdverseCare::isFixed(const AdverseEvent& event) const {
    if (!event.session) {
        return true;
    }
    return SignedContent(m_practice).signaturesOf(event.session->uuid).map([](const auto& signatures) {
        return !signatures.isEmpty();
    });
}

base::Result<QList<AdverseFollowUp>> AdverseCare::followUps(const AdverseEventId& event) const {
    storage::RowFilter own;
    own.parent = event.uuid;
    const auto loaded = m_practice.file().records().list<AdverseFollowUp>(own);
    if (!loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    if (!loaded->damaged.isEmpty()) {
        return base::fail(ErrorCode::Damaged, Words::tr("The adverse event was not read"),
                          Words::tr("%1 does not fit its hash").arg(loaded->damaged.first()),
                          Words::tr("open the latest backup, and keep the damaged file"));
    }
    QList<AdverseFollowUp> lines = loaded->records;
    std::stable_sort(lines.begin(), lines.end(),
                     [](const AdverseFollowUp& a, const AdverseFollowUp& b) { return a.at < b.at; });
    return lines;
}

base::Result<AdverseFollowUp> AdverseCare::checked(AdverseFollowUp line) const {
    const auto event = m_practice.file().records().find<AdverseEvent>(line.event);
    if (!event) {
        return tl::unexpected<base::Error>(event.error());
    }
    if (!*event) {
        return base::fail(ErrorCode::NotFound, eventNotAdded(), Words::tr("there is none with this id"),
                          Words::tr("open the register again"));
    }
    const auto fixed = isFixed(**event);
    const auto lines = followUps(line.event);
    if (!fixed || !lines) {
        return tl::unexpected<base::Error>(!fixed ? fixed.error() : lines.error());
    }
    if (!*fixed) {
        return base::fail(ErrorCode::Refused, eventNotAdded(), Words::tr("its session is not signed yet"),
                          Words::tr("change the event itself in the session"));
    }
    line.term = line.term.trimmed();
    line.outcome = line.outcome.trimmed();
    line.action = line.action.trimmed();
    line.reason = line.reason.trimmed();
    line.id = m_practice.ids().next<AdverseFollowUpId>();
    line.patient = (*event)->patient;
    line.at = m_practice.now();
    if (line.course == AdverseCourse::Over && !line.resolvedAt) {
        return base::fail(ErrorCode::InvalidInput, eventNotAdded(),
                          Words::tr("it is over and there is no time"),
                          Words::tr("type since when, or that it goes on"));
    }
    if (line.course != AdverseCourse::Over) {
        line.resolvedAt.reset();
    }
    if (!correctsSomething(line)) {
        return base::fail(ErrorCode::InvalidInput, eventNotAdded(), Words::tr("nothing is said"),
                          Words::tr("say how it went on, or what is corrected"));
    }
    if (const auto fits =
            checkAdverseEvent(asItStands(**event, *lines + QList{line}), m_practice.now(), eventNotAdded());
        !fits) {
        return tl::unexpected<base::Error>(fits.error());
    }
    return line;
}

base::Outcome AdverseCare::followUp(AdverseFollowUp line, const QList<storage::DraftKey>& finished) {
    line.kind = FollowUpKind::Course;
    line.term.clear();
    line.action.clear();
    line.reason.clear();
    line.grade.reset();
    line.serious = Asked::NotAsked;
    line.expected = Asked::NotAsked;
    line.related = Relatedness::NotJudged;
    return m_practice.require(Permission::RecordEvent)
        .and_then([&] { return checked(line); })
        .and_then([&](AdverseFollowUp good) {
            good.by = m_practice.signedIn()->id;
            return WritingDoor(m_practice)
                .save({{Action::Created, good, {}}}, finished)
                .map([](const Changes&) {});
        });
}

base::Outcome AdverseCare::addAddendum(AdverseFollowUp line, const QString& password,
                                       const QList<storage::DraftKey>& finished) {
    line.kind = FollowUpKind::Addendum;
    if (line.reason.trimmed().isEmpty()) {
        return eventRefused(ErrorCode::InvalidInput, Words::tr("an addendum has a reason"),
                            Words::tr("type why the event is corrected"));
    }
    return checked(line).and_then([&](const AdverseFollowUp& good) {
        return Signing(m_practice).addSignedFollowUp(good, password, finished);
    });
}

} // namespace kairos::workflow
