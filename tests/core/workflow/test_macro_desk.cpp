// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/macro_desk.h"

#include "core/record/rating.h"
#include "core/workflow/therapy_care.h"
#include "core/workflow/writing_door.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_macro_desk {
using namespace kairos;
using namespace record;
using base::ErrorCode;
using support::OpenPracticeFixture;
using support::required;
using workflow::MacroDesk;

namespace {

struct Desk {
    OpenPracticeFixture fixture;
    PatientId elena = fixture.addElena();
    SessionId session;

    Desk() {
        TherapySession booked;
        booked.patient = elena;
        booked.type = TherapyType::Integration;
        booked.booked = {QDate(2026, 11, 2), QTime(8, 0), fixture.practice().practice().zone};
        session = required(workflow::TherapyCare(fixture.practice()).book(booked));
    }
    template <class Record>
    void save(const Record& value) {
        required(workflow::WritingDoor(fixture.practice()).save({{Action::Created, value, {}}}));
    }
    void rate(QDate day, const QString& instrument, double total, const QString& band) {
        Rating rating;
        rating.id = fixture.practice().ids().next<RatingId>();
        rating.patient = elena;
        rating.instrument = instrument;
        rating.mode = RatingMode::TotalOnly;
        rating.assessedAt = fixture.at(day, QTime(9, 0));
        rating.total = total;
        rating.band = band;
        save(rating);
    }
    void giveDose(QDate day, int minutesRun, std::optional<base::Kilograms> weight) {
        DosingSession dose;
        dose.id = fixture.practice().ids().next<SessionId>();
        dose.patient = elena;
        dose.drug = QStringLiteral("ketamine");
        dose.state = SessionState::Held;
        dose.booked = {day, QTime(9, 0), fixture.practice().practice().zone};
        dose.weight = weight;
        dose.dose = base::Milligrams{35};
        dose.minutes = base::Minutes{40};
        dose.startedAt = fixture.at(day, QTime(9, 0));
        dose.stoppedAt = dose.startedAt->plusMinutes(minutesRun);
        dose.intention = QStringLiteral("to let the grief in");
        save(dose);
    }
    QString expand(const char* text, const QHash<QString, QString>& typed = {}) {
        return MacroDesk(fixture.practice())
            .expand({QStringLiteral("x"), QLatin1String(text)}, elena, session, typed);
    }
    base::Outcome keep(const QString& name, const QString& text, const QString& replaced = {}) {
        return MacroDesk(fixture.practice()).save({name, text}, replaced);
    }
};

} // namespace

TEST_CASE("With nothing on record every figure is a visible blank", "[workflow][macros]") {
    Desk desk;
    REQUIRE(desk.expand("{score} {dose} {minutes} {intention}") ==
            QStringLiteral("[score: not known] [dose: not known] [minutes: not known] "
                           "[intention: not known]"));
    REQUIRE(desk.expand("{patient}, {date}") == QStringLiteral("Elena Marsh, 2 Nov 2026"));
}

TEST_CASE("The score is the last PHQ-9 with band and day, whatever else was rated", "[workflow][macros]") {
    Desk desk;
    desk.rate(QDate(2026, 10, 30), QStringLiteral("phq-9"), 8, QStringLiteral("mild"));
    desk.rate(QDate(2026, 10, 20), QStringLiteral("phq-9"), 17, QStringLiteral("moderately-severe"));
    desk.rate(QDate(2026, 11, 1), QStringLiteral("gad-7"), 4, QStringLiteral("minimal"));
    REQUIRE(desk.expand("{score}").toLower() == QStringLiteral("phq-9 8, mild, 30 oct 2026"));
}

TEST_CASE("The dose is what was given of the last one, by the weight of its day", "[workflow][macros]") {
    Desk desk;
    desk.giveDose(QDate(2026, 10, 19), 40, base::Kilograms{70});
    REQUIRE(desk.expand("{dose}") == QStringLiteral("35.0 mg, 0.50 mg/kg, 19 Oct 2026"));
    desk.giveDose(QDate(2026, 10, 26), 20, std::nullopt);
    REQUIRE(desk.expand("{dose}") == QStringLiteral("17.5 mg, 26 Oct 2026"));
    REQUIRE(desk.expand("{intention}") == QStringLiteral("to let the grief in"));
}

