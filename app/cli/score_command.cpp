// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/installed_instruments.h"
#include "app/cli/json_words.h"
#include "app/cli/text_table.h"

#include "core/scales/answers_text.h"
#include "core/scales/scoring.h"

#include <QDir>

namespace kairos::cli {
namespace {

const QString kItems = QStringLiteral("--items");
const QString kTotal = QStringLiteral("--total");
const QString kSex = QStringLiteral("--sex");
const QString kPracticeOption = QStringLiteral("--practice");

base::Result<record::Sex> sexOf(const Arguments& arguments) {
    const QString word = arguments.value(kSex);
    if (!arguments.has(kSex)) {
        return record::Sex::Unknown;
    }
    if (word == QLatin1String("f")) {
        return record::Sex::Female;
    }
    if (word == QLatin1String("m")) {
        return record::Sex::Male;
    }
    return usageError(QStringLiteral("\"%1\" after --sex is neither f nor m").arg(word),
                      QStringLiteral("write f or m, or leave it out"));
}

base::Result<scales::Score> scoreOf(const scales::Instrument& instrument, const Arguments& arguments) {
    if (!arguments.has(kItems) && !arguments.has(kTotal)) {
        return usageError(QStringLiteral("score needs --items or --total"),
                          QStringLiteral("see kairos-cli score --help"));
    }
    const auto sex = sexOf(arguments);
    const auto total = arguments.number(kTotal);
    const auto answers = arguments.has(kItems) ? scales::parseAnswers(arguments.value(kItems))
                                               : base::Result<QList<record::Answer>>();
    if (!sex || !total || !answers) {
        return tl::unexpected<base::Error>(!sex ? sex.error() : !total ? total.error() : answers.error());
    }
    const std::span<const record::Answer> given(answers->constData(), static_cast<size_t>(answers->size()));
    return *total ? scales::scoreTotal(instrument, **total, {*sex, given})
                  : scales::score(instrument, given, {*sex, {}});
}

QJsonArray flagsJson(const scales::Instrument& instrument, const scales::Score& score) {
    QJsonArray flags;
    for (const scales::Flag& flag : score.flags) {
        QJsonObject json{{QStringLiteral("id"), flag.id},
                         {QStringLiteral("rule"), flag.rule},
                         {QStringLiteral("level"), base::findingLevelId(flag.level)}};
        if (const auto* rule = instrument.findRule(flag.id)) {
            json.insert(QStringLiteral("action"), textOrNull(rule->action));
            json.insert(QStringLiteral("source"), rule->basis.source);
        }
        flags.append(json);
    }
    return flags;
}

QJsonObject scoreJson(const scales::Instrument& instrument, const scales::Score& score) {
    QJsonObject subscales;
    for (const scales::Subscale& subscale : score.subscales) {
        subscales.insert(subscale.id, numberOrNull(subscale.value));
    }
    return {{QStringLiteral("instrument"), instrument.id},
            {QStringLiteral("version"), instrument.version},
            {QStringLiteral("total"), numberOrNull(score.total)},
            {QStringLiteral("raw_sum"), score.rawSum},
            {QStringLiteral("answered"), score.answered},
            {QStringLiteral("prorated"), score.prorated},
            {QStringLiteral("maximum"), numberOrNull(score.maximum)},
            {QStringLiteral("critical_missing"), score.criticalMissing},
            {QStringLiteral("band"), textOrNull(score.band)},
            {QStringLiteral("subscales"), subscales},
            {QStringLiteral("flags"), flagsJson(instrument, score)}};
}

QString textOf(const scales::Instrument& instrument, const scales::Score& score) {
    const auto* band = instrument.findBand(score.band);
    QList<QStringList> rows{
        {instrument.shortTitle,
         numberText(score.total) + (score.prorated ? QStringLiteral(" (prorated)") : QString())},
        {QStringLiteral("band"), band != nullptr ? band->label : QStringLiteral("-")},
        {QStringLiteral("answered"), QString::number(score.answered)}};
    for (const scales::Subscale& subscale : score.subscales) {
        rows.append({subscale.id, numberText(subscale.value)});
    }
    for (const scales::Flag& flag : score.flags) {
        rows.append({base::findingLevelId(flag.level), flag.rule});
    }
    return textTable(rows);
}

base::Result<Reply> runScore(const Arguments& arguments) {
    const auto library = installedInstruments(arguments.value(kPracticeOption));
    if (!library) {
        return tl::unexpected<base::Error>(library.error());
    }
    const auto named = library->named(arguments.positional(0));
    if (!named) {
        return base::fail(named.error().code, QStringLiteral("Nothing was scored"), named.error().why,
                          QStringLiteral("kairos-cli instruments lists what is installed"));
    }
    const scales::Instrument* instrument = *named;
    return scoreOf(*instrument, arguments).map([&](const scales::Score& score) {
        Reply reply{scoreJson(*instrument, score), textOf(*instrument, score), 0};
        if (arguments.has(kTotal)) {
            // A total alone has no answers to add up.
            reply.json.insert(QStringLiteral("raw_sum"), QJsonValue::Null);
        }
        return reply;
    });
}

/// The ids of the built-in instruments, a few on each line; every help is made anew, so no file is read.
QString idLines() {
    constexpr qsizetype kOnALine = 10;
    QStringList ids = QDir(QStringLiteral(":/kairos/instruments"))
                          .entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    ids.replaceInStrings(QStringLiteral(".json"), QString());
    QStringList lines;
    for (qsizetype first = 0; first < ids.size(); first += kOnALine) {
        lines.append(QStringLiteral("  ") + ids.mid(first, kOnALine).join(QLatin1Char(' ')));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

Command scoreCommand() {
    return {
        QStringLiteral("score"),
        QStringLiteral("score one filled form; nothing is saved"),
        {QStringLiteral("INSTRUMENT")},
        {{kItems, QStringLiteral("A,A,..."),
          QStringLiteral("answers in the form's order: numbers, - unanswered, x declined, n not applicable")},
         {kTotal, QStringLiteral("N"),
          QStringLiteral("a total alone; --items beside it holds only the unscored extras")},
         {kSex, QStringLiteral("f|m"), QStringLiteral("where a cut-off depends on it")},
         {kPracticeOption, QStringLiteral("FILE"),
          QStringLiteral("with the instruments that lie beside this practice; no passphrase is needed")}},
        {QStringLiteral(
             "Unscored extras, such as a difficulty question, may be left out all together.\n"
             "C-SSRS order: questions 1 to 5, 6 lifetime, 6 three months, as 0 and 1.\n"
             "PC-PTSD-5: the question about an event may stand first. WSAS without work: n,4,4,4,4."),
         QStringLiteral(
             "--json prints instrument, version, total (null when there is none), raw_sum, answered,\n"
             "prorated, maximum, critical_missing, band, subscales{} and flags[{id, rule, level,\n"
             "action, source}]."),
         QStringLiteral("INSTRUMENT is one of these; phq-9@1.0.0 asks for that version and no other:\n") +
             idLines()},
        runScore};
}

} // namespace kairos::cli
