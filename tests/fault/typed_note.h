// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QString>

namespace kairos::test {

/// The letter at a place of the endless note that is typed until the program is killed: numbered lines, so
/// that what is lost, doubled or moved shows.
[[nodiscard]] inline QChar typedLetter(qint64 place) {
    constexpr qint64 kLine = 31;
    const QString line =
        QStringLiteral("%1 she slept and walked today\n").arg(place / kLine % 1000, 3, 10, QLatin1Char('0'));
    return line.at(place % kLine);
}

/// The first letters of that note.
[[nodiscard]] inline QString typedText(qint64 length) {
    QString text;
    for (qint64 place = 0; place < length; ++place) {
        text += typedLetter(place);
    }
    return text;
}

} // namespace kairos::test
