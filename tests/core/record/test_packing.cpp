// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/packed_fields.h"
#include "core/record/records.h"

#include <catch2/catch_test_macros.hpp>

namespace test_packing {
using namespace kairos;
using namespace kairos::record;

namespace {

base::Uuid uuid(quint8 seed) {
    base::Uuid id;
    id.bytes.fill(seed);
    return id;
}

Rating fullRating() {
    Rating rating;
    rating.id = RatingId{uuid(1)};
    rating.patient = PatientId{uuid(2)};
    rating.session = SessionId{uuid(3)};
    rating.instrument = QStringLiteral("phq-9");
    rating.instrumentVersion = QStringLiteral("1");
    rating.assessedAt = base::Instant{1'793'608'000'000, 3600};
    rating.answers = {Answer::given(3), Answer{AnswerState::Declined, 0}, Answer{}};
    rating.rawSum = 3.0;
    rating.flags = {RatingFlag{QStringLiteral("suicide-item"), QStringLiteral("item 9 above 0")}};
    return rating;
}

/// A nested value as an earlier program wrote it, and as a later one with one more field.
struct Older {
    static constexpr RecordKind kKind = RecordKind::Practice;
    QString name;
    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.name);
    }
};
struct Newer {
    static constexpr RecordKind kKind = RecordKind::Practice;
    QString name;
    std::optional<int> rooms;
    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.name);
        visit(2, self.rooms);
    }
};

} // namespace

TEST_CASE("A rating survives packing with its three kinds of missing answers", "[record]") {
    const auto rating = fullRating();
    REQUIRE(unpack<Rating>(pack(rating)) == rating);
}

TEST_CASE("An absent value is left out and stays absent, never zero", "[record]") {
    Reading reading;
    reading.id = ReadingId{uuid(9)};
    reading.systolic = 0;
    const auto back = unpack<Reading>(pack(reading));
    REQUIRE(back.has_value());
    REQUIRE(back->systolic == 0);
    REQUIRE_FALSE(back->diastolic.has_value());
    REQUIRE(pack(reading).size() < pack(fullRating()).size());
}

TEST_CASE("Adding an optional field changes no earlier content", "[record]") {
    REQUIRE(pack(Older{QStringLiteral("Alder House")}) ==
            pack(Newer{QStringLiteral("Alder House"), std::nullopt}));
}

TEST_CASE("Fields of a newer program are passed over", "[record]") {
    const auto older = unpack<Older>(pack(Newer{QStringLiteral("Alder House"), 2}));
    REQUIRE(older.has_value());
    REQUIRE(older->name == QStringLiteral("Alder House"));
}

TEST_CASE("Content cut at any byte is refused", "[record]") {
    const auto content = pack(fullRating());
    const auto whole = fullRating();
    for (qsizetype length = 0; length < content.size(); ++length) {
        const auto back = unpack<Rating>(content.first(length));
        // A cut between two fields leaves a well-formed, shorter record: the content hash catches that one.
        REQUIRE((!back.has_value() || *back != whole));
    }
}

TEST_CASE("Content of another kind is refused", "[record]") {
    REQUIRE_FALSE(unpack<Reading>(pack(fullRating())).has_value());
    REQUIRE_FALSE(unpack<Rating>(QByteArray("no content at all")).has_value());
}

TEST_CASE("Appointments, dates and times pack to the day and the millisecond", "[record]") {
    PlanStep step;
    step.id = StepId{uuid(4)};
    step.window = StepWindow{{QDate(2026, 11, 3), std::nullopt},
                             {QDate(2026, 11, 3), QTime(10, 40)},
                             {QDate(2026, 11, 5), QTime(10, 40)}};
    step.booked = base::Appointment{QDate(2026, 11, 3), QTime(15, 0), QStringLiteral("Europe/Oslo")};
    step.dependsOn = {QStringLiteral("dose-8")};
    REQUIRE(unpack<PlanStep>(pack(step)) == step);
}

} // namespace test_packing
