// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

namespace kairos::base {
namespace {

/// Latin letters that canonical decomposition leaves whole, after case folding.
QLatin1String plainLetters(QChar letter) {
    switch (letter.unicode()) {
    case 0x00F8: // ø
        return QLatin1String("o");
    case 0x0142: // ł
        return QLatin1String("l");
    case 0x00DF: // ß
        return QLatin1String("ss");
    case 0x00E6: // æ
        return QLatin1String("ae");
    case 0x0153: // œ
        return QLatin1String("oe");
    case 0x0111: // đ
    case 0x00F0: // ð
        return QLatin1String("d");
    case 0x00FE: // þ
        return QLatin1String("th");
    case 0x0131: // ı
        return QLatin1String("i");
    default:
        return {};
    }
}

} // namespace

QString foldForSearch(QStringView text) {
    const QString decomposed =
        text.toString().toCaseFolded().normalized(QString::NormalizationForm_KD).simplified();
    QString folded;
    folded.reserve(decomposed.size());
    for (const QChar letter : decomposed) {
        if (letter.isMark()) {
            continue;
        }
        const auto plain = plainLetters(letter);
        if (plain.isEmpty()) {
            folded += letter;
        } else {
            folded += plain;
        }
    }
    return folded;
}

} // namespace kairos::base
