// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/spelling_desk.h"

#include "core/workflow/clinic_care.h"
#include "core/workflow/macro_desk.h"

#include "tests/support/dictionary_samples.h"
#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_spelling_desk {
using namespace kairos;
using base::ErrorCode;
using support::OpenPracticeFixture;
using support::required;
using workflow::SpellingDesk;

namespace {

struct Desk {
    OpenPracticeFixture fixture;
    QString folder = fixture.folder() + QStringLiteral("/dictionaries");

    Desk() { test::copyDictionaries(QStringLiteral(KAIROS_TEST_DATA), folder); }
    SpellingDesk desk() { return SpellingDesk(fixture.practice()); }
};

const QString kEnglish = QStringLiteral("en_XA");
const QString kGerman = QStringLiteral("de_XA");

} // namespace

TEST_CASE("Nothing is chosen until somebody chooses, and the choice is remembered", "[workflow][spelling]") {
    Desk desk;
    REQUIRE(desk.desk().languages().isEmpty());
    REQUIRE(desk.desk().chosen().isEmpty());
    REQUIRE(desk.desk().offered().size() == 2);
    required(desk.desk().choose({kEnglish, kGerman, kEnglish}));
    desk.fixture.reopen();
    REQUIRE(desk.desk().languages() == QStringList{kEnglish, kGerman});
    REQUIRE(desk.desk().chosen().size() == 2);
    required(desk.desk().choose({}));
    REQUIRE(desk.desk().chosen().isEmpty());
}

TEST_CASE("A language of another PC stays chosen and is not read by", "[workflow][spelling]") {
    Desk desk;
    required(desk.desk().choose({kEnglish, QStringLiteral("nb_NO")}));
    REQUIRE(desk.desk().languages().size() == 2);
    REQUIRE(desk.desk().chosen().size() == 1);
    REQUIRE(desk.desk().chosen().first().language == kEnglish);
}

TEST_CASE("A damaged dictionary is not chosen, and can be left once it is", "[workflow][spelling]") {
    Desk desk;
    required(desk.desk().choose({kGerman}));
    test::writeBytes(desk.folder + QStringLiteral("/en_XA.dic"), "no count\n");
    const auto chosen = desk.desk().choose({kGerman, kEnglish});
    REQUIRE_FALSE(chosen.has_value());
    REQUIRE(chosen.error().code == ErrorCode::Damaged);
    REQUIRE(desk.desk().languages() == QStringList{kGerman});
    test::writeBytes(desk.folder + QStringLiteral("/de_XA.dic"), "no count\n");
    required(desk.desk().choose({}));
    REQUIRE(desk.desk().languages().isEmpty());
}

TEST_CASE("An added word is kept in the practice file, and nowhere beside it", "[workflow][spelling]") {
    Desk desk;
    const QByteArray before = test::bytesOf(desk.folder + QStringLiteral("/en_XA.dic"));
    required(desk.desk().addWord(QStringLiteral(" Mindelund ")));
    required(desk.desk().addWord(QStringLiteral("mindelund"))); // it is there
    required(desk.desk().addWord(QStringLiteral("ayni")));
    desk.fixture.reopen();
    REQUIRE(desk.desk().words() == QStringList{QStringLiteral("ayni"), QStringLiteral("Mindelund")});
    REQUIRE(test::bytesOf(desk.folder + QStringLiteral("/en_XA.dic")) == before);
    required(desk.desk().removeWord(QStringLiteral("ayni")));
    REQUIRE(desk.desk().words() == QStringList{QStringLiteral("Mindelund")});
    REQUIRE(desk.desk().removeWord(QStringLiteral("ayni")).error().code == ErrorCode::NotFound);
}

TEST_CASE("What is no word, or too long, is not added", "[workflow][spelling]") {
    Desk desk;
    for (const QString& word : {QString(), QStringLiteral("two words"), QStringLiteral("b12"),
                                QStringLiteral("-"), QString(65, QLatin1Char('a'))}) {
        INFO(word.toStdString());
        REQUIRE(desk.desk().addWord(word).error().code == ErrorCode::InvalidInput);
    }
    required(desk.desk().addWord(QString(64, QLatin1Char('a'))));
    REQUIRE(desk.desk().words().size() == 1);
}

TEST_CASE("Somebody who is signed in is needed to choose and to add", "[workflow][spelling]") {
    Desk desk;
    desk.fixture.practice().signOut();
    REQUIRE(desk.desk().choose({kEnglish}).error().code == ErrorCode::Refused);
    REQUIRE(desk.desk().addWord(QStringLiteral("ayni")).error().code == ErrorCode::Refused);
    REQUIRE(desk.desk().removeWord(QStringLiteral("ayni")).error().code == ErrorCode::NotFound);
    REQUIRE(desk.desk().words().isEmpty());
}

TEST_CASE("Names, medicines, triggers and own words are known", "[workflow][spelling]") {
    Desk desk;
    const auto elena = desk.fixture.addElena();
    required(desk.desk().addWord(QStringLiteral("ayni")));
    required(workflow::MacroDesk(desk.fixture.practice())
                 .save({QStringLiteral("closing"), QStringLiteral("Thanked.")}));
    const QString known = desk.desk().known(elena).join(QLatin1Char(' ')).toLower();
    for (const char* word :
         {"elena", "marsh", "ruth adeyemi", "alder house", "ayni", "closing", "integration", "sertraline"}) {
        INFO(word);
        REQUIRE(known.contains(QLatin1String(word)));
    }
    REQUIRE_FALSE(desk.desk().known({}).join(QLatin1Char(' ')).contains(QStringLiteral("Marsh")));
}

TEST_CASE("A page of people that was read earlier takes no words away", "[workflow][spelling]") {
    Desk desk;
    const record::Clinician earlier = desk.fixture.practice().signedIn().value();
    required(desk.desk().choose({kEnglish}));
    required(desk.desk().addWord(QStringLiteral("ayni")));
    required(workflow::ClinicCare(desk.fixture.practice()).saveClinician(earlier));
    REQUIRE(desk.desk().words() == QStringList{QStringLiteral("ayni")});
    REQUIRE(desk.desk().languages() == QStringList{kEnglish});
}

} // namespace test_spelling_desk
