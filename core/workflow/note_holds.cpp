// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/note_holds.h"

#include "core/workflow/words.h"

namespace kairos::workflow {

base::Outcome NoteHolds::take(const record::SessionId& session, const QObject& editor, const QString& where) {
    const auto held = m_holds.constFind(session);
    if (held != m_holds.constEnd() && held->editor != &editor) {
        return base::fail(base::ErrorCode::Refused, Words::tr("The note is open for reading here"),
                          Words::tr("it is being written in %1").arg(held->where),
                          Words::tr("go on there, or leave it first: this one opens then"));
    }
    m_holds.insert(session, {&editor, where});
    return {};
}

void NoteHolds::release(const QObject& editor) {
    QList<record::SessionId> free;
    for (auto hold = m_holds.begin(); hold != m_holds.end();) {
        if (hold->editor == &editor) {
            free.append(hold.key());
            hold = m_holds.erase(hold);
        } else {
            ++hold;
        }
    }
    for (const record::SessionId& session : std::as_const(free)) {
        Q_EMIT released(session);
    }
}

} // namespace kairos::workflow
