// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/ids.h"

#include <QHash>
#include <QObject>
#include <QString>

namespace kairos::workflow {

/// Which editor holds the note of a session: one at a time, so that two windows never write over each other.
/// A person's drafts are kept under the session, so that two editors would share one as well.
class NoteHolds final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteHolds)

public:
    using QObject::QObject;

    /// Takes the note for this editor, which `where` names for others, e.g. "Integration 2". Refused while
    /// another editor holds it; the error says which.
    [[nodiscard]] base::Outcome take(const record::SessionId& session, const QObject& editor,
                                     const QString& where);
    /// Lets go whatever this editor holds.
    void release(const QObject& editor);

Q_SIGNALS:
    /// Another editor may take the note.
    void released(const kairos::record::SessionId& session);

private:
    struct Hold {
        const QObject* editor = nullptr;
        QString where;
    };
    QHash<record::SessionId, Hold> m_holds;
};

} // namespace kairos::workflow
