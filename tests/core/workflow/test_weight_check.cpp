// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/dosing_care.h"

#include "tests/support/open_practice_fixture.h"

#include "core/workflow/dosing_view.h"
#include "core/workflow/patient_care.h"

#include <catch2/catch_test_macros.hpp>

namespace test_weight_check {
using namespace kairos;
using base::ErrorCode;
using support::required;
using workflow::WeightTyping;

namespace {

/// A patient who weighed 70 kg a while ago has arrived.
struct Arrived {
    support::OpenPracticeFixture fixture;
    record::SessionId id;

    Arrived() {
        const auto patient = fixture.addElena();
        required(workflow::PatientCare(fixture.practice()).addWeight(patient, base::Kilograms{70}));
        record::DosingSession session;
        session.patient = patient;
        session.booked = {QDate(2026, 11, 2), QTime(9, 0), fixture.practice().practice().zone};
        id = required(care().book(session));
        required(care().arrive(id));
    }
    workflow::DosingCare care() { return workflow::DosingCare(fixture.practice()); }
    std::optional<base::Kilograms> weight() {
        return required(workflow::DosingQuery(fixture.practice()).view(id)).session().weight;
    }
};

} // namespace

TEST_CASE("A weight in pounds is not taken at once, and is when it is confirmed", "[workflow][dosing]") {
    Arrived now;
    const auto refused = now.care().weigh(now.id, base::Kilograms{154});
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().code == ErrorCode::Stopped);
    REQUIRE(refused.error().why ==
            QStringLiteral("154.0 lb are 69.9 kg, near the last weight of 70.0 kg: was it in pounds?"));
    REQUIRE_FALSE(now.weight().has_value());
    required(now.care().weigh(now.id, base::Kilograms{154}, WeightTyping::Confirmed));
    REQUIRE(now.weight() == base::Kilograms{154});
}

TEST_CASE("A second weighing of the day is held against the earlier day, not against itself",
          "[workflow][dosing]") {
    Arrived now;
    required(now.care().weigh(now.id, base::Kilograms{154}, WeightTyping::Confirmed));
    required(now.care().weigh(now.id, base::Kilograms{70.4}));
    REQUIRE(now.weight() == base::Kilograms{70.4});
    REQUIRE_FALSE(now.care().weigh(now.id, base::Kilograms{150}).has_value());
}

TEST_CASE("What cannot be is refused although it is confirmed", "[workflow][dosing]") {
    Arrived now;
    REQUIRE(now.care().weigh(now.id, base::Kilograms{301}, WeightTyping::Confirmed).error().code ==
            ErrorCode::InvalidInput);
}

} // namespace test_weight_check