TEST_CASE("What the page knows stands before what the record knows", "[workflow][macros]") {
    Desk desk;
    const QHash<QString, QString> typed = {{QStringLiteral("minutes"), QStringLiteral("50 min")}};
    REQUIRE(desk.expand("{minutes}", typed) == QStringLiteral("50 min"));
    required(workflow::TherapyCare(desk.fixture.practice())
                 .hold(desk.session, desk.fixture.at(QDate(2026, 11, 2), QTime(8, 0)), 45, {}));
    REQUIRE(desk.expand("{minutes}") == QStringLiteral("45 min"));
    REQUIRE(desk.expand("{minutes}", typed) == QStringLiteral("50 min"));
}

TEST_CASE("An own macro is kept in the file, changed and taken away", "[workflow][macros]") {
    Desk desk;
    required(desk.keep(QStringLiteral(" ;closing "), QStringLiteral("Thanked.")));
    required(desk.keep(QStringLiteral("aim"), QStringLiteral("Aim: …")));
    desk.fixture.reopen();
    MacroDesk macros(desk.fixture.practice());
    REQUIRE(macros.own().first().name == QStringLiteral("aim"));
    REQUIRE(macros.find(QStringLiteral("closing"))->text == QStringLiteral("Thanked."));
    required(
        desk.keep(QStringLiteral("closing"), QStringLiteral("Said goodbye."), QStringLiteral("closing")));
    required(desk.keep(QStringLiteral("goal-line"), QStringLiteral("Goal: …"), QStringLiteral("aim")));
    REQUIRE(macros.own().size() == 2);
    REQUIRE(macros.find(QStringLiteral("closing"))->text == QStringLiteral("Said goodbye."));
    REQUIRE_FALSE(macros.find(QStringLiteral("aim")).has_value());
    required(macros.remove(QStringLiteral("closing")));
    REQUIRE(macros.own().size() == 1);
    REQUIRE(macros.remove(QStringLiteral("closing")).error().code == ErrorCode::NotFound);
}

TEST_CASE("A double, an empty and a foreign name are refused, and nothing changes", "[workflow][macros]") {
    Desk desk;
    required(desk.keep(QStringLiteral("closing"), QStringLiteral("Thanked.")));
    REQUIRE(desk.keep(QStringLiteral("closing"), QStringLiteral("x")).error().code ==
            ErrorCode::InvalidInput);
    REQUIRE(desk.keep(QString(), QStringLiteral("x")).error().code == ErrorCode::InvalidInput);
    REQUIRE(desk.keep(QStringLiteral("intake"), QStringLiteral("x")).error().code == ErrorCode::InvalidInput);
    REQUIRE(desk.keep(QStringLiteral("other"), QString()).error().code == ErrorCode::InvalidInput);
    REQUIRE(desk.keep(QStringLiteral("other"), QStringLiteral("x"), QStringLiteral("gone")).error().code ==
            ErrorCode::NotFound);
    REQUIRE(MacroDesk(desk.fixture.practice()).own().size() == 1);
    desk.fixture.practice().signOut();
    REQUIRE(desk.keep(QStringLiteral("other"), QStringLiteral("x")).error().code == ErrorCode::Refused);
}

TEST_CASE("Macros are each clinician's own; the program's are everybody's", "[workflow][macros]") {
    Desk desk;
    required(desk.keep(QStringLiteral("closing"), QStringLiteral("Thanked.")));
    desk.fixture.signInAs(QStringLiteral("Jonas Lindqvist"), Role::Therapist);
    MacroDesk macros(desk.fixture.practice());
    REQUIRE(macros.own().isEmpty());
    REQUIRE_FALSE(macros.find(QStringLiteral("closing")).has_value());
    REQUIRE(macros.find(QStringLiteral("intake")).has_value());
    required(macros.save({QStringLiteral("closing"), QStringLiteral("His own.")}));
}

} // namespace test_macro_desk
