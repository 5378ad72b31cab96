// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/file_dialogs.h"

#include "tests/support/page_stage.h"

#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <optional>

namespace test_file_dialogs {
using namespace kairos;

TEST_CASE("What follows a chosen file begins when the file dialog is gone", "[shared][files]") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("monitor.csv"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.close();
    QWidget parent;
    REQUIRE(test::present(parent, {400, 300}));
    ui::SystemFileDialogs dialogs;
    QString chosen;
    std::optional<bool> wasOpen;
    dialogs.askOpen({.title = QStringLiteral("Which?"), .start = path}, parent, [&](const QString& one) {
        chosen = one;
        const auto* dialog = parent.findChild<QFileDialog*>();
        wasOpen = dialog != nullptr && dialog->isVisible();
    });
    auto* dialog = parent.findChild<QFileDialog*>();
    REQUIRE(dialog != nullptr);
    REQUIRE(QTest::qWaitForWindowActive(dialog));
    dialog->selectFile(path);
    QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return wasOpen.has_value(); }));
    REQUIRE(chosen == path);
    REQUIRE_FALSE(*wasOpen);
}

} // namespace test_file_dialogs
