// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/note_text.h"

#include <catch2/catch_test_macros.hpp>

namespace test_note_text {
using namespace kairos;
using namespace therapy;

TEST_CASE("Control characters go, tabs and new lines stay", "[therapy][text]") {
    const QString text = QStringLiteral("a") + QChar(0) + QChar(7) + QChar(0x1b) + QStringLiteral("b\tc\nd") +
                         QChar(0x7f) + QChar(0x9f) + QChar(0xfeff) + QChar(0xfffc);
    REQUIRE(cleanNoteText(text) == QStringLiteral("ab\tc\nd"));
}

TEST_CASE("Every end of a line becomes one new line", "[therapy][text]") {
    const QString text = QStringLiteral("a\r\nb\rc\n\nd") + QChar(0x2028) + QStringLiteral("e") +
                         QChar(0x2029) + QStringLiteral("f\r");
    REQUIRE(cleanNoteText(text) == QStringLiteral("a\nb\nc\n\nd\ne\nf\n"));
}

TEST_CASE("Right-to-left text, direction marks, combining marks and emoji survive", "[therapy][text]") {
    const QString text = QString::fromUtf8("שלום \u200fعالم e\u0301 न\u094dद 👩\u200d👧 \u2067x\u2069");
    REQUIRE(cleanNoteText(text) == text);
}

TEST_CASE("Half a surrogate goes, a whole pair stays", "[therapy][text]") {
    const QString pair = QString::fromUtf8("😀");
    REQUIRE(cleanNoteText(pair.left(1)).isEmpty());
    REQUIRE(cleanNoteText(pair.right(1) + QStringLiteral("a")) == QStringLiteral("a"));
    REQUIRE(cleanNoteText(QStringLiteral("a") + pair) == QStringLiteral("a") + pair);
}

TEST_CASE("A section takes 500,000 letters and no more", "[therapy][text]") {
    record::Note note;
    note.sections = {{QStringLiteral("text"), QString(kLongestSection, QLatin1Char('x'))}};
    REQUIRE(checkNoteLength(note).has_value());
    note.sections.first().text += QLatin1Char('x');
    const auto refused = checkNoteLength(note);
    REQUIRE(refused.error().code == base::ErrorCode::InvalidInput);
    REQUIRE(refused.error().why.contains(QStringLiteral("500,000")));
    note.sections.clear();
    note.details.homework = QString(kLongestSection + 1, QLatin1Char('x'));
    REQUIRE_FALSE(checkNoteLength(note).has_value());
}

TEST_CASE("Paper shows the words without the marks of headings and bold", "[therapy][text]") {
    REQUIRE(withoutMarks(QStringLiteral("# Plan\n- **walk** daily\n2 ** 3 ** 4\n#3 stays")) ==
            QStringLiteral("Plan\n- walk daily\n2 ** 3 ** 4\n#3 stays"));
    REQUIRE(withoutMarks({}).isEmpty());
}

} // namespace test_note_text
