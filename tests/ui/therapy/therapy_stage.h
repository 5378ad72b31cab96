// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/therapy/course_card.h"
#include "ui/therapy/held_card.h"
#include "ui/therapy/new_session_page.h"
#include "ui/therapy/therapy_page.h"

#include "ui/shared/date_field.h"
#include "ui/shared/note_panel.h"
#include "ui/shared/number_field.h"
#include "ui/shared/search_field.h"
#include "ui/shared/segments.h"
#include "ui/shared/theme_manager.h"
#include "ui/shared/time_field.h"

#include "tests/support/keyboard.h"
#include "tests/support/page_stage.h"

#include "core/workflow/dosing_care.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/therapy_care.h"
#include "core/workflow/writing_door.h"

#include <QApplication>
#include <QComboBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

namespace kairos::test {

/// Elena Marsh with a signed plan; the pages that book a session and write it up, driven by keyboard.
class TherapyStage final : public Keyboard {
public:
    TherapyStage() {
        workflow::PlanCare plans(practice());
        plan = support::required(
            plans.start({m_stage.patient(), QStringLiteral("iv-cbt"), QDate(2026, 11, 2), {6, 7}, {}, {}}));
        support::required(plans.sign(plan, password()));
    }

    [[nodiscard]] PageStage& stage() { return m_stage; }
    [[nodiscard]] ui::ThemeManager& themes() { return m_themes; }
    [[nodiscard]] workflow::OpenPractice& practice() { return m_stage.practice(); }
    [[nodiscard]] static QString password() { return support::OpenPracticeFixture::password(); }

    record::SessionId book(record::TherapyType type, QTime time = QTime(9, 0)) {
        record::TherapySession session;
        session.patient = m_stage.patient();
        session.plan = plan;
        session.type = type;
        session.number = 1;
        session.booked = {practice().today(), time, practice().practice().zone};
        return support::required(workflow::TherapyCare(practice()).book(session));
    }

    /// A dose of the plan that ended this many hours ago, with the patient's intention.
    void giveDose(int hoursAgo) {
        record::DosingSession dose;
        dose.id = practice().ids().next<record::SessionId>();
        dose.patient = m_stage.patient();
        dose.plan = plan;
        dose.number = 1;
        dose.state = record::SessionState::Held;
        dose.stoppedAt = practice().now().plusMinutes(-60 * hoursAgo);
        dose.startedAt = dose.stoppedAt->plusMinutes(-40);
        dose.booked = {dose.startedAt->local(practice().zone()).date(), QTime(9, 0),
                       practice().practice().zone};
        dose.intention = QStringLiteral("to let the grief in");
        support::required(workflow::WritingDoor(practice()).save({{record::Action::Created, dose, {}}}));
    }

    ui::TherapyPage& open(const record::SessionId& session) {
        return shown(std::make_unique<ui::TherapyPage>(session, m_stage.context()));
    }
    ui::NewSessionPage& openNew(const ui::NewSessionPlace& place) {
        return shown(std::make_unique<ui::NewSessionPage>(place, m_stage.context()));
    }
    /// Leaves the page as the window does.
    void close() {
        if (m_page != nullptr) {
            static_cast<void>(m_page->mayLeave());
        }
        m_page.reset();
    }

    [[nodiscard]] workflow::SessionContent content(const record::SessionId& session) {
        return support::required(workflow::SessionDesk(practice()).load(session));
    }

    record::PlanId plan;

private:
    template <class SomePage>
    SomePage& shown(std::unique_ptr<SomePage> page) {
        SomePage& made = *page;
        m_page = std::move(page);
        if (!present(made, QSize(1290, 640))) {
            throw std::runtime_error("the page did not become active");
        }
        made.setFocus(Qt::OtherFocusReason); // as the window does when it shows a page
        return made;
    }

    ui::ThemeManager m_themes{*qApp};
    PageStage m_stage;
    std::unique_ptr<ui::Page> m_page;
};

} // namespace kairos::test
