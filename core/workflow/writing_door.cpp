// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/writing_door.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/signed_content.h"

#include "core/storage/projection.h"

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;

base::Result<Changes> WritingDoor::save(const QList<storage::Change>& changes,
                                        const QList<storage::DraftKey>& finished) {
    const Actor actor = m_practice.actor();
    if (!actor.clinician && actor.name.isEmpty()) {
        return base::fail(ErrorCode::Refused, QStringLiteral("Nothing was saved"),
                          QStringLiteral("nobody is signed in"),
                          QStringLiteral("sign in and save again; the draft is kept"));
    }
    for (const storage::Change& change : changes) {
        if (const auto fixed = checkUnsigned(change); !fixed) {
            return tl::unexpected<base::Error>(fixed.error());
        }
    }
    storage::Commit commit{actor, m_practice.now(), changes, finished};
    const auto head = m_practice.file().commit(commit);
    if (!head) {
        return tl::unexpected<base::Error>(head.error());
    }
    Changes saved;
    for (const storage::Change& change : changes) {
        std::visit(
            [&](const auto& value) {
                saved.records.append({value.kKind, value.id.uuid, storage::project(value).patient});
            },
            change.record);
    }
    m_practice.hub().announce(saved);
    return saved;
}

base::Result<Changes> WritingDoor::saveAt(const QList<storage::Change>& changes, const base::Instant& at,
                                          const Actor& actor) {
    const auto head = m_practice.file().commit(storage::Commit{actor, at, changes, {}});
    if (!head) {
        return tl::unexpected<base::Error>(head.error());
    }
    return Changes{};
}

base::Outcome WritingDoor::checkUnsigned(const storage::Change& change) {
    return std::visit(
        [&](const auto& value) -> base::Outcome {
            const auto target = SignedContent::targetOf(value);
            if (!target) {
                return {};
            }
            return SignedContent(m_practice).requireOpen(*target);
        },
        change.record);
}

} // namespace kairos::workflow
