// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/draft_desk.h"

#include "core/workflow/open_practice.h"

#include "core/base/clock.h"
#include "core/storage/practice_file.h"

namespace kairos::workflow {

storage::DraftKey DraftDesk::keyOf(const QString& form, const base::Uuid& subject) const {
    return storage::DraftKey{form, subject,
                             m_practice.signedIn() ? m_practice.signedIn()->id : record::ClinicianId{}};
}

base::Outcome DraftDesk::keep(const storage::DraftKey& key, const QByteArray& content) {
    return m_practice.file().drafts().keep({key, m_practice.environment().clock.nowMs(), content});
}

base::Result<std::optional<storage::Draft>> DraftDesk::find(const storage::DraftKey& key) const {
    return m_practice.file().drafts().find(key);
}

base::Result<QList<storage::Draft>> DraftDesk::mine() const {
    return m_practice.file().drafts().of(m_practice.signedIn() ? m_practice.signedIn()->id
                                                               : record::ClinicianId{});
}

base::Outcome DraftDesk::drop(const storage::DraftKey& key) {
    return m_practice.file().drafts().drop(key);
}

} // namespace kairos::workflow
