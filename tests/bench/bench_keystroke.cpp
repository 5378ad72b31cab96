// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bare_rows.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include "tests/support/page_stage.h"
#include "tests/support/running_dose.h"

#include "ui/dosing/dosing_page.h"
#include "ui/dosing/entry_line.h"
#include "ui/shared/theme_manager.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace kairos::bench {
namespace {

constexpr int kRuns = 60; ///< readings of a long session

/// Hears of a save before any view does: the hub speaks once the reading is on disk.
class DiskWatch final : public QObject {
public:
    explicit DiskWatch(workflow::OpenPractice& practice) {
        connect(&practice.hub(), &workflow::ChangeHub::changed, this, [this] {
            m_toDisk = m_toDisk > 0 ? m_toDisk : static_cast<double>(m_timer.nsecsElapsed()) / 1000.0;
        });
    }
    /// Microseconds from the Enter that ends a typed line to the reading on disk.
    double press(QLineEdit& edit) {
        edit.setText(QStringLiteral("142/88 72 96 5"));
        m_toDisk = 0;
        m_timer.start();
        QTest::keyClick(&edit, Qt::Key_Return);
        m_toScreen.push_back(static_cast<double>(m_timer.nsecsElapsed()) / 1000.0);
        return m_toDisk;
    }
    /// The median from the Enter to the empty line, with every view of the session drawn anew.
    [[nodiscard]] double toScreen() {
        const auto middle = m_toScreen.begin() + static_cast<std::ptrdiff_t>(m_toScreen.size() / 2);
        std::nth_element(m_toScreen.begin(), middle, m_toScreen.end());
        return *middle;
    }

private:
    QElapsedTimer m_timer;
    double m_toDisk = 0;
    std::vector<double> m_toScreen;
};

} // namespace

int benchKeystroke() {
    ui::ThemeManager themes(*qApp);
    support::RunningDose ours;
    support::RunningDose bare;
    test::RecordingNavigator navigator;
    test::ScriptedQuestions questions;
    test::ScriptedFileDialogs files;
    test::RecordingUndo undo;
    record::Reading reading;
    reading.session = bare.id;
    reading.patient = bare.patient;
    reading.systolic = 142;
    reading.diastolic = 88;
    reading.pulse = 72;
    reading.spo2 = 96;
    reading.sedation = 5;
    reading.measuredAt = bare.fixture.practice().now();
    reading.enteredAt = reading.measuredAt;
    const auto actor = bare.fixture.practice().actor();
    const auto key = bare.fixture.practice().file().key().clone();
    const qint64 count = support::required(bare.fixture.practice().file().head()).count;
    bare.fixture.close();
    storage::Connection connection(bare.fixture.path(), storage::OpenMode::Write, &key);
    connection.enterWal();
    BareRows rows(connection, actor, count);
    const base::SystemClock clock;
    base::SystemRandom random;
    base::IdSource ids(clock, random);
    DiskWatch watch(ours.fixture.practice());
    ui::DosingPage page(ours.id,
                        {ours.fixture.practice(), navigator, questions, files, nullptr, nullptr, &undo});
    page.resize(1290, 640);
    page.show();
    const auto pair = measureTold(
        kRuns, [&] { return watch.press(page.entry()->edit()); },
        [&] {
            reading.id = ids.next<record::ReadingId>();
            return microseconds([&] { rows.save(reading); });
        });
    const int missed = report("Enter on a typed reading to disk / bare transaction", pair, 1.5);
    std::printf("%-52s %10.0f us\n", "  the same to the empty line and the curve", watch.toScreen());
    return missed;
}

} // namespace kairos::bench
