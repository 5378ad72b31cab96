// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/open_practice_fixture.h"
#include "tests/support/scripted_questions.h"

#include "ui/shared/page.h"
#include "ui/shared/theme_manager.h"

#include "core/workflow/dosing_care.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/therapy_care.h"

#include <QApplication>
#include <QTest>

#include <variant>

namespace kairos::test {

/// Remembers where a page wanted to go; every place can be opened.
class RecordingNavigator final : public ui::Navigator {
public:
    void open(const ui::Place& place) override { m_opened.append(place); }
    void goBack() override {}
    [[nodiscard]] bool canOpen(const ui::Place& place) const override {
        Q_UNUSED(place)
        return true;
    }
    [[nodiscard]] const QList<ui::Place>& opened() const { return m_opened; }

private:
    QList<ui::Place> m_opened;
};

/// Keeps what can be taken back.
class RecordingUndo final : public ui::UndoDesk {
public:
    void offerUndo(ui::UndoOffer offer) override { m_offers.append(std::move(offer)); }
    [[nodiscard]] const QList<ui::UndoOffer>& offers() const { return m_offers; }

private:
    QList<ui::UndoOffer> m_offers;
};

/// What a page about sessions needs around it: an open practice whose clock stands at 09:00, a patient with a
/// plan, a signed order and consent, and recorders in place of the shell.
class PageBench final {
public:
    PageBench() : m_patient(m_fixture.addElena()) {}
    Q_DISABLE_COPY_MOVE(PageBench)

    [[nodiscard]] ui::PageContext context() {
        return {m_fixture.practice(), navigator, questions, files, nullptr, nullptr, &undo};
    }
    [[nodiscard]] support::OpenPracticeFixture& fixture() { return m_fixture; }
    [[nodiscard]] workflow::OpenPractice& practice() { return m_fixture.practice(); }
    [[nodiscard]] const record::PatientId& patient() const { return m_patient; }
    [[nodiscard]] ui::ThemeManager& themes() { return m_themes; }
    [[nodiscard]] static QString password() { return support::OpenPracticeFixture::password(); }

    void passMinutes(int minutes) { m_fixture.clock().advanceMs(qint64{60'000} * minutes); }

    /// A plan with an order that is signed and consent that is given.
    record::PlanId plan() {
        workflow::PlanCare care(practice());
        const auto plan = support::required(
            care.start({m_patient, QStringLiteral("iv-cbt"), practice().today(), {6, 7}, {}, {}}));
        auto order = support::required(care.proposedOrder(plan));
        order.rescueDrugs = {QStringLiteral("ondansetron"), QStringLiteral("midazolam")};
        order.validFrom = practice().today();
        order.validTo = practice().today().addDays(60);
        order.prescriber = m_fixture.clinician();
        support::required(care.signOrder(order, password()));
        record::Consent consent;
        consent.patient = m_patient;
        consent.form = QStringLiteral("ketamine-treatment");
        consent.version = QStringLiteral("2");
        consent.given = practice().today();
        support::required(workflow::PatientCare(practice()).giveConsent(consent));
        return plan;
    }

    /// A dose booked for 10:00 today.
    record::SessionId bookDose(std::optional<record::PlanId> plan) {
        record::DosingSession session;
        session.patient = m_patient;
        session.plan = plan;
        session.number = 1;
        session.booked = {practice().today(), QTime(10, 0), practice().practice().zone};
        return support::required(workflow::DosingCare(practice()).book(session));
    }

    /// A therapy session booked for 08:00 today.
    record::SessionId bookTherapy(record::TherapyType type) {
        record::TherapySession session;
        session.patient = m_patient;
        session.type = type;
        session.number = 3;
        session.booked = {practice().today(), QTime(8, 0), practice().practice().zone};
        return support::required(workflow::TherapyCare(practice()).book(session));
    }

    /// Presses a key where the cursor is.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    static void enter(const QString& text) {
        type(text);
        press(Qt::Key_Return);
    }

    RecordingNavigator navigator;
    ScriptedQuestions questions;
    ScriptedFileDialogs files;
    RecordingUndo undo;

private:
    support::OpenPracticeFixture m_fixture;
    ui::ThemeManager m_themes{*qApp};
    record::PatientId m_patient;
};

} // namespace kairos::test
