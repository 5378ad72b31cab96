// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/patient_reads.h"

#include "core/storage/connection.h"

#include "tests/support/temp_practice.h"

#include <catch2/catch_test_macros.hpp>

namespace test_patient_reads {
using namespace kairos;
using record::Rating;
using support::required;
using support::TempPractice;
using workflow::PatientReads;

namespace {

/// What another program did to the file behind the practice's back.
void tamper(TempPractice& practice, const char* sql) {
    const auto key = practice.key();
    storage::Connection other(practice.path(), storage::OpenMode::Write, &key);
    other.execute(sql);
}

} // namespace

TEST_CASE("What was read of a patient is read anew after every entry of the journal", "[workflow][chart]") {
    TempPractice practice;
    const auto elena = support::elenaMarsh(practice);
    const auto other = support::elenaMarsh(practice, QStringLiteral("AH-0413"));
    practice.save(elena, other);
    PatientReads reads(practice.file());
    REQUIRE(required(reads.all<Rating>(elena.id)).records.isEmpty());
    const auto rating = support::phq9(practice, elena.id);
    practice.save(rating);
    REQUIRE(required(reads.all<Rating>(elena.id)).records == QList<Rating>{rating});
    REQUIRE(required(reads.all<Rating>(other.id)).records.isEmpty());
    REQUIRE(required(reads.all<Rating>(elena.id)).records.size() == 1);
    practice.commit({{record::Action::EnteredInError, rating, QStringLiteral("another patient's")}});
    REQUIRE(required(reads.all<Rating>(elena.id)).records.isEmpty());
}

TEST_CASE("A patient's ratings are loaded once, until they are forgotten; damage is never kept",
          "[workflow][chart]") {
    TempPractice practice;
    const auto elena = support::elenaMarsh(practice);
    practice.save(elena, support::phq9(practice, elena.id));
    PatientReads reads(practice.file());
    REQUIRE(required(reads.all<Rating>(elena.id)).records.size() == 1);
    tamper(practice, "UPDATE rating SET content = CAST(content || x'00' AS BLOB)");
    REQUIRE(required(reads.all<Rating>(elena.id)).damaged.isEmpty());
    reads.forget();
    REQUIRE(required(reads.all<Rating>(elena.id)).damaged.size() == 1);
    tamper(practice, "UPDATE rating SET content = substr(content, 1, length(content) - 1)");
    REQUIRE(required(reads.all<Rating>(elena.id)).damaged.isEmpty());
    REQUIRE(required(reads.all<Rating>(elena.id)).records.size() == 1);
}

} // namespace test_patient_reads
