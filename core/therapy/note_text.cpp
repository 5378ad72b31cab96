// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/note_text.h"

#include "core/therapy/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace kairos::therapy {

using namespace record;

namespace {

constexpr QChar kLineSeparator(0x2028);
constexpr QChar kParagraphSeparator(0x2029);

bool isDropped(QChar letter) {
    const ushort code = letter.unicode();
    const bool isControl = (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7f && code < 0xa0);
    // The byte order mark, the object replacement sign, and two that are no characters.
    return isControl || code == 0xfeff || code == 0xfffc || code == 0xfffe || code == 0xffff;
}

/// Whether the surrogate at `at` has its other half beside it.
bool isPaired(const QString& text, qsizetype at) {
    return text.at(at).isHighSurrogate() ? at + 1 < text.size() && text.at(at + 1).isLowSurrogate()
                                         : at > 0 && text.at(at - 1).isHighSurrogate();
}

} // namespace

QString cleanNoteText(const QString& text) {
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text.at(i);
        const bool isReturn = letter == QLatin1Char('\r');
        if (isReturn && i + 1 < text.size() && text.at(i + 1) == QLatin1Char('\n')) {
            continue;
        }
        if (isReturn || letter == kLineSeparator || letter == kParagraphSeparator) {
            clean += QLatin1Char('\n');
        } else if (!isDropped(letter) && (!letter.isSurrogate() || isPaired(text, i))) {
            clean += letter;
        }
    }
    return clean;
}

base::Error tooLongForNote() {
    return {base::ErrorCode::InvalidInput, Words::tr("The text was not taken"),
            Words::tr("a section of a note takes 500,000 letters at most"),
            Words::tr("take the part that matters; what you had is unchanged")};
}

QString withoutMarks(const QString& text) {
    static const QRegularExpression kHeading(QStringLiteral("^# +"), QRegularExpression::MultilineOption);
    static const QRegularExpression kBold(QStringLiteral("\\*\\*(?=\\S)(.+?)(?<=\\S)\\*\\*"));
    QString plain = text;
    plain.remove(kHeading);
    plain.replace(kBold, QStringLiteral("\\1"));
    return plain;
}

base::Outcome checkNoteLength(const Note& note) {
    const auto fits = [](const QString& text) { return text.size() <= kLongestSection; };
    const bool sectionsFit = std::all_of(note.sections.begin(), note.sections.end(),
                                         [&](const NoteSection& section) { return fits(section.text); });
    if (sectionsFit && fits(note.details.homework) && fits(note.details.mentalRemark)) {
        return {};
    }
    return tl::unexpected<base::Error>(tooLongForNote());
}

} // namespace kairos::therapy
