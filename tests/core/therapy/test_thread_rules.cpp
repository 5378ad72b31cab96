// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/thread_rules.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch_test_macros.hpp>

namespace test_thread_rules {
using namespace kairos;
using therapy::ThreadRules;

namespace {

QString refusalOf(const QString& key, const QJsonValue& value) {
    QFile file(QStringLiteral(":/kairos/therapy/thread.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    auto rules = QJsonDocument::fromJson(file.readAll()).object();
    auto ask = rules.value(QStringLiteral("askAfterDays")).toObject();
    ask.insert(key, value);
    rules.insert(QStringLiteral("askAfterDays"), ask);
    const auto read = ThreadRules::read(QJsonDocument(rules).toJson());
    REQUIRE_FALSE(read.has_value());
    return read.error().why;
}

} // namespace

TEST_CASE("The shipped day of an open commitment is a convention and says so", "[therapy][thread]") {
    const ThreadRules& rules = ThreadRules::builtIn();
    REQUIRE(rules.askAfterDays == 7);
    REQUIRE(rules.askSource == QStringLiteral("convention"));
    REQUIRE(rules.askConfidence == base::Confidence::Check);
}

TEST_CASE("Days below 0, no source and an unknown mark are refused with their place", "[therapy][thread]") {
    REQUIRE(refusalOf(QStringLiteral("value"), -1).startsWith(QStringLiteral("/askAfterDays/value")));
    REQUIRE(refusalOf(QStringLiteral("source"), 4).startsWith(QStringLiteral("/askAfterDays/source")));
    REQUIRE(refusalOf(QStringLiteral("confidence"), QStringLiteral("X"))
                .startsWith(QStringLiteral("/askAfterDays/confidence")));
    REQUIRE_FALSE(ThreadRules::read("no JSON").has_value());
    REQUIRE_FALSE(ThreadRules::read("[]").has_value());
}

} // namespace test_thread_rules
