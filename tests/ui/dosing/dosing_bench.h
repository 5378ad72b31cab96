// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/page_bench.h"

#include "ui/dosing/after_panel.h"
#include "ui/dosing/before_panel.h"
#include "ui/dosing/clock_strip.h"
#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/dosing_page.h"
#include "ui/dosing/entry_line.h"
#include "ui/dosing/gate_list.h"
#include "ui/dosing/prepare_form.h"
#include "ui/dosing/room_view.h"
#include "ui/dosing/run_panel.h"

#include "ui/shared/note_panel.h"
#include "ui/shared/number_field.h"
#include "ui/shared/table_view.h"

#include <QLineEdit>

#include <catch2/catch_test_macros.hpp>

#include <memory>

namespace kairos::test {

/// A run sheet on the screen that is driven by keys alone.
class DosingBench final {
public:
    DosingBench() : m_session(bench.bookDose(bench.plan())) { open(); }

    /// Shows the page anew, as after a crash.
    void open() {
        m_page.reset();
        m_page = std::make_unique<ui::DosingPage>(m_session, bench.context());
        m_page->resize(1290, 690);
        m_page->show();
        m_page->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(m_page.get()));
    }
    [[nodiscard]] ui::DosingPage& page() { return *m_page; }
    [[nodiscard]] const record::DosingSession& stored() { return m_page->controller().session(); }
    [[nodiscard]] const record::SessionId& session() const { return m_session; }

    void pass(int minutes) {
        bench.passMinutes(minutes);
        m_page->controller().tick();
    }
    /// Arrival, weight, vial and bag.
    void arrive() {
        PageBench::press(Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(stored().state == record::SessionState::Arrived);
        PageBench::type(QStringLiteral("68.4"));
        PageBench::press(Qt::Key_Tab);
        PageBench::type(QStringLiteral("68.4"));
        PageBench::press(Qt::Key_Tab);
        REQUIRE(stored().weight);
        PageBench::type(QStringLiteral("50"));
        PageBench::press(Qt::Key_Tab);
        PageBench::type(QStringLiteral("50"));
        PageBench::press(Qt::Key_Tab);
        PageBench::press(Qt::Key_Right);
        REQUIRE(stored().bagRule);
    }
    void read(const QString& line) {
        PageBench::press(Qt::Key_F2);
        PageBench::enter(line);
    }
    /// Answers every asked line of a gate with yes.
    void answerGate(ui::GateList& gates) {
        gates.table().setFocus();
        for (int i = 0; i < 20; ++i) {
            const QString before = gates.tally();
            if (gates.evidenceEdit().accessibleName().contains(QStringLiteral("Escort named"))) {
                PageBench::press(Qt::Key_Return);
                PageBench::enter(QStringLiteral("Peter Marsh, 555 0144"));
            } else {
                PageBench::press(Qt::Key_Y);
            }
            if (gates.tally() == before) {
                return;
            }
        }
    }
    void ready() {
        arrive();
        read(QStringLiteral("124/78 72 98 5"));
        answerGate(page().before()->gates());
        REQUIRE(page().before()->blockedBy().isEmpty());
    }
    void start() {
        ready();
        PageBench::press(Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(stored().state == record::SessionState::InProgress);
    }

    PageBench bench;

private:
    record::SessionId m_session;
    std::unique_ptr<ui::DosingPage> m_page;
};

} // namespace kairos::test
