// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/thread_story.h"

namespace kairos::demo {

using record::CommitmentState;
using scales::JsonPlace;

QList<ThreadStory> threadOf(const JsonPlace& patient) {
    QList<ThreadStory> thread;
    for (const JsonPlace& line : patient.listIfAny(QLatin1String("thread"))) {
        ThreadStory story;
        story.day = line.whole(QLatin1String("day"));
        story.intention = line.textOr(QLatin1String("intention"), {});
        story.arose = line.textOr(QLatin1String("arose"), {});
        story.meaning = line.textOr(QLatin1String("meaning"), {});
        story.themes = line.textsIfAny(QLatin1String("themes"));
        for (const JsonPlace& review : line.listIfAny(QLatin1String("reviews"))) {
            story.reviews.append(
                {review.text(QLatin1String("of")),
                 review.word<CommitmentState>(QLatin1String("outcome"),
                                              {{QLatin1String("kept"), CommitmentState::Kept},
                                               {QLatin1String("partly"), CommitmentState::Partly},
                                               {QLatin1String("not"), CommitmentState::Not},
                                               {QLatin1String("dropped"), CommitmentState::Dropped}}),
                 review.textOr(QLatin1String("remark"), {}), review.wholeIfAny(QLatin1String("movedTo"))});
        }
        for (const JsonPlace& made : line.listIfAny(QLatin1String("commitments"))) {
            story.commitments.append({made.text(QLatin1String("id")), made.text(QLatin1String("words")),
                                      made.whole(QLatin1String("due"))});
        }
        thread.append(story);
    }
    return thread;
}

} // namespace kairos::demo
