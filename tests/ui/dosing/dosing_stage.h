// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dosing/after_panel.h"
#include "ui/dosing/before_panel.h"
#include "ui/dosing/dose_order_card.h"
#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/dosing_page.h"
#include "ui/dosing/dosing_pages.h"
#include "ui/dosing/entry_line.h"
#include "ui/dosing/gate_list.h"
#include "ui/dosing/prepare_form.h"
#include "ui/dosing/run_panel.h"

#include "ui/shared/note_panel.h"
#include "ui/shared/number_field.h"
#include "ui/shared/roles.h"
#include "ui/shared/table_view.h"
#include "ui/shared/theme_manager.h"

#include "tests/support/keyboard.h"
#include "tests/support/page_stage.h"

#include "core/workflow/dosing_care.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/session_desk.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace kairos::test {

/// Elena Marsh with a signed plan, a signed order and consent, and her first dose booked for today at 09:00;
/// the page of that dose, driven by keys that go where the focus is.
class DosingStage final : public Keyboard {
public:
    explicit DosingStage(const QString& protocol = QStringLiteral("iv-cbt")) {
        workflow::PlanCare plans(practice());
        plan =
            support::required(plans.start({m_stage.patient(), protocol, QDate(2026, 11, 2), {6, 7}, {}, {}}));
        support::required(plans.sign(plan, password()));
        auto order = support::required(plans.proposedOrder(plan));
        order.rescueDrugs = {QStringLiteral("ondansetron")};
        support::required(plans.signOrder(order, password()));
        record::Consent consent;
        consent.patient = m_stage.patient();
        consent.form = QStringLiteral("ketamine-treatment");
        consent.version = QStringLiteral("3");
        consent.given = QDate(2026, 10, 20);
        support::required(workflow::PatientCare(practice()).giveConsent(consent));
        m_stage.fixture().clearScreening(m_stage.patient());
        session = book(firstDose());
    }

    [[nodiscard]] workflow::OpenPractice& practice() { return m_stage.practice(); }
    [[nodiscard]] PageStage& stage() { return m_stage; }
    [[nodiscard]] ui::ThemeManager& themes() { return m_themes; }
    [[nodiscard]] static QString password() { return support::OpenPracticeFixture::password(); }

    /// A dose of this step, or without one.
    record::SessionId book(const std::optional<record::StepId>& step) {
        record::DosingSession dose;
        dose.patient = m_stage.patient();
        dose.plan = plan;
        dose.number = 1;
        dose.step = step;
        dose.booked = {QDate(2026, 11, 2), QTime(9, 0), practice().practice().zone};
        return support::required(workflow::DosingCare(practice()).book(dose));
    }

    ui::DosingPage& open() {
        m_page.reset();
        m_page = std::make_unique<ui::DosingPage>(session, m_stage.context());
        if (!present(*m_page, QSize(1290, 640))) {
            throw std::runtime_error("the page did not become active");
        }
        m_page->setFocus(Qt::OtherFocusReason); // as the window does when it shows a page
        return *m_page;
    }
    void close() {
        if (m_page != nullptr) {
            static_cast<void>(m_page->mayLeave());
        }
        m_page.reset();
    }
    [[nodiscard]] ui::DosingPage& page() { return *m_page; }

