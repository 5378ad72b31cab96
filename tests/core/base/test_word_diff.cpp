// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/word_diff.h"

#include "core/base/random.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_word_diff {
using namespace kairos::base;
using Side = DiffPiece::Side;

namespace {

QString sideOf(const QList<DiffPiece>& pieces, Side side) {
    QString text;
    for (const DiffPiece& piece : pieces) {
        if (piece.side == Side::Both || piece.side == side) {
            text += piece.text;
        }
    }
    return text;
}

qsizetype marked(const QList<DiffPiece>& pieces) {
    qsizetype letters = 0;
    for (const DiffPiece& piece : pieces) {
        letters += piece.side == Side::Both ? 0 : piece.text.size();
    }
    return letters;
}

} // namespace

TEST_CASE("The same text has no difference", "[base][diff]") {
    REQUIRE(wordDiff(QStringLiteral("swim on Friday"), QStringLiteral("swim on Friday")) ==
            QList<DiffPiece>{{Side::Both, QStringLiteral("swim on Friday")}});
    REQUIRE(wordDiff({}, {}).isEmpty());
}

TEST_CASE("A word that was replaced is marked by itself", "[base][diff]") {
    REQUIRE(wordDiff(QStringLiteral("swim on Friday at noon"), QStringLiteral("swim on Tuesday at noon")) ==
            QList<DiffPiece>{{Side::Both, QStringLiteral("swim on ")},
                             {Side::Before, QStringLiteral("Friday")},
                             {Side::After, QStringLiteral("Tuesday")},
                             {Side::Both, QStringLiteral(" at noon")}});
}

TEST_CASE("Words that came and words that went are told apart", "[base][diff]") {
    REQUIRE(wordDiff(QStringLiteral("no plan"), QStringLiteral("no clear plan")) ==
            QList<DiffPiece>{{Side::Both, QStringLiteral("no ")},
                             {Side::After, QStringLiteral("clear ")},
                             {Side::Both, QStringLiteral("plan")}});
    REQUIRE(wordDiff(QStringLiteral("calm"), {}) == QList<DiffPiece>{{Side::Before, QStringLiteral("calm")}});
    REQUIRE(wordDiff({}, QStringLiteral("calm")) == QList<DiffPiece>{{Side::After, QStringLiteral("calm")}});
}

TEST_CASE("Two changes leave what stands between them", "[base][diff]") {
    const auto pieces = wordDiff(QStringLiteral("mood 4, sleep poor, appetite good"),
                                 QStringLiteral("mood 6, sleep poor, appetite fair"));
    REQUIRE(pieces.size() == 6);
    REQUIRE(pieces.at(3) == DiffPiece{Side::Both, QStringLiteral(", sleep poor, appetite ")});
}

TEST_CASE("A letter with its marks and a script without spaces stay whole", "[base][diff]") {
    const QString before = QStringLiteral("Zoe\u0308 rested");
    const QString after = QStringLiteral("Zoe rested");
    const auto pieces = wordDiff(before, after);
    REQUIRE(pieces.first() == DiffPiece{Side::Before, QStringLiteral("Zoe\u0308")});
    REQUIRE(sideOf(pieces, Side::After) == after);
    const QString arabic = QStringLiteral("\u0646\u0627\u0645 \u062c\u064a\u062f\u0627");
    REQUIRE(sideOf(wordDiff(arabic, after), Side::Before) == arabic);
}

TEST_CASE("Both texts can be put together again from the pieces", "[base][diff]") {
    const int seed = GENERATE(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    SeededRandom random(static_cast<quint64>(seed));
    const QStringList words{QStringLiteral("swim"), QStringLiteral("rest"), QStringLiteral(", "),
                            QStringLiteral("\n"),   QStringLiteral(" "),    QStringLiteral("calm.")};
    const auto text = [&] {
        QString written;
        for (int i = random.between(0, 40); i > 0; --i) {
            written += words.at(random.between(0, static_cast<int>(words.size()) - 1));
        }
        return written;
    };
    const QString before = text();
    const QString after = text();
    const auto pieces = wordDiff(before, after);
    REQUIRE(sideOf(pieces, Side::Before) == before);
    REQUIRE(sideOf(pieces, Side::After) == after);
    REQUIRE(marked(pieces) <= before.size() + after.size());
}

TEST_CASE("A long text that was written anew counts as replaced between its ends", "[base][diff]") {
    QString before = QStringLiteral("Began calm. ");
    QString after = before;
    for (int i = 0; i < 2000; ++i) {
        before += QStringLiteral("a%1 ").arg(i);
        after += QStringLiteral("b%1 ").arg(i);
    }
    const auto pieces = wordDiff(before, after);
    REQUIRE(pieces.size() == 4);
    REQUIRE(pieces.first() == DiffPiece{Side::Both, QStringLiteral("Began calm. ")});
    REQUIRE(pieces.at(1).side == Side::Before);
    REQUIRE(pieces.at(2).side == Side::After);
    REQUIRE(sideOf(pieces, Side::Before) == before);
    REQUIRE(sideOf(pieces, Side::After) == after);
}

} // namespace test_word_diff
