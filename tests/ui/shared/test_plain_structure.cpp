// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/plain_structure.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

namespace test_plain_structure {
using namespace kairos;
using ui::plainStructure;

namespace {

std::string plain(const char* html) {
    return plainStructure(QString::fromUtf8(html)).toStdString();
}

/// As a word processor puts a page on the clipboard: its own classes, styles, list bullets and comments.
const char* const kWordProcessor = R"(<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;} --></style></head>
<body lang=EN-GB><!--StartFragment-->
<h1><span style='color:#2F5496'>Integration<o:p></o:p></span></h1>
<p class=MsoNormal><b>Mood</b> better,&nbsp;<span style='color:red'>slept</span> <i>six</i> hours<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>swim on Tuesday<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>call <b>her sister</b><o:p></o:p></p>
<!--EndFragment--></body></html>)";

} // namespace

TEST_CASE("A page of a word processor keeps heading, bold and list, and nothing else", "[shared][paste]") {
    REQUIRE(plain(kWordProcessor) == "# Integration\n"
                                     "**Mood** better, slept six hours\n"
                                     "\n"
                                     "- swim on Tuesday\n"
                                     "- call **her sister**");
}

TEST_CASE("Headings, bold and lists of plain HTML become markup", "[shared][paste]") {
    REQUIRE(plain("<h2>Plan</h2><p>one <strong>two</strong> three</p>") == "# Plan\none **two** three");
    REQUIRE(plain("<ul><li>a</li><li>b</li></ul>") == "- a\n- b");
    REQUIRE(plain("<ol><li>first</li></ol>") == "- first");
    REQUIRE(plain("<p><span style='font-weight:700'>bold </span>end</p>") == "**bold** end");
    REQUIRE(plain("<h1><b>Bold</b> heading</h1>") == "# Bold heading");
    REQUIRE(plain("a<br>b") == "a\nb");
    REQUIRE(plain("") == "");
    REQUIRE(plain("<p>&nbsp;</p>") == "");
}

TEST_CASE("Scripts, styles, tables' frames and links' targets are dropped, their words stay",
          "[shared][paste]") {
    REQUIRE(plain("<style>p{color:red}</style><script>alert(1)</script><p>kept</p>") == "kept");
    REQUIRE(plain("<a href='http://example.org/x'>her blog</a>") == "her blog");
    const std::string table = plain("<table><tr><td>a</td><td>b</td></tr></table>");
    REQUIRE(table.find('a') != std::string::npos);
    REQUIRE(table.find('b') != std::string::npos);
}

TEST_CASE("A picture named by the text is neither read nor left as a sign", "[shared][paste]") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("scan.png"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("no picture");
    file.close();
    REQUIRE(plainStructure(QStringLiteral("<p>seen <img src=\"file://%1\"> today</p>").arg(path)) ==
            QStringLiteral("seen  today"));
}

TEST_CASE("Right-to-left text and combining marks survive pasting", "[shared][paste]") {
    REQUIRE(plain("<p dir=rtl>שלום <b>עולם</b></p>") == "שלום **עולם**");
    REQUIRE(plain("<p>e\u0301t\u00e9</p>") == "e\u0301t\u00e9");
}

} // namespace test_plain_structure