    void clockOn(int minutes) {
        m_stage.fixture().clock().advanceMs(qint64{minutes} * 60'000);
        if (m_page != nullptr) {
            m_page->controller().tick();
        }
    }

    /// What the file holds now, read through the use cases.
    [[nodiscard]] workflow::DosingView view() {
        return support::required(workflow::DosingQuery(practice()).view(session));
    }
    [[nodiscard]] record::DosingSession stored() { return view().session(); }

    /// Answers the chosen gate lines with Y until only those are left that the record settles itself.
    void answerGate(ui::GateList& gates) {
        for (int i = 0; i < 40; ++i) {
            const auto& model = *gates.table().model();
            int open = -1;
            for (int row = 0; row < model.rowCount() && open < 0; ++row) {
                const QString id = model.index(row, 0).data(ui::IdRole).toString();
                const auto lines = &gates == &m_page->before()->gates() ? view().preDose : view().discharge;
                for (const auto& line : lines) {
                    if (line.id == id && line.holds() && line.isAsked) {
                        open = row;
                        break;
                    }
                }
            }
            if (open < 0) {
                overrideSecondPerson(gates);
                return;
            }
            tabTo(gates.table());
            press(Qt::Key_Home, Qt::ControlModifier);
            for (int row = 0; row < open; ++row) {
                press(Qt::Key_Down);
            }
            if (model.index(open, 0).data(ui::IdRole).toString() == QLatin1String("escort")) {
                press(Qt::Key_Return);
                enter(QStringLiteral("Peter Marsh, 555 0144"));
            } else {
                press(Qt::Key_Y);
            }
        }
        throw std::runtime_error("a line of the gate cannot be answered");
    }

    /// One person alone in the practice overrides the second one's check by keyboard.
    void overrideSecondPerson(ui::GateList& gates) {
        for (const auto& line : view().preDose) {
            if (line.id == QLatin1String("double-check") && line.holds() && !stored().startedAt) {
                walkTo(gates, line.id);
                stage().questions().answerNext({QStringLiteral("alone in the house"), password()});
                press(Qt::Key_F4);
            }
        }
    }

    /// Walks to a line of a gate by keyboard.
    static void walkTo(ui::GateList& gates, const QString& line) {
        tabTo(gates.table());
        press(Qt::Key_Home, Qt::ControlModifier);
        const auto& model = *gates.table().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(gates.table().currentIndex().row(), 0).data(ui::IdRole).toString() == line) {
                return;
            }
            press(Qt::Key_Down);
        }
        throw std::runtime_error("the gate has no such line");
    }

    /// From the arrival to minute 0 by the use cases, for tests of what follows.
    void startByUseCases() {
        workflow::DosingCare care(practice());
        if (stored().state == record::SessionState::Planned) {
            support::required(care.arrive(session));
        }
        support::required(care.weigh(session, base::Kilograms{70}));
        safety::TypedReading rest;
        rest.systolic = 124;
        rest.diastolic = 78;
        rest.pulse = 70;
        rest.spo2 = 98;
        rest.sedation = 5;
        support::required(care.addReading(session, rest, practice().now()));
        answerByUseCases(record::Gate::PreDose);
        // What is measured in the moment of the start counts neither before nor after it.
        clockOn(1);
        support::required(care.start(session));
    }
    void answerByUseCases(record::Gate gate) {
        workflow::DosingCare care(practice());
        const auto all = view();
        for (const auto& line : gate == record::Gate::PreDose ? all.preDose : all.discharge) {
            if (line.holds() && line.isAsked) {
                support::required(care.answer(session, gate, line.id, record::GateAnswer::Met,
                                              QStringLiteral("Peter Marsh, 555 0144")));
            } else if (line.id == QLatin1String("double-check") && line.holds()) {
                // One person alone in the practice of these tests.
                support::required(care.overrideLine(session, gate, line.id,
                                                    QStringLiteral("alone in the house"), password()));
            }
        }
    }
    /// The dose is over, 61 minutes have passed, and the patient went home.
    void finishByUseCases() {
        workflow::DosingCare care(practice());
        clockOn(40);
        support::required(care.stop(session, {}));
        clockOn(61);
        safety::TypedReading rest;
        rest.systolic = 122;
        rest.diastolic = 77;
        rest.pulse = 70;
        rest.spo2 = 98;
        rest.sedation = 5;
        support::required(care.addReading(session, rest, practice().now()));
        answerByUseCases(record::Gate::Discharge);
        for (const auto& line : safety::holding(view().discharge)) {
            support::required(care.overrideLine(session, record::Gate::Discharge, line.id,
                                                QStringLiteral("walked with the nurse"), password()));
        }
        support::required(care.discharge(session));
    }

    record::PlanId plan;
    record::SessionId session;

    [[nodiscard]] std::optional<record::StepId> firstDose() {
        for (const auto& step : support::required(workflow::PlanCare(practice()).steps(plan))) {
            if (step.kind == record::StepKind::Dosing && step.number == 1) {
                return step.id;
            }
        }
        return std::nullopt;
    }

private:
    ui::ThemeManager m_themes{*qApp};
    PageStage m_stage;
    std::unique_ptr<ui::DosingPage> m_page;
};

} // namespace kairos::test
