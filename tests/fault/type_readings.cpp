// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/numbered_line.h"
#include "tests/fault/typist.h"

#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/dosing_page.h"
#include "ui/dosing/entry_line.h"
#include "ui/dosing/run_panel.h"

#include "ui/shared/table_view.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QTest>

#include <cstdio>

namespace kairos::test {

int typeReadings(TypistDesk& desk, const record::SessionId& session, qint64 first) {
    ui::DosingPage page(session, desk.context());
    if (page.controller().trouble()) {
        return refuse(page.controller().trouble()->sentence());
    }
    page.resize(1290, 640);
    page.show();
    std::printf("open %lld %d\n", static_cast<long long>(page.controller().elapsedMs().value_or(-1)),
                page.run()->readings().model()->rowCount());
    std::fflush(stdout);
    QLineEdit& edit = page.entry()->edit();
    edit.clear();
    for (qint64 number = first;; ++number) {
        QTest::keyClicks(&edit, numberedLine(number));
        QTest::keyClick(&edit, Qt::Key_Return);
        if (!edit.text().isEmpty()) {
            return refuse(page.entry()->echoText());
        }
        std::printf("%lld\n", static_cast<long long>(number));
        std::fflush(stdout);
        QCoreApplication::processEvents();
    }
}

} // namespace kairos::test
