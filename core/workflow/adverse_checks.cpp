// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/adverse_checks.h"

#include "core/workflow/words.h"

namespace kairos::workflow {

std::optional<AdverseFault> adverseFault(const record::AdverseEvent& event, const base::Instant& now,
                                         const QString& what) {
    const auto fault = [&](AdversePart part, const QString& why, const QString& remedy) {
        return AdverseFault{part, {base::ErrorCode::InvalidInput, what, why, remedy}};
    };
    if (event.term.trimmed().isEmpty()) {
        return fault(AdversePart::Term, Words::tr("it has no term"), Words::tr("choose what happened"));
    }
    if (event.grade && (*event.grade < 1 || *event.grade > 5)) {
        return fault(AdversePart::Grade, Words::tr("grades go from 1 to 5"),
                     Words::tr("choose 1 mild to 5 fatal"));
    }
    if (event.onset > now) {
        return fault(AdversePart::Onset, Words::tr("its onset is still to come"),
                     Words::tr("type when it began"));
    }
    if (event.resolvedAt && *event.resolvedAt < event.onset) {
        return fault(AdversePart::End, Words::tr("it ended before it began"),
                     Words::tr("check when it began and when it ended"));
    }
    if (event.resolvedAt && *event.resolvedAt > now) {
        return fault(AdversePart::End, Words::tr("its end is still to come"),
                     Words::tr("leave the end empty while it goes on"));
    }
    return std::nullopt;
}

base::Outcome checkAdverseEvent(const record::AdverseEvent& event, const base::Instant& now,
                                const QString& what) {
    if (const auto fault = adverseFault(event, now, what)) {
        return tl::unexpected<base::Error>(fault->error);
    }
    return {};
}

} // namespace kairos::workflow
