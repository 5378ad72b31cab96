// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/adverse_care.h"

#include "core/workflow/adverse_checks.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/signed_content.h"
#include "core/workflow/signing.h"
#include "core/workflow/writing_door.h"

#include "core/storage/practice_file.h"

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

QString notAdded() {
    return words("Nothing was added to the adverse event");
}

base::Outcome refused(ErrorCode code, const QString& why, const QString& remedy) {
    return base::fail(code, notAdded(), why, remedy);
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
        return base::fail(ErrorCode::Damaged, words("The adverse event was not read"),
                          words("%1 does not fit its hash").arg(loaded->damaged.first()),
                          words("open the latest backup, and keep the damaged file"));
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
        return base::fail(ErrorCode::NotFound, notAdded(), words("there is none with this id"),
                          words("open the register again"));
    }
    const auto fixed = isFixed(**event);
    const auto lines = followUps(line.event);
    if (!fixed || !lines) {
        return tl::unexpected<base::Error>(!fixed ? fixed.error() : lines.error());
    }
    if (!*fixed) {
        return base::fail(ErrorCode::Refused, notAdded(), words("its session is not signed yet"),
                          words("change the event itself in the session"));
    }
    line.term = line.term.trimmed();
    line.outcome = line.outcome.trimmed();
    line.action = line.action.trimmed();
    line.reason = line.reason.trimmed();
    line.id = m_practice.ids().next<AdverseFollowUpId>();
    line.patient = (*event)->patient;
    line.at = m_practice.now();
    if (line.course == AdverseCourse::Over && !line.resolvedAt) {
        return base::fail(ErrorCode::InvalidInput, notAdded(), words("it is over and there is no time"),
                          words("type since when, or that it goes on"));
    }
    if (line.course != AdverseCourse::Over) {
        line.resolvedAt.reset();
    }
    if (!correctsSomething(line)) {
        return base::fail(ErrorCode::InvalidInput, notAdded(), words("nothing is said"),
                          words("say how it went on, or what is corrected"));
    }
    if (const auto fits =
            checkAdverseEvent(asItStands(**event, *lines + QList{line}), m_practice.now(), notAdded());
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
    return m_practice.require(Permission::RecordDosing)
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
        return refused(ErrorCode::InvalidInput, words("an addendum has a reason"),
                       words("type why the signed event is corrected"));
    }
    return checked(line).and_then([&](const AdverseFollowUp& good) {
        return Signing(m_practice).addSignedFollowUp(good, password, finished);
    });
}

} // namespace kairos::workflow
