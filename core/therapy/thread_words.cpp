// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/thread_words.h"

#include "core/therapy/words.h"

namespace kairos::therapy {

using record::CommitmentState;
using record::ThreadPart;

QString commitmentStateText(CommitmentState state) {
    switch (state) {
    case CommitmentState::Open:
        return Words::tr("open");
    case CommitmentState::Kept:
        return Words::tr("kept");
    case CommitmentState::Partly:
        return Words::tr("partly kept");
    case CommitmentState::Not:
        return Words::tr("not kept");
    case CommitmentState::Dropped:
        return Words::tr("dropped");
    }
    return {};
}

QString threadPartText(ThreadPart part) {
    switch (part) {
    case ThreadPart::Intention:
        return Words::tr("intention");
    case ThreadPart::Arose:
        return Words::tr("what arose");
    case ThreadPart::Meaning:
        return Words::tr("meaning");
    }
    return {};
}

} // namespace kairos::therapy
