// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/thread_words.h"

#include <QCoreApplication>

namespace kairos::therapy {

using record::CommitmentState;
using record::ThreadPart;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("therapy", text);
}

} // namespace

QString commitmentStateText(CommitmentState state) {
    switch (state) {
    case CommitmentState::Open:
        return say("open");
    case CommitmentState::Kept:
        return say("kept");
    case CommitmentState::Partly:
        return say("partly kept");
    case CommitmentState::Not:
        return say("not kept");
    case CommitmentState::Dropped:
        return say("dropped");
    }
    return {};
}

QString threadPartText(ThreadPart part) {
    switch (part) {
    case ThreadPart::Intention:
        return say("intention");
    case ThreadPart::Arose:
        return say("what arose");
    case ThreadPart::Meaning:
        return say("meaning");
    }
    return {};
}

} // namespace kairos::therapy
