// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plan/fit_panel.h"
#include "ui/plan/plan_axis.h"
#include "ui/plan/plan_chooser.h"
#include "ui/plan/plan_room.h"
#include "ui/plan/revise_card.h"
#include "ui/plan/revision_card.h"
#include "ui/plan/step_lists.h"
#include "ui/plan/step_panel.h"

#include "ui/shared/absence_list.h"
#include "ui/shared/date_field.h"
#include "ui/shared/table_view.h"
#include "ui/shared/theme_manager.h"
#include "ui/shared/time_field.h"

#include "tests/support/demo_desk.h"
#include "tests/support/label_fit.h"
#include "tests/support/open_practice_fixture.h"

#include "core/workflow/plan_care.h"
#include "core/workflow/session_desk.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace kairos::test {

inline void showPage(ui::Page& page) {
    page.resize(1290, 690);
    page.show();
    page.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&page));
}

inline QPushButton& button(const QWidget& page, const QString& text) {
    for (auto* candidate : page.findChildren<QPushButton*>()) {
        if (candidate->text() == text && candidate->isVisibleTo(&page)) {
            return *candidate;
        }
    }
    throw std::runtime_error("no such button: " + text.toStdString());
}

/// Goes to a button by the focus chain's own widget and presses it with the keyboard.
inline void press(const QWidget& page, const QString& text) {
    QPushButton& found = button(page, text);
    found.setFocus();
    QTest::keyClick(&found, Qt::Key_Space);
}

/// A patient without a plan.
struct EmptyChart {
    ui::ThemeManager themes{*qApp};
    support::OpenPracticeFixture fixture;
    FakeNavigator navigator;
    ScriptedQuestions questions;
    ScriptedFileDialogs files;
    record::PatientId patient{fixture.addElena()};
    ui::PageContext context{fixture.practice(), navigator, questions, files};
    std::unique_ptr<ui::Page> page{ui::makePlanTab(patient, context, nullptr)};

    EmptyChart() { showPage(*page); }
    void fit() {
        press(*page, QStringLiteral("Fit a protocol"));
        QComboBox* protocols = nullptr;
        for (auto* panel : page->findChildren<ui::FitPanel*>()) {
            protocols = panel->isVisible() ? panel->findChild<QComboBox*>() : protocols;
        }
        REQUIRE(protocols != nullptr);
        REQUIRE(QApplication::focusWidget() == protocols);
        QTest::keyClick(protocols, Qt::Key_Home);
        while (protocols->currentData().toString() != QStringLiteral("iv-cbt")) {
            const int before = protocols->currentIndex();
            QTest::keyClick(protocols, Qt::Key_Down);
            REQUIRE(protocols->currentIndex() > before);
        }
        press(*page, QStringLiteral("Save as draft"));
    }
    /// Ctrl+S; a button that is pressed by its key springs back before it clicks.
    void pressSign() {
        const auto asked = questions.asked().size();
        QTest::keyClick(page.get(), Qt::Key_S, Qt::ControlModifier);
        REQUIRE(QTest::qWaitFor([&] { return questions.asked().size() > asked; }));
    }
    void walkTo(const QString& key) {
        auto& axis = *page->findChild<ui::PlanAxis*>();
        axis.setFocus();
        QTest::keyClick(&axis, Qt::Key_Home);
        for (int i = 0; i < axis.items().size() && axis.currentKey() != key; ++i) {
            QTest::keyClick(&axis, Qt::Key_Right);
        }
        REQUIRE(axis.currentKey().toStdString() == key.toStdString());
    }
    record::PlanStep step(const QString& key) {
        const auto found = view();
        const auto* row = found.row(key);
        REQUIRE(row != nullptr);
        return row->step;
    }
    void answer() { questions.answerNext({{}, support::OpenPracticeFixture::password()}); }
    workflow::PlanView view() {
        const auto found = workflow::PlanQuery(fixture.practice()).current(patient);
        REQUIRE(found.has_value());
        REQUIRE(found->has_value());
        return **found;
    }
};

/// The plan of a demo patient.
struct DemoChart {
    ui::ThemeManager themes{*qApp};
    DemoDesk desk;
    record::PatientId patient;
    std::unique_ptr<ui::Page> page;

    explicit DemoChart(const QString& mrn) : patient(desk.patient(mrn)) {
        page.reset(ui::makePlanTab(patient, desk.context(), nullptr));
        showPage(*page);
    }
    ui::PlanAxis& axis() { return *page->findChild<ui::PlanAxis*>(); }
    void walkTo(const QString& key) {
        axis().setFocus();
        QTest::keyClick(&axis(), Qt::Key_Home);
        for (int i = 0; i < axis().items().size() && axis().currentKey() != key; ++i) {
            QTest::keyClick(&axis(), Qt::Key_Right);
        }
        REQUIRE(axis().currentKey() == key);
    }
};

} // namespace kairos::test
