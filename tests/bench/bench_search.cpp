// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include "tests/support/temp_practice.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/workflow/catalog.h"
#include "core/workflow/find_query.h"
#include "core/workflow/open_practice.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <stdexcept>

namespace kairos::bench {
namespace {

constexpr int kRuns = 15;
constexpr int kNotes = 200'000;
constexpr int kNotesACommit = 20'000;
constexpr int kPatients = 50;
constexpr int kWordsANote = 40;
constexpr int kVocabulary = 4'000;
constexpr int kPage = 20;

/// Word n of an invented language: the lower the number, the more often it is written.
QString word(int number) {
    static constexpr std::array kParts{"ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"};
    QString text;
    for (int rest = number + 10; rest > 0; rest /= 10) {
        text += QLatin1String(kParts.at(static_cast<size_t>(rest % 10)));
    }
    return text;
}

/// Few words are frequent and most are rare, as in any language.
int nextWord(base::RandomSource& random) {
    const double share = static_cast<double>(random.next() >> 11) / 9'007'199'254'740'992.0;
    return static_cast<int>(std::pow(static_cast<double>(kVocabulary), share)) - 1;
}

QString noteText(base::RandomSource& random) {
    QStringList words;
    for (int i = 0; i < kWordsANote; ++i) {
        words.append(word(nextWord(random)));
    }
    return words.join(QLatin1Char(' '));
}

void writeNotes(support::TempPractice& practice) {
    base::SeededRandom random(6);
    QList<record::DosingSession> sessions;
    for (int i = 0; i < kPatients; ++i) {
        const auto patient = support::elenaMarsh(practice, QStringLiteral("AH-%1").arg(1000 + i));
        sessions.append(support::dosingSession(practice, patient.id));
        practice.save(patient, sessions.last());
    }
    for (int done = 0; done < kNotes; done += kNotesACommit) {
        QList<storage::Change> changes;
        changes.reserve(kNotesACommit);
        for (int i = 0; i < kNotesACommit; ++i) {
            const auto note = support::note(practice, sessions.at(i % kPatients), noteText(random));
            changes.append({record::Action::Created, note, {}});
        }
        practice.commit(changes);
    }
}

/// One search as a person types it and as the engine reads it.
struct Search {
    const char* name;
    QString typed;
    QString expression;
};

/// The yardstick: the engine's own query, its best numbers in order.
qint64 bareSearch(storage::Connection& connection, const QString& expression) {
    auto& query =
        connection.statement("SELECT rowid FROM search_text WHERE search_text MATCH ? ORDER BY rank LIMIT ?");
    query.bind(1, expression);
    query.bind(2, qint64{kPage});
    qint64 rows = 0;
    while (query.step()) {
        ++rows;
    }
    query.reset();
    return rows;
}

QList<Search> searches() {
    const auto often = word(3);
    const auto sometimes = word(60);
    const auto seldom = word(3'900);
    const QString phrase = QStringLiteral("\"%1 %2\"").arg(often, word(0));
    const QString open = QStringLiteral("\"%1\" *");
    return {{"search 200,000 notes: a frequent word / FTS5", often, open.arg(often)},
            {"  a word of some", sometimes, open.arg(sometimes)},
            {"  a rare word", seldom, open.arg(seldom)},
            {"  two words", often + QLatin1Char(' ') + sometimes,
             open.arg(often) + QStringLiteral(" AND ") + open.arg(sometimes)},
            {"  a phrase", phrase, phrase}};
}

void require(bool isTrue) {
    if (!isTrue) {
        throw std::runtime_error("the search gave another number of notes");
    }
}

} // namespace

int benchSearch() {
    support::TempPractice made;
    std::printf("%-52s %10.0f us\n", "  200,000 notes written and indexed",
                microseconds([&] { writeNotes(made); }));
    const auto key = made.key();
    made.close();
    base::SystemRandom random;
    const auto catalog = workflow::Catalog::builtIn();
    const workflow::Environment environment{
        .clock = made.clock(), .random = random, .catalog = catalog, .seenHeadsPath = {}};
    const auto practice =
        support::required(workflow::OpenPractice::openWithKey(made.path(), key, environment));
    const workflow::FindQuery query(*practice);
    storage::Connection connection(made.path(), storage::OpenMode::ReadOnly, &key);
    Pair all;
    for (const Search& search : searches()) {
        const auto pair = measure(
            kRuns,
            [&] {
                const auto answer = support::required(query.find({search.typed, std::nullopt, 0, kPage}));
                require(answer.records.size() == kPage);
            },
            [&] { require(bareSearch(connection, search.expression) == kPage); });
        tell(search.name, pair);
        all.ours += pair.ours;
        all.bare += pair.bare;
    }
    return report("search 200,000 notes, five searches / bare FTS5", all, 1.3);
}

} // namespace kairos::bench
