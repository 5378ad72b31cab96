// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include "core/scales/answers_text.h"
#include "core/scales/instrument_library.h"
#include "core/scales/vectors.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>

namespace test_instrument_commands {
using namespace kairos;
using tests::CliBench;
using tests::CliRun;
using tests::PracticeBench;

namespace {

const scales::InstrumentLibrary& library() {
    static const auto kLibrary = scales::InstrumentLibrary::builtIn();
    return kLibrary;
}

QByteArray pack(const char* name) {
    QFile file(QStringLiteral(KAIROS_TEST_DATA "/packs/") + QLatin1String(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QJsonObject byId(const QJsonObject& json, const char* id) {
    for (const QJsonValue& value : json.value(QLatin1String("instruments")).toArray()) {
        if (value.toObject().value(QLatin1String("id")).toString() == QLatin1String(id)) {
            return value.toObject();
        }
    }
    return {};
}

QStringList scoreWords(const scales::Instrument& instrument, const scales::Vector& vector) {
    QStringList words{QStringLiteral("score"), instrument.id};
    if (!vector.items.isEmpty()) {
        words += {QStringLiteral("--items=%1").arg(vector.items)};
    }
    if (vector.total) {
        words += {QStringLiteral("--total=%1").arg(*vector.total)};
    }
    if (vector.sex != record::Sex::Unknown) {
        words += {QStringLiteral("--sex"),
                  vector.sex == record::Sex::Male ? QStringLiteral("m") : QStringLiteral("f")};
    }
    return words;
}

} // namespace

TEST_CASE("score knows every instrument and says what its file says", "[cli][score]") {
    const CliBench bench;
    REQUIRE(library().all().size() == 29);
    for (const scales::Instrument& instrument : library().all()) {
        const scales::Vector& vector = instrument.vectors.first();
        const CliRun run = bench.runJson(scoreWords(instrument, vector));
        INFO(instrument.id.toStdString() << " " << run.error.toStdString());
        REQUIRE(run.exit == 0);
        const QJsonObject json = run.json();
        for (const char* key : {"instrument", "version", "total", "raw_sum", "answered", "prorated", "band",
                                "subscales", "flags"}) {
            INFO(key);
            REQUIRE(json.contains(QLatin1String(key)));
        }
        REQUIRE(json.value(QLatin1String("instrument")).toString() == instrument.id);
        REQUIRE(json.value(QLatin1String("version")).toString() == instrument.version);
        const QJsonValue total = json.value(QLatin1String("total"));
        REQUIRE(total.isNull() != vector.expect.total.has_value());
        REQUIRE(total.toDouble() == vector.expect.total.value_or(0));
        REQUIRE(json.value(QLatin1String("band")).toString() == vector.expect.band);
        REQUIRE(json.value(QLatin1String("flags")).toArray().size() == vector.expect.flags.size());
    }
}

TEST_CASE("score refuses bad answers of every instrument by the item", "[cli][score]") {
    const CliBench bench;
    for (const scales::Instrument& instrument : library().all()) {
        if (instrument.items.empty()) {
            continue;
        }
        QList<record::Answer> answers(static_cast<qsizetype>(instrument.items.size()));
        answers[0] = record::Answer::given(instrument.items[0].max + 1);
        const CliRun high = bench.run({QStringLiteral("score"), instrument.id,
                                       QStringLiteral("--items=") + scales::answersText(answers)});
        INFO(instrument.id.toStdString() << " " << high.error.toStdString());
        REQUIRE(high.exit == 2);
        REQUIRE(high.isOneLineError());
        REQUIRE(high.error.contains(QByteArray("item ") + QByteArray::number(instrument.items[0].number)));
        const CliRun many =
            bench.run({QStringLiteral("score"), instrument.id,
                       QStringLiteral("--items=") + QStringList(65, QStringLiteral("1")).join(u',')});
        REQUIRE(many.exit == 2);
        REQUIRE(many.error.contains("65 answers"));
    }
}

TEST_CASE("score and instruments say in their help what they print", "[cli][help]") {
    const CliBench bench;
    const QByteArray score = bench.run({QStringLiteral("score"), QStringLiteral("--help")}).out;
    for (const scales::Instrument& instrument : library().all()) {
        INFO(instrument.id.toStdString());
        REQUIRE(score.contains(instrument.id.toUtf8()));
    }
    for (const char* key : {"raw_sum", "answered", "prorated", "band", "subscales", "flags", "--practice"}) {
        REQUIRE(score.contains(key));
    }
    const QByteArray instruments = bench.run({QStringLiteral("instruments"), QStringLiteral("--help")}).out;
    REQUIRE(instruments.contains("usage: kairos-cli instruments [FILE]"));
    for (const char* key : {"id", "version", "title", "items", "wording", "licence", "sources", "refused"}) {
        REQUIRE(instruments.contains(key));
    }
}

TEST_CASE("A pack is added beside the practice, and instruments, score and info tell of it", "[cli][pack]") {
    const PracticeBench practice;
    const CliBench& bench = practice.bench();
    const QString phq = bench.write(QStringLiteral("phq-9-nb.json"), pack("phq-9-nb.json"));
    const QString own = bench.write(QStringLiteral("check-in.json"), pack("new-instrument.json"));
    for (const QString& file : {phq, own}) {
        const CliRun added =
            bench.runJson({QStringLiteral("pack"), practice.file(), QStringLiteral("--add"), file});
        INFO(added.error.toStdString());
        REQUIRE(added.exit == 0);
        REQUIRE(QFileInfo::exists(added.json().value(QLatin1String("file")).toString()));
    }
    const CliRun listed = bench.runJson({QStringLiteral("instruments"), practice.file()});
    REQUIRE(listed.exit == 0);
    REQUIRE(byId(listed.json(), "phq-9").value(QLatin1String("language")).toString() == QStringLiteral("nb"));
    REQUIRE(byId(listed.json(), "phq-9").value(QLatin1String("wording_file")).toString() ==
            QStringLiteral("phq-9-nb.json"));
    REQUIRE(byId(listed.json(), "clinic-check-in").value(QLatin1String("wording")).toString() ==
            QStringLiteral("official"));
    REQUIRE(byId(bench.runJson({QStringLiteral("instruments")}).json(), "clinic-check-in").isEmpty());

    const CliRun scored =
        bench.runJson({QStringLiteral("score"), QStringLiteral("clinic-check-in"), QStringLiteral("--items"),
                       QStringLiteral("1,2,1"), QStringLiteral("--practice"), practice.file()});
    REQUIRE(scored.exit == 0);
    REQUIRE(scored.json().value(QLatin1String("total")).toInt() == 6);

    const CliRun info = practice.runJson(QStringLiteral("info"));
    REQUIRE(info.exit == 0);
    REQUIRE(info.json().value(QLatin1String("own_instruments")).toArray().size() == 2);
    REQUIRE(info.json().value(QLatin1String("refused_instruments")).toArray().isEmpty());
}

TEST_CASE("A pack that contradicts is refused, and a bad file in the folder is listed", "[cli][pack]") {
    const PracticeBench practice;
    const CliBench& bench = practice.bench();
    const QString bad = bench.write(QStringLiteral("bad.json"), pack("phq-9-other-points.json"));
    const CliRun refused = bench.run({QStringLiteral("pack"), practice.file(), QStringLiteral("--add"), bad});
    REQUIRE(refused.exit == 2);
    REQUIRE(refused.isOneLineError());
    REQUIRE(refused.error.contains("item 3 (Sleep)"));

    const QString good = bench.write(QStringLiteral("check-in.json"), pack("new-instrument.json"));
    REQUIRE(bench.run({QStringLiteral("pack"), practice.file(), QStringLiteral("--add"), good}).exit == 0);
    const QFileInfo file(practice.file());
    const QString folder =
        file.path() + QLatin1Char('/') + file.completeBaseName() + QStringLiteral(".instruments/");
    REQUIRE(QFile::copy(bad, folder + QStringLiteral("bad.json")));
    const CliRun listed = bench.runJson({QStringLiteral("instruments"), practice.file()});
    REQUIRE(listed.exit == 1);
    const QJsonArray files = listed.json().value(QLatin1String("refused")).toArray();
    REQUIRE(files.size() == 1);
    REQUIRE(files.first().toObject().value(QLatin1String("file")).toString() == QStringLiteral("bad.json"));
    REQUIRE_FALSE(byId(listed.json(), "clinic-check-in").isEmpty());
    const CliRun info = practice.run(QStringLiteral("info"));
    REQUIRE(info.exit == 0);
    REQUIRE(info.out.contains("refused: bad.json: item 3 (Sleep)"));
    REQUIRE(info.out.contains("own: clinic-check-in 1.2 (check-in.json)"));
    REQUIRE(bench.run({QStringLiteral("instruments"), QStringLiteral("/nowhere/a.kairos")}).isOneLineError());
}

TEST_CASE("score takes a version with the name and refuses one that is not installed", "[cli][score]") {
    const CliBench bench;
    const QStringList total{QStringLiteral("--total"), QStringLiteral("9")};
    REQUIRE(bench.run(QStringList{QStringLiteral("score"), QStringLiteral("phq-9@1.0.0")} + total).exit == 0);
    const CliRun foreign = bench.run(QStringList{QStringLiteral("score"), QStringLiteral("phq-9@7")} + total);
    REQUIRE(foreign.exit == 2);
    REQUIRE(foreign.isOneLineError());
    REQUIRE(foreign.error.contains("PHQ-9 is installed in version 1.0.0, not in version 7"));
}

} // namespace test_instrument_commands
