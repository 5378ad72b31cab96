# SPDX-License-Identifier: GPL-3.0-or-later
# Each line of the rules broken once. Forbidden text is put together from pieces where this file is checked itself.
house_rejects("a lower room that includes a higher one is rejected" includes
    FILE core/base/text.cpp CONTENT "#include \"core/record/patient.h\"\n"
    EXPECT "core/base must not include core/record")
house_rejects("two rooms in one brace that meet are rejected" includes
    FILE ui/plan/page.cpp CONTENT "#include \"ui/dosing/sheet.h\"\n"
    EXPECT "ui/plan must not include ui/dosing")
house_rejects("core that includes ui is rejected" includes
    FILE core/workflow/door.cpp CONTENT "#include \"ui/shared/navigator.h\"\n"
    EXPECT "core/workflow must not include ui/shared")
house_rejects("ui that includes storage is rejected" includes
    FILE ui/shell/window.cpp CONTENT "#include \"core/storage/database.h\"\n"
    EXPECT "ui reaches core/storage through core/workflow")
house_rejects("a folder that is no room is rejected" includes
    FILE core/misc/things.cpp CONTENT "int answer;\n" EXPECT "core/misc is no room")
house_rejects("an own header without its full path is rejected" includes
    FILE core/base/text.cpp CONTENT "#include \"text.h\"\n" EXPECT "by its full path")
house_rejects("core with a prefixed widget header is rejected" includes
    FILE core/base/text.cpp CONTENT "#include <QtWidgets/QMessageBox>\n" EXPECT "core uses Qt Core alone")
house_rejects("Qt Charts outside its room is rejected" includes
    FILE ui/trends/page.cpp CONTENT "#include <QtCharts/QChart>\n" EXPECT "Qt Charts is for ui/charts alone")
house_rejects("printing outside its room is rejected" includes
    FILE ui/trends/page.cpp CONTENT "#include <QtPrintSupport/QPrinter>\n" EXPECT "printing is for ui/printing alone")
house_rejects("the database outside storage is rejected" includes
    FILE core/workflow/door.cpp CONTENT "#include <sqlcipher/sqlite3.h>\n" EXPECT "the database is for core/storage")
house_rejects("libsodium outside security is rejected" includes
    FILE core/storage/journal.cpp CONTENT "#include <sodium.h>\n" EXPECT "libsodium is for core/security")
house_rejects("Hunspell outside spelling is rejected" includes
    FILE ui/shared/speller.cpp CONTENT "#include <hunspell.hxx>\n" EXPECT "Hunspell is for core/spelling")
house_rejects("Qt Network is rejected everywhere" includes
    FILE tests/core/base/test_text.cpp CONTENT "#include <QtNetwork/QTcpSocket>\n" EXPECT "QtNetwork is used nowhere")
house_rejects("QtTest in a program is rejected" includes
    FILE ui/shell/window.cpp CONTENT "#include <QtTest/QTest>\n" EXPECT "QtTest belongs to the tests")
if(EXISTS "${KAIROS_QT_HEADERS}/QtGui/QColor")
    house_rejects("core with a bare Qt Gui header is rejected" includes
        FILE core/base/text.cpp CONTENT "#include <QString>\n#include <QColor>\n" EXPECT "core uses Qt Core alone: <QColor>")
    house_rejects("Qt SQL by its bare name is rejected" includes
        FILE app/cli/main.cpp CONTENT "#include <QSqlQuery>\n" EXPECT "QtSql is used nowhere")
endif()

string(REPEAT "int line();\n" 401 house_long)
house_rejects("a file of 401 lines is rejected" length
    FILE core/base/long.cpp CONTENT "${house_long}" EXPECT "401 lines")
house_rejects("a file without its licence is rejected" licence
    FILE core/base/text.h CONTENT "#pragma once\n" EXPECT "the licence line is missing")
house_rejects("a script without its licence is rejected" licence
    FILE packaging/build CONTENT "#!/bin/sh\nexit 0\n" EXPECT "packaging/build: the licence line is missing")

string(CONCAT house_unfinished "// TO" "DO: later\n")
house_rejects("unfinished work is rejected" words
    FILE ui/shell/window.cpp CONTENT "${house_unfinished}" EXPECT "unfinished work")
string(CONCAT house_path "{ \"file\": \"/ho" "me/someone/scale.json\" }\n")
house_rejects("a path of one machine is rejected" words
    FILE resources/instruments/scale.json CONTENT "${house_path}" EXPECT "a path of one machine")

house_rejects("a QtTest macro in a test is rejected" tests
    FILE tests/core/base/test_text.cpp CONTENT "    QCOMPARE(a, b);\n" EXPECT "use REQUIRE")
