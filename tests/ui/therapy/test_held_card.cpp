// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/therapy/therapy_stage.h"

#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

namespace test_held_card {
using namespace kairos;
using support::required;
using test::TherapyStage;

namespace {

/// The card of a session that is booked for today, by itself on the screen.
struct Held {
    TherapyStage desk;
    record::SessionId id = desk.book(record::TherapyType::Integration);
    std::unique_ptr<ui::HeldCard> card;

    record::TherapySession session() {
        return required(workflow::SessionDesk(desk.practice()).load(id)).therapy.value();
    }
    void open() {
        card = std::make_unique<ui::HeldCard>(desk.stage().context());
        card->showFor(session());
        REQUIRE(test::present(*card, {900, 90}));
        card->startEdit().setFocus(Qt::OtherFocusReason);
    }
};

} // namespace

TEST_CASE("When a session was held, how long and how is typed, kept beside the note and saved with it",
          "[therapy][held]") {
    Held held;
    held.open();
    REQUIRE(held.card->missing().size() == 2);
    QSignalSpy touched(held.card.get(), &ui::HeldCard::touched);
    TherapyStage::type(QStringLiteral("0830"));
    TherapyStage::tabTo(held.card->minutesEdit());
    TherapyStage::type(QStringLiteral("50"));
    TherapyStage::tabTo(held.card->modalityEdit());
    TherapyStage::type(QStringLiteral("ACT"));
    REQUIRE(touched.count() > 2);
    REQUIRE(held.card->minutesText().contains(QStringLiteral("50")));
    const auto state = held.card->state();
    // What is typed stays while the record is read anew, and comes back into another card.
    held.card->showFor(held.session());
    REQUIRE(held.card->state() == state);
    held.open();
    held.card->setState(state);
    REQUIRE(held.card->modality() == QStringLiteral("ACT"));
    required(held.card->hold());
    REQUIRE(held.session().minutes == 50);
    REQUIRE(held.session().modality == QStringLiteral("ACT"));
    held.card->showFor(held.session());
    REQUIRE(held.card->missing().isEmpty());
    const auto head = required(held.desk.practice().file().head());
    required(held.card->hold());
    REQUIRE(required(held.desk.practice().file().head()) == head);
}

TEST_CASE("A therapy time without a beginning is refused with what to type", "[therapy][held]") {
    Held held;
    held.open();
    TherapyStage::tabTo(held.card->minutesEdit());
    TherapyStage::type(QStringLiteral("50"));
    const auto refused = held.card->hold();
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().why == QStringLiteral("the therapy time has no beginning"));
    REQUIRE_FALSE(refused.error().remedy.isEmpty());
    REQUIRE_FALSE(held.session().startedAt.has_value());
}

TEST_CASE("The card of a cancelled session takes and saves nothing", "[therapy][held]") {
    Held held;
    required(workflow::SessionDesk(held.desk.practice()).cancel(held.id, QStringLiteral("ill")));
    held.open();
    REQUIRE(held.card->startEdit().isReadOnly());
    REQUIRE(held.card->minutesEdit().isReadOnly());
    REQUIRE_FALSE(held.card->modalityEdit().isEnabled());
    REQUIRE(held.card->hold().has_value());
    REQUIRE_FALSE(held.session().startedAt.has_value());
}

} // namespace test_held_card
