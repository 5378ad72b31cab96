// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/score_columns.h"

#include <catch2/catch_test_macros.hpp>

namespace test_score_columns {
using namespace kairos;
using exchange::CsvRow;
using exchange::ScoreColumns;

namespace {

base::Result<ScoreColumns> columnsOf(const char* header) {
    CsvRow row;
    row.line = 1;
    row.cells = QString::fromUtf8(header).split(QLatin1Char(','));
    return ScoreColumns::of(row);
}

QString whyOf(const char* header) {
    const auto columns = columnsOf(header);
    return columns ? QString() : columns.error().why;
}

} // namespace

TEST_CASE("columns are found by name in any order and case", "[exchange][columns]") {
    const auto totals = columnsOf("mrn,name,birth_date,instrument,at,total");
    REQUIRE(totals.has_value());
    REQUIRE(totals->mrn == 0);
    REQUIRE(totals->total == 5);
    REQUIRE(totals->items.isEmpty());
    const auto items = columnsOf("line,Item_2, AT ,reason,item_1,instrument,birth_date,NAME,mrn");
    REQUIRE(items.has_value());
    REQUIRE(items->at == 2);
    REQUIRE(items->mrn == 8);
    REQUIRE(items->total == std::nullopt);
    REQUIRE(items->items == QList<qsizetype>{4, 1});
    REQUIRE(columnsOf("mrn,name,birth_date,instrument,at,item_1,total").has_value());
}

TEST_CASE("a header that does not fit is refused with the column", "[exchange][columns]") {
    REQUIRE(whyOf("name,birth_date,instrument,at,total").contains(QStringLiteral("\"mrn\" is missing")));
    REQUIRE(whyOf("mrn,name,birth_date,instrument,total").contains(QStringLiteral("\"at\" is missing")));
    REQUIRE(whyOf("mrn,name,birth_date,instrument,at,total,sex")
                .contains(QStringLiteral("\"sex\" is not known")));
    REQUIRE(whyOf("mrn,MRN,name,birth_date,instrument,at,total")
                .contains(QStringLiteral("\"mrn\" is there twice")));
    REQUIRE(whyOf("mrn,name,birth_date,instrument,at,item_1,item_3")
                .contains(QStringLiteral("\"item_2\" is missing")));
    REQUIRE(
        whyOf("mrn,name,birth_date,instrument,at").contains(QStringLiteral("neither a total nor an item")));
    for (const char* item : {"item_0", "item_01", "item_", "item_x", "item_-1", ""}) {
        const QByteArray header = QByteArray("mrn,name,birth_date,instrument,at,total,") + item;
        REQUIRE(whyOf(header.constData()).contains(QStringLiteral("is not known")));
    }
    const auto refused = columnsOf("a,b");
    REQUIRE(refused.error().code == base::ErrorCode::InvalidInput);
    REQUIRE(refused.error().remedy.contains(QStringLiteral("mrn,name,birth_date,instrument,at,total")));
}

} // namespace test_score_columns
