// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/call_care.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/storage/practice_file.h"

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;

namespace {

/// Writes one line of a call about a dose down, by whoever is signed in.
base::Outcome keepCall(OpenPractice& practice, const DosingSession& dose, Gate gate, const QString& criterion,
                       GateAnswer answer, const QString& words) {
    const GateCheck said{practice.ids().next<GateCheckId>(),
                         dose.id,
                         dose.patient,
                         gate,
                         criterion,
                         answer,
                         words.trimmed(),
                         practice.now(),
                         practice.signedIn()->id,
                         std::nullopt,
                         {}};
    return WritingDoor(practice).save({{Action::Created, said, {}}}).map([](const Changes&) {});
}

} // namespace

base::Outcome CallCare::say(const SessionId& dose, const QString& criterion, GateAnswer answer,
                            const QString& words) {
    const QString what = Words::tr("Nothing was kept of the call");
    const auto& lines = m_practice.catalog().safety.call;
    const bool isKnown = std::any_of(lines.begin(), lines.end(),
                                     [&](const safety::GateRule& rule) { return rule.id == criterion; });
    if (!isKnown) {
        return base::fail(ErrorCode::InvalidInput, what,
                          Words::tr("\"%1\" is no line of the call").arg(criterion),
                          Words::tr("choose one of its lines"));
    }
    if (criterion == QLatin1String("escort") && answer == GateAnswer::Met && words.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("the escort has no name"),
                          Words::tr("name who takes the patient home"));
    }
    if (const auto allowed = m_practice.require(security::Permission::Schedule); !allowed) {
        return allowed;
    }
    const auto found = m_practice.file().records().find<DosingSession>(dose);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    const bool isAhead = found->has_value() && ((*found)->state == SessionState::Planned ||
                                                (*found)->state == SessionState::Arrived);
    if (!isAhead) {
        return base::fail(ErrorCode::Refused, what, Words::tr("the dose has begun, is over or is gone"),
                          Words::tr("open the day again to see how it stands"));
    }
    return keepCall(m_practice, **found, Gate::Call, criterion, answer, words);
}

base::Outcome CallCare::sayAfter(const SessionId& dose, GateAnswer answer, const QString& words) {
    const QString what = Words::tr("The call was not recorded");
    if (answer == GateAnswer::Met && words.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("it does not say how the patient is"),
                          Words::tr("write it in a few words"));
    }
    if (const auto allowed = m_practice.require(security::Permission::RecordRating); !allowed) {
        return allowed;
    }
    const auto found = m_practice.file().records().find<DosingSession>(dose);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value() || !(*found)->dischargedAt) {
        return base::fail(ErrorCode::Refused, what, Words::tr("the patient has not gone home"),
                          Words::tr("discharge the patient first"));
    }
    return keepCall(m_practice, **found, Gate::After, QStringLiteral("call"), answer, words);
}

base::Result<QList<GateCheck>> CallCare::callsAfter(const SessionId& dose) const {
    storage::RowFilter filter;
    filter.parent = dose.uuid;
    filter.state = static_cast<qint64>(Gate::After);
    return m_practice.file().records().list<GateCheck>(filter).map(
        [](const storage::Loaded<GateCheck>& loaded) { return loaded.records; });
}

} // namespace kairos::workflow
