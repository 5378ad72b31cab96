// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/practice_snapshot.h"

#include "tests/support/temp_practice.h"

#include <catch2/catch_test_macros.hpp>

namespace test_practice_snapshot {
using namespace kairos;
using storage::PracticeSnapshot;
using support::required;
using support::TempPractice;

TEST_CASE("A snapshot shows one moment while the practice is written", "[storage][snapshot]") {
    TempPractice practice;
    auto elena = support::elenaMarsh(practice);
    practice.save(elena);
    const auto before = required(PracticeSnapshot::take(practice.path(), practice.key()));
    const auto former = elena;
    elena.familyName = QStringLiteral("Lund");
    practice.commit({{record::Action::Amended, elena, QStringLiteral("married")}});
    practice.save(support::phq9(practice, elena.id));
    auto& records = before->reader().records();
    REQUIRE(required(records.find<record::Patient>(elena.id)) == former);
    REQUIRE(required(records.count(record::RecordKind::Rating)) == 0);
    REQUIRE(required(before->reader().historyOf(elena.id.uuid, elena.id)).size() == 1);
    const auto after = required(PracticeSnapshot::take(practice.path(), practice.key()));
    REQUIRE(required(after->reader().records().find<record::Patient>(elena.id)) == elena);
    REQUIRE(required(after->reader().historyOf(elena.id.uuid, elena.id)).size() == 2);
}

TEST_CASE("A snapshot names a damaged record as the file does", "[storage][snapshot]") {
    TempPractice practice;
    const auto elena = support::elenaMarsh(practice);
    practice.save(elena);
    const auto key = practice.key();
    practice.close();
    storage::Connection(practice.path(), storage::OpenMode::Write, &key)
        .execute("UPDATE patient SET mac = zeroblob(32)");
    const auto snapshot = required(PracticeSnapshot::take(practice.path(), key));
    const auto found = snapshot->reader().records().find<record::Patient>(elena.id);
    REQUIRE(found.error().code == base::ErrorCode::Damaged);
}

TEST_CASE("No snapshot is taken under another key or of a file that is not there", "[storage][snapshot]") {
    TempPractice practice;
    REQUIRE_FALSE(PracticeSnapshot::take(practice.path(), security::PracticeKey::random()).has_value());
    const QString none = practice.folder() + QStringLiteral("/none.kairos");
    REQUIRE_FALSE(PracticeSnapshot::take(none, practice.key()).has_value());
}

} // namespace test_practice_snapshot
