// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/writing_door.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/signed_lock.h"
#include "core/workflow/words.h"

#include "core/storage/projection.h"

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;

base::Result<Changes> WritingDoor::save(const QList<storage::Change>& changes,
                                        const QList<storage::DraftKey>& finished,
                                        const QList<storage::PrivateChange>& behindWall,
                                        const QList<QByteArray>& scans) {
    return write({m_practice.actor(), m_practice.now(), changes, finished, behindWall, scans});
}

base::Result<Changes> WritingDoor::saveAt(const QList<storage::Change>& changes, const base::Instant& at,
                                          const Actor& actor) {
    return write({actor, at, changes, {}});
}

base::Result<Changes> WritingDoor::write(const storage::Commit& commit) {
    if (!commit.actor.clinician && commit.actor.name.isEmpty()) {
        return base::fail(ErrorCode::Refused, Words::tr("Nothing was saved"),
                          Words::tr("nobody is signed in"),
                          Words::tr("sign in and save again; the draft is kept"));
    }
    if (const auto open = SignedLock(m_practice).check(commit.changes); !open) {
        return tl::unexpected<base::Error>(open.error());
    }
    const auto head = m_practice.file().commit(commit);
    if (!head) {
        return tl::unexpected<base::Error>(head.error());
    }
    Changes saved;
    for (const storage::Change& change : commit.changes) {
        withRecordType(change.record.kind(), [&]<class Record>() {
            saved.records.append({change.record.kind(), change.record.id(),
                                  storage::project(change.record.get<Record>()).patient});
        });
    }
    if (!saved.records.isEmpty()) {
        m_practice.hub().announce(saved);
    }
    return saved;
}

} // namespace kairos::workflow
