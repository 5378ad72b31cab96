// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/commitment.h"
#include "core/scales/json_place.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::demo {

/// A commitment as it was made in a session.
struct CommitmentStory {
    QString id; ///< the story's own, for its reviews
    QString words;
    int dueDay = 0;
};

/// What a later session heard of it.
struct ReviewStory {
    QString of;
    record::CommitmentState outcome = record::CommitmentState::Kept;
    QString remark;
    std::optional<int> movedToDay;
};

/// What one therapy session brought to the thread: the one held on that day.
struct ThreadStory {
    int day = 0;
    QString intention;
    QString arose;
    QString meaning;
    QStringList themes;
    QList<ReviewStory> reviews;
    QList<CommitmentStory> commitments;
};

/// The thread of a patient's story, by day.
[[nodiscard]] QList<ThreadStory> threadOf(const scales::JsonPlace& patient);

} // namespace kairos::demo
