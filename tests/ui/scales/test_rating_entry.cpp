// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/rating_entry.h"

#include "core/scales/instrument_library.h"

#include <catch2/catch_test_macros.hpp>

namespace test_rating_entry {
using namespace kairos;
using record::Answer;

namespace {

const scales::Instrument& instrument(const char* id) {
    static const auto installed = scales::InstrumentLibrary::builtIn();
    return *installed.find(QString::fromLatin1(id));
}

} // namespace

TEST_CASE("A draft comes back as it was kept", "[scales][draft]") {
    ui::RatingState state;
    state.answers = {Answer::given(2), {record::AnswerState::Declined, 0}, {}};
    state.mode = record::RatingMode::Paper;
    state.assessedAt = base::Instant{1'793'606'400'000, 3600};
    REQUIRE(ui::stateFromDraft(ui::draftBytes(state)) == state);
    state.totalAlone = true;
    state.total = 17;
    REQUIRE(ui::stateFromDraft(ui::draftBytes(state)) == state);
}

TEST_CASE("Bytes that are no draft are passed over", "[scales][draft]") {
    REQUIRE_FALSE(ui::stateFromDraft({}).has_value());
    REQUIRE_FALSE(ui::stateFromDraft(QByteArray("\x7f rubbish")).has_value());
    const QByteArray whole = ui::draftBytes({{Answer::given(1)}, {}, false, {}, {}});
    REQUIRE_FALSE(ui::stateFromDraft(whole.chopped(1)).has_value());
}

TEST_CASE("The gate question of the PC-PTSD-5 is asked first", "[scales][entry]") {
    ui::RatingEntry entry(instrument("pc-ptsd-5"));
    REQUIRE(entry.isExtra(0));
    REQUIRE_FALSE(entry.isExtra(1));
    entry.setAnswer(0, Answer::given(1));
    REQUIRE(entry.answers().last() == Answer::given(1));
}

TEST_CASE("Declined is not answered and not a gap", "[scales][entry]") {
    ui::RatingEntry entry(instrument("phq-9"));
    REQUIRE(entry.asked() == 9);
    entry.setAnswer(0, Answer::given(0));
    entry.setAnswer(1, {record::AnswerState::Declined, 0});
    REQUIRE(entry.settled() == 1);
    REQUIRE(entry.unanswered() == QList<int>{3, 4, 5, 6, 7, 8, 9});
}

TEST_CASE("C-SSRS asks 3 to 5 only after yes to 2", "[scales][entry]") {
    ui::RatingEntry entry(instrument("c-ssrs"));
    REQUIRE_FALSE(entry.isSkipped(2));
    entry.setAnswer(1, Answer::given(0));
    REQUIRE(entry.isSkipped(2));
    REQUIRE(entry.isSkipped(4));
    entry.setAnswer(1, Answer::given(1));
    REQUIRE_FALSE(entry.isSkipped(2));
}

TEST_CASE("The line behind the suicide rule is item 9", "[scales][entry]") {
    ui::RatingEntry entry(instrument("phq-9"));
    const auto* rule = entry.instrument().findRule(QStringLiteral("suicide-item"));
    REQUIRE(rule != nullptr);
    REQUIRE(entry.placesBehind(*rule).isEmpty());
    entry.setAnswer(8, Answer::given(1));
    REQUIRE(entry.placesBehind(*rule) == QList<int>{8});
}

} // namespace test_rating_entry