house_rejects("a Catch2 check that goes on is rejected" tests
    FILE tests/core/base/test_text.cpp CONTENT "    CHECK(a == b);\n" EXPECT "use REQUIRE")
house_rejects("a test that sleeps is rejected" tests
    FILE tests/core/base/test_text.cpp CONTENT "    QThread::msleep(10);\n" EXPECT "does not sleep")
house_rejects("a test that waits for a time is rejected" tests
    FILE tests/ui/shell/test_rail.cpp CONTENT "    QTest::qWait(20);\n" EXPECT "waits for something")
house_rejects("a model tester that only prints is rejected" tests
    FILE tests/ui/patients/test_model.cpp CONTENT "    QAbstractItemModelTester tester(&model);\n"
    EXPECT "FailureReportingMode::Fatal")
house_rejects("a test that is hidden is rejected" tests
    FILE tests/core/base/test_text.cpp CONTENT "TEST_CASE(\"One is two\",\n          \"[text][.later]\") {}\n"
    EXPECT "a test does not hide")
house_rejects("a test file without a namespace of its own is rejected" apart
    FILE tests/core/base/test_text.cpp CONTENT "namespace test_texts {\nint answer;\n}\n"
    EXPECT "not in the namespace test_text")
house_rejects("reading the wall clock is rejected" clock
    FILE core/planning/dates.cpp CONTENT "const auto now = QDateTime::currentDateTime();\n" EXPECT "through base::Clock")

house_rejects("a code file that is not listed is rejected" listed
    FILE core/base/text.cpp CONTENT "int text();\n" EXPECT "core/base/text.cpp: not listed"
    BESIDE core/base/CMakeLists.txt "kairos_room(core_base FILES old_text.cpp text.h)\n")
house_rejects("a file missing from the translation list is rejected" translations
    FILE ui/shell/window.cpp CONTENT "const auto title = tr(\"Today\");\n" EXPECT "ui/shell/window.cpp: not in resources"
    BESIDE ui/shell/other.cpp "const auto title = tr(\"Plan\");\n" resources/i18n/sources.txt "ui/shell/other.cpp\n")
house_rejects("a stale line of the translation list is rejected" translations
    FILE ui/shell/window.cpp CONTENT "int width();\n" EXPECT "without a word to translate"
    BESIDE resources/i18n/sources.txt "ui/shell/window.cpp\n")
house_rejects("words with a number that lack their plural are rejected" translations
    FILE ui/shell/window.cpp CONTENT "const auto title = tr(\"%n days\", nullptr, 2);\n" EXPECT "\"%n days\" is not in"
    BESIDE resources/i18n/sources.txt "ui/shell/window.cpp\n" resources/i18n/kairos_en.ts "<source>%n day</source>\n")
house_rejects("one and many in one word are rejected" translations
    FILE ui/shell/window.cpp CONTENT "const auto title = tr(\"%1 day(s)\").arg(2);\n" EXPECT "count with %n"
    BESIDE resources/i18n/sources.txt "ui/shell/window.cpp\n")
house_rejects("a plural that is not filled in is rejected" translations
    FILE ui/shell/window.cpp CONTENT "const auto title = tr(\"%n days\", nullptr, 2);\n" EXPECT "is not filled in"
    BESIDE resources/i18n/sources.txt "ui/shell/window.cpp\n"
    resources/i18n/kairos_en.ts "<source>%n days</source>\n<translation type=\"unfinished\">\n")
house_rejects("a write to the database outside storage is rejected" sql
    FILE core/workflow/door.cpp CONTENT "run(\"DELETE FROM patient\")\n" EXPECT "only core/storage writes")
house_rejects("a second writer of a clinical table is rejected" sql
    FILE core/storage/repair.cpp CONTENT "statement(\"INSERT INTO \" + table)\n"
    EXPECT "written by core/storage/record_table.cpp alone")
house_rejects("a second writer behind the wall is rejected" sql
    FILE core/storage/repair.cpp CONTENT "statement(\"DELETE FROM private_note\")\n"
    EXPECT "written by core/storage/record_table.cpp alone")
house_rejects("a page that reaches behind the wall is rejected" wall
    FILE ui/chart/notes_part.cpp CONTENT "#include \"core/workflow/private_notes.h\"\n" EXPECT "stands behind the wall")
house_rejects("a command that reaches behind the wall is rejected" wall
    FILE app/cli/export_command.cpp CONTENT "auto rows = file.behindWall().notes(author, patient);\n"
    EXPECT "stands behind the wall")
house_rejects("a query that reads a private table is rejected" wall
    FILE core/storage/search_build.cpp CONTENT "statement(\"SELECT sealed FROM private_note\")\n"
    EXPECT "stands behind the wall")
