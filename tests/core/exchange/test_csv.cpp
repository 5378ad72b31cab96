// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv.h"

#include <catch2/catch_test_macros.hpp>

namespace test_csv {
using namespace kairos;
using exchange::CsvTable;
using exchange::readCsv;

namespace {

CsvTable tableOf(const QByteArray& bytes) {
    auto table = readCsv(bytes);
    if (!table) {
        throw std::runtime_error(table.error().sentence().toStdString());
    }
    return *table;
}

QStringList cellsOf(const CsvTable& table, qsizetype row) {
    return table.rows.at(row).cells;
}

QStringList words(const char* joined) {
    return QString::fromUtf8(joined).split(QLatin1Char('|'));
}

} // namespace

TEST_CASE("rows end in every kind of line break, the last with or without", "[exchange][csv]") {
    for (const char* text : {"a,b\r\n1,2\r\n3,4\r\n", "a,b\n1,2\n3,4", "a,b\r1,2\r3,4\r",
                             "\xEF\xBB\xBF"
                             "a,b\n\n1,2\n  \n3,4\n\n"}) {
        const auto table = tableOf(text);
        REQUIRE(table.header.cells == words("a|b"));
        REQUIRE(table.rows.size() == 2);
        REQUIRE(cellsOf(table, 0) == words("1|2"));
        REQUIRE(cellsOf(table, 1) == words("3|4"));
        REQUIRE(table.rows.at(0).isGood());
    }
}

TEST_CASE("quoted cells hold separators, quotes and line breaks", "[exchange][csv]") {
    const auto table = tableOf("a,b,c\n\"x,y\",\"say \"\"no\"\"\",\"one\r\ntwo\"\n\"\",,O\"Neil\n");
    REQUIRE(table.rows.size() == 2);
    REQUIRE(cellsOf(table, 0) == words("x,y|say \"no\"|one\ntwo"));
    REQUIRE(cellsOf(table, 1) == words("||O\"Neil"));
    REQUIRE(table.rows.at(0).line == 2);
    // The row above spans two lines.
    REQUIRE(table.rows.at(1).line == 4);
    REQUIRE(table.rows.at(1).text == QStringLiteral("\"\",,O\"Neil"));
}

TEST_CASE("semicolons and tabs are known by the header", "[exchange][csv]") {
    REQUIRE(cellsOf(tableOf("a;b\n1,5;2\n"), 0) == words("1,5|2"));
    REQUIRE(tableOf("a;b\n1,5;2\n").separator == QLatin1Char(';'));
    REQUIRE(cellsOf(tableOf("\n\na\tb\n1;\t2\n"), 0) == words("1;|2"));
    REQUIRE(tableOf("a\n1\n").separator == QLatin1Char(','));
}

TEST_CASE("a ragged row is bad by itself, with its line", "[exchange][csv]") {
    const auto table = tableOf("a,b\n1\n1,2,3\n1,2\n");
    REQUIRE(table.rows.size() == 3);
    REQUIRE(table.rows.at(0).line == 2);
    REQUIRE(table.rows.at(0).problem == QStringLiteral("it has 1 cells and the header has 2"));
    REQUIRE(table.rows.at(1).problem == QStringLiteral("it has 3 cells and the header has 2"));
    REQUIRE(cellsOf(table, 1) == words("1|2|3"));
    REQUIRE(table.rows.at(2).isGood());
}

TEST_CASE("an open quotation mark does not swallow the rows after it", "[exchange][csv]") {
    const auto table = tableOf("a,b\n1,\"open\n3,4\n5,6\n");
    REQUIRE(table.rows.size() == 3);
    REQUIRE(table.rows.at(0).problem == QStringLiteral("a quotation mark is never closed"));
    REQUIRE(table.rows.at(0).text == QStringLiteral("1,\"open"));
    REQUIRE(table.rows.at(0).cells.isEmpty());
    REQUIRE(cellsOf(table, 1) == words("3|4"));
    REQUIRE(table.rows.at(1).line == 3);
    REQUIRE(table.rows.at(2).line == 4);
    const auto behind = tableOf("a,b\n\"x\"y,2\n3,4\n");
    REQUIRE(behind.rows.at(0).problem == QStringLiteral("there is text behind a closing quotation mark"));
    REQUIRE(cellsOf(behind, 1) == words("3|4"));
}

TEST_CASE("huge cells and rows are bad by themselves", "[exchange][csv]") {
    const QByteArray most(exchange::kMostCellCharacters, 'x');
    const auto plain =
        tableOf("a,b\n" + most + ",1\n" + most + "x,1\n\"" + most + "\",1\n\"" + most + "x\",1\n1,2\n");
    REQUIRE(plain.rows.size() == 5);
    REQUIRE(plain.rows.at(0).isGood());
    REQUIRE(plain.rows.at(1).problem.contains(QStringLiteral("more than 32768 characters")));
    REQUIRE(plain.rows.at(1).text.size() == 4096);
    REQUIRE(plain.rows.at(2).isGood());
    REQUIRE(plain.rows.at(3).problem.contains(QStringLiteral("more than 32768 characters")));
    REQUIRE(plain.rows.at(4).isGood());
    const auto wide = tableOf("a,b\n" + QByteArray(exchange::kMostCells, ',') + "\n1,2\n");
    REQUIRE(wide.rows.at(0).problem == QStringLiteral("there are more than 256 cells"));
    REQUIRE(wide.rows.at(1).isGood());
}

TEST_CASE("a file without a header, in another encoding or too large is refused", "[exchange][csv]") {
    for (const QByteArray& bytes :
         {QByteArray(), QByteArray("\n\r\n  \n"), QByteArray("\xEF\xBB\xBF"), QByteArray("\"a,b\n1,2\n"),
          QByteArray("a,b\n\xE9,2\n"), QByteArray("a,b\n\0,2\n", 9),
          QByteArray(exchange::kMostCsvBytes + 1, 'a')}) {
        const auto refused = readCsv(bytes);
        REQUIRE(!refused.has_value());
        REQUIRE(refused.error().code == base::ErrorCode::InvalidInput);
        REQUIRE(!refused.error().why.isEmpty());
    }
    REQUIRE(readCsv("a,b\n\xE9,2\n").error().why.contains(QStringLiteral("line 2")));
}

TEST_CASE("a written row reads back as it was", "[exchange][csv]") {
    for (const char* joined : {"a|b", "x,y|say \"no\"", "one\ntwo|", " a |\tb", "\"|\"\"", "|", "ø|é;"}) {
        const QStringList cells = words(joined);
        REQUIRE(cellsOf(tableOf(QByteArray("h,i\r\n") + exchange::csvLine(cells).toUtf8()), 0) == cells);
    }
    REQUIRE(exchange::csvLine(words("a|b,c")) == QStringLiteral("a,\"b,c\"\r\n"));
    REQUIRE(exchange::csvLine({QString()}) == QStringLiteral("\"\"\r\n"));
    REQUIRE(exchange::csvLine(words("a|b;c"), QLatin1Char(';')) == QStringLiteral("a;\"b;c\"\r\n"));
}

TEST_CASE("a cell that a spreadsheet would run is written as text", "[exchange][csv]") {
    const auto written = [](const QString& cell) {
        return exchange::csvLine({QStringLiteral("x"), cell}).sliced(2).chopped(2);
    };
    for (const char* start : {"=", "+", "-", "@"}) {
        const QString cell = QString::fromLatin1(start) + QStringLiteral("SUM(A1)");
        REQUIRE(written(cell) == QStringLiteral("'") + cell);
    }
    REQUIRE(written(QStringLiteral("\t=1")) == QStringLiteral("'\t=1"));
    REQUIRE(written(QStringLiteral("\r=1")) == QStringLiteral("\"'\r=1\""));
    REQUIRE(written(QStringLiteral("\n=1")) == QStringLiteral("\"'\n=1\""));
    REQUIRE(written(QStringLiteral("=HYPERLINK(\"a\",1)")) == QStringLiteral("\"'=HYPERLINK(\"\"a\"\",1)\""));
    REQUIRE(written(QStringLiteral("+47 555 01 44")) == QStringLiteral("'+47 555 01 44"));
    REQUIRE(written(QStringLiteral("-")) == QStringLiteral("'-"));
    REQUIRE(written(QStringLiteral("-1+1")) == QStringLiteral("'-1+1"));
    REQUIRE(written(QStringLiteral("-1.")) == QStringLiteral("'-1."));
}

TEST_CASE("a negative number and words with a sign inside stay as they are", "[exchange][csv]") {
    for (const char* cell : {"-1", "-12.5", "0", "a=b", "a-b", "it's", "'", "''x"}) {
        const QString line = exchange::csvLine({QStringLiteral("x"), QString::fromLatin1(cell)});
        REQUIRE(line == QStringLiteral("x,%1\r\n").arg(QString::fromLatin1(cell)));
    }
}

TEST_CASE("what was guarded reads back as it was", "[exchange][csv]") {
    for (const char* joined : {"=1|x", "+a|-b", "@|'=1", "''=1|'", "-1|'-1", "\t1|\n2", "-1,5|=\"a\""}) {
        const QStringList cells = words(joined);
        REQUIRE(cellsOf(tableOf(QByteArray("h,i\r\n") + exchange::csvLine(cells).toUtf8()), 0) == cells);
    }
}

} // namespace test_csv
