// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/match.h"

#include "core/base/text.h"

#include <QString>
#include <QStringList>

namespace kairos::ui {

QList<MatchRange> matchRanges(QStringView text, QStringView query) {
    // Folding may change the length (ß becomes ss), so every folded letter remembers where it came from.
    QString folded;
    QList<int> origin;
    for (int i = 0; i < text.size(); ++i) {
        const QString letter =
            text.at(i).isSpace() ? QStringLiteral(" ") : base::foldForSearch(text.mid(i, 1));
        folded += letter;
        origin.resize(folded.size(), i);
    }
    QList<MatchRange> ranges;
    const QStringList words = base::foldForSearch(query).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const auto at = folded.indexOf(word);
        if (at >= 0) {
            const int start = origin.at(at);
            ranges.append({start, origin.at(at + word.size() - 1) - start + 1});
        }
    }
    return ranges;
}

} // namespace kairos::ui
