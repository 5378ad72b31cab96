// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <QByteArray>
#include <QProcess>
#include <QStringList>

#include <atomic>
#include <optional>
#include <stdexcept>

/// A program that types a note until it is killed (tests/fault/type_note.cpp).
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

/// How many kills are wanted; a few where nothing is said.
[[nodiscard]] inline int killsWanted() {
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("KAIROS_FAULT_KILLS", &isNumber);
    return isNumber && wanted > 0 ? wanted : 20;
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

/// Lets one type, and kills it at an instant that is drawn.
[[nodiscard]] inline TypistSaid typeAndKill(const QStringList& arguments, base::RandomSource& random) {
    constexpr int kWaitMs = 60'000;       // for a child that hangs; never reached when all is well
    constexpr int kMostKept = 2;          // drafts that are kept before a kill
    constexpr int kMostTurns = 4'000'000; // of idling, to spread the kills over opening, typing and keeping
    QProcess typist;
    typist.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    typist.start(QStringLiteral(KAIROS_TYPE_NOTE), arguments);
    if (!typist.waitForStarted(kWaitMs)) {
        throw std::runtime_error("the typist did not start");
    }
    // The first line says that the page stands: some are killed before it does.
    const int lines = random.between(0, kMostKept + 1);
    QByteArray output;
    while (output.count('\n') < lines && typist.waitForReadyRead(kWaitMs)) {
        output += typist.readAllStandardOutput();
    }
    const int turns = random.between(0, kMostTurns);
    for (std::atomic<int> turn = 0; turn < turns; ++turn) {
    }
    typist.kill();
    typist.waitForFinished(kWaitMs);
    if (typist.exitStatus() != QProcess::CrashExit) {
        throw std::runtime_error("the typist ended by itself");
    }
    return saidBy(output + typist.readAllStandardOutput());
}

} // namespace kairos::test
