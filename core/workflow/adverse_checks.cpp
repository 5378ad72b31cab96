// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/adverse_checks.h"

namespace kairos::workflow {

base::Outcome checkAdverseEvent(const record::AdverseEvent& event, const base::Instant& now,
                                const QString& what) {
    const auto refused = [&](const QString& why, const QString& remedy) {
        return base::fail(base::ErrorCode::InvalidInput, what, why, remedy);
    };
    if (event.term.trimmed().isEmpty()) {
        return refused(QStringLiteral("it has no term"), QStringLiteral("choose what happened"));
    }
    if (event.grade && (*event.grade < 1 || *event.grade > 5)) {
        return refused(QStringLiteral("grades go from 1 to 5"), QStringLiteral("choose 1 mild to 5 fatal"));
    }
    if (event.onset > now) {
        return refused(QStringLiteral("its onset is still to come"), QStringLiteral("type when it began"));
    }
    if (event.resolvedAt && *event.resolvedAt < event.onset) {
        return refused(QStringLiteral("it ended before it began"),
                       QStringLiteral("check the minutes of onset and end"));
    }
    if (event.resolvedAt && *event.resolvedAt > now) {
        return refused(QStringLiteral("its end is still to come"),
                       QStringLiteral("leave the end empty while it goes on"));
    }
    return {};
}

} // namespace kairos::workflow
