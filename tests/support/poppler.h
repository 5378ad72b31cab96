// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QString>
#include <QStringList>

#include <catch2/catch_test_macros.hpp>

namespace kairos::test {

/// The output of one of poppler's programs; skips the test where it is not installed.
inline QString poppler(const QString& program, const QStringList& arguments) {
    if (QStandardPaths::findExecutable(program).isEmpty()) {
        SKIP("poppler-utils is not installed: " << program.toStdString());
    }
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForFinished(30'000));
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace kairos::test
