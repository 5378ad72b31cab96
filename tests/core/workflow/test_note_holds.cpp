// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/note_holds.h"

#include "core/base/ids.h"

#include <catch2/catch_test_macros.hpp>

namespace test_note_holds {
using namespace kairos;
using record::SessionId;
using workflow::NoteHolds;

namespace {

SessionId session(quint8 number) {
    SessionId id;
    id.uuid.bytes.back() = number;
    return id;
}

} // namespace

TEST_CASE("The second editor of a note is refused and told where the first one is", "[workflow][holds]") {
    NoteHolds holds;
    QObject first;
    QObject second;
    REQUIRE(holds.take(session(1), first, QStringLiteral("Integration 2")).has_value());
    REQUIRE(holds.take(session(1), first, QStringLiteral("Integration 2")).has_value());
    const auto refused = holds.take(session(1), second, QStringLiteral("Dose 1"));
    REQUIRE(refused.error().code == base::ErrorCode::Refused);
    REQUIRE(refused.error().why.contains(QStringLiteral("Integration 2")));
    REQUIRE(holds.take(session(2), second, QStringLiteral("Dose 1")).has_value());
}

TEST_CASE("A note that is let go may be taken", "[workflow][holds]") {
    NoteHolds holds;
    QObject first;
    QObject second;
    REQUIRE(holds.take(session(1), first, QStringLiteral("Integration 2")).has_value());
    QList<SessionId> freed;
    QObject::connect(&holds, &NoteHolds::released, &second,
                     [&](const SessionId& freedSession) { freed.append(freedSession); });
    holds.release(second); // holds nothing
    REQUIRE(freed.isEmpty());
    holds.release(first);
    REQUIRE(freed == QList{session(1)});
    REQUIRE(holds.take(session(1), second, QStringLiteral("Dose 1")).has_value());
}

} // namespace test_note_holds
