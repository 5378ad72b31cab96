# SPDX-License-Identifier: GPL-3.0-or-later
# Inside Catch2 the macros of QtTest fail silently, CHECK goes on after a failure, and sleeping or reading the
# wall clock makes a test that passes on some days only. A hidden test never runs, so it proves nothing.
include("${CMAKE_CURRENT_LIST_DIR}/house.cmake")

house_files(files FOLDERS tests ENDINGS .cpp .h)
foreach(file IN LISTS files)
    house_forbid_line("${file}" "(^|[^A-Za-z_])(QCOMPARE|QVERIFY|QTRY_|QFAIL|QEXPECT_FAIL|QSKIP|QTEST_)"
        "QtTest's macros do not fail here, use REQUIRE")
    house_forbid_line("${file}" "(^|[^A-Za-z_])(CHECK|CHECK_FALSE|CHECK_THAT|CHECK_NOFAIL)[ ]*\\("
        "use REQUIRE")
    house_forbid_line("${file}" "[^a-z]m?sleep\\(|sleep_for|sleep_until|qSleep|qWait\\("
        "a test does not sleep: it waits for something")
    house_forbid_line("${file}" "QAbstractItemModelTester([ ]+[a-z][A-Za-z]*)?[({][^,]*[)}]"
        "the tester fails only in FailureReportingMode::Fatal")
    house_forbid_line("${file}" "\"(\\[[A-Za-z-]+\\])*\\[[.!][^\"]*\\]\"" "a test does not hide")
endforeach()
house_finish(${files})
