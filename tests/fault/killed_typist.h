// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <QByteArray>
#include <QProcess>
#include <QStringList>

#include <atomic>
#include <optional>
#include <stdexcept>

/// A program that types until it is killed (tests/fault/typist.cpp).
namespace kairos::test {

/// A length of the text and where the hand stood in it.
struct TypedPlace {
    qint64 length = 0;
    qint64 cursor = 0;

    bool operator==(const TypedPlace&) const = default;
};

/// What a typist said before it was killed.
struct TypistSaid {
    std::optional<TypedPlace> opened; ///< none when it was killed before the page stood
    std::optional<TypedPlace> kept;   ///< the last draft that the page called kept
};

/// How many kills are wanted: `unasked` where KAIROS_FAULT_KILLS says nothing.
[[nodiscard]] inline int killsWanted(int unasked) {
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("KAIROS_FAULT_KILLS", &isNumber);
    return isNumber && wanted > 0 ? wanted : unasked;
}

[[nodiscard]] inline TypistSaid saidBy(const QByteArray& output) {
    TypistSaid said;
    for (const QByteArray& line : output.first(output.lastIndexOf('\n') + 1).split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 3) {
            (words.first() == "open" ? said.opened : said.kept) =
                TypedPlace{words.at(1).toLongLong(), words.at(2).toLongLong()};
        }
    }
    return said;
}

/// How long a child may take that hangs; never reached when all is well.
inline constexpr int kTypistWaitMs = 60'000;

/// Lets a typist type, kills it at an instant that is drawn and gives what it said: at most so many lines are
/// awaited.
[[nodiscard]] inline QByteArray typeAndKill(const QStringList& arguments, int mostLines,
                                            base::RandomSource& random) {
    constexpr int kMostTurns = 4'000'000; // of idling, to spread the kills over opening, typing and keeping
    QProcess typist;
    typist.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    typist.start(QStringLiteral(KAIROS_TYPIST), arguments);
    if (!typist.waitForStarted(kTypistWaitMs)) {
        throw std::runtime_error("the typist did not start");
    }
    // The first line says that the page stands: some are killed before it does.
    const int lines = random.between(0, mostLines);
    QByteArray output;
    while (output.count('\n') < lines && typist.waitForReadyRead(kTypistWaitMs)) {
        output += typist.readAllStandardOutput();
    }
    const int turns = random.between(0, kMostTurns);
    for (std::atomic<int> turn = 0; turn < turns; ++turn) {
    }
    typist.kill();
    typist.waitForFinished(kTypistWaitMs);
    if (typist.exitStatus() != QProcess::CrashExit) {
        throw std::runtime_error("the typist ended by itself");
    }
    return output + typist.readAllStandardOutput();
}

/// The same for one that types a note.
[[nodiscard]] inline TypistSaid typeNoteAndKill(const QStringList& arguments, base::RandomSource& random) {
    constexpr int kMostLines = 3; // the page stands, and two drafts are kept
    return saidBy(typeAndKill(arguments, kMostLines, random));
}

} // namespace kairos::test
