// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/person_name.h"

#include "core/base/text.h"

#include <algorithm>

namespace kairos::workflow {
namespace {

QStringList wordsOf(QString name) {
    // Hyphens and commas part the words of names too.
    name.replace(QLatin1Char('-'), QLatin1Char(' ')).replace(QLatin1Char(','), QLatin1Char(' '));
    return base::foldForSearch(name).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

PersonName splitName(const QString& name) {
    const QString plain = name.simplified();
    const qsizetype comma = plain.indexOf(QLatin1Char(','));
    if (comma > 0) {
        return {plain.mid(comma + 1).trimmed(), plain.left(comma).trimmed()};
    }
    const qsizetype space = plain.lastIndexOf(QLatin1Char(' '));
    return space < 0 ? PersonName{{}, plain} : PersonName{plain.left(space), plain.mid(space + 1)};
}

bool sharesAName(const record::Patient& patient, const QString& name) {
    const QStringList own = wordsOf(patient.givenName + QLatin1Char(' ') + patient.preferredName +
                                    QLatin1Char(' ') + patient.familyName);
    const QStringList given = wordsOf(name);
    return std::any_of(given.begin(), given.end(), [&](const QString& word) { return own.contains(word); });
}

} // namespace kairos::workflow
