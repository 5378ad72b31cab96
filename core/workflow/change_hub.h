// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/changes.h"

#include <QObject>

namespace kairos::workflow {

/// The one news channel: says after every saved transaction which records changed. Views refetch.
class ChangeHub final : public QObject {
    Q_OBJECT
public:
    explicit ChangeHub(QObject* parent = nullptr) : QObject(parent) {}

    /// Called by the writing door alone, after the transaction is on disk.
    void announce(const Changes& changes) { Q_EMIT changed(changes); }

Q_SIGNALS:
    void changed(const kairos::workflow::Changes& changes);
};

} // namespace kairos::workflow
