// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/after_panel.h"

#include "ui/dosing/call_card.h"
#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/gate_list.h"
#include "ui/dosing/given_banner.h"
#include "ui/dosing/waste_card.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/column_scroll.h"
#include "ui/shared/due_scales_card.h"
#include "ui/shared/note_panel.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/text_label.h"

#include "core/workflow/monitoring_query.h"
#include "core/workflow/open_practice.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace kairos::ui {

using namespace record;

AfterPanel::AfterPanel(DosingController& controller, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_waste(new WasteCard(controller, this)),
      m_gateCard(new Card(tr("Discharge gate"), CardContent::Full, this)),
      m_gates(new GateList(controller, Gate::Discharge, m_gateCard)),
      m_why(makeParagraph({}, TextRole::Body, Token::Text2, m_gateCard)),
      m_discharge(makeButton({.text = tr("Send home")}, m_gateCard)),
      m_note(new NotePanel({controller.session().id, controller.session().patient}, controller.context(),
                           this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    auto* cards = new QWidget;
    auto* left = new QVBoxLayout(cards);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(px(12));
    left->addWidget(new GivenBanner(controller, cards));
    left->addWidget(m_waste);
    m_calls = new CallCard(controller, cards);
    left->addWidget(m_calls);
    m_scales = new DueScalesCard(controller.context(), cards);
    left->addWidget(m_scales);
    left->addWidget(m_gateCard, 1);
    m_scroll = new ColumnScroll(0, this);
    m_scroll->setWidget(cards);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    row->addWidget(m_scroll, 1);
    row->addWidget(m_note, 1);
    m_gateCard->body().addWidget(m_gates);
    m_gateCard->foot().addWidget(m_why, 1);
    m_worksheet = makeButton({.text = tr("Monitoring worksheet"),
                              .icon = Icon::Print,
                              .key = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)},
                             m_gateCard);
    m_gateCard->foot().addWidget(m_worksheet);
    connect(m_worksheet, &QPushButton::clicked, this, [this] {
        const DosingSession& session = m_controller.session();
        m_controller.context().navigator.open(MonitoringPlace{session.patient, session.id});
    });
    m_gateCard->foot().addWidget(m_discharge);
    setButtonKeyCap(*m_discharge, QKeySequence(Qt::Key_F9));
    connect(m_discharge, &QPushButton::clicked, this, &AfterPanel::discharge);
    connect(&controller, &DosingController::changed, this, &AfterPanel::reload);
    reload();
}

void AfterPanel::showCalls() {
    m_scroll->ensureWidgetVisible(m_calls);
}

QString AfterPanel::blockedBy() const {
    if (m_controller.stage() == DosingStage::Before) {
        return tr("The dose has not begun.");
    }
    if (m_controller.isDosing()) {
        return tr("The dose is still running: stop it first with Ctrl+.");
    }
    const auto held = safety::holding(m_controller.view().discharge);
    return held.isEmpty() ? QString()
                          : tr("%n hold(s), first: %1 (%2)", nullptr, static_cast<int>(held.size()))
                                .arg(held.first().text, held.first().evidence);
}

void AfterPanel::reload() {
    if (m_controller.trouble()) {
        return;
    }
    m_gateCard->setSubtitle(m_gates->tally());
    const DosingSession& session = m_controller.session();
    const bool isHome = session.dischargedAt.has_value();
    if (m_controller.stage() == DosingStage::Running) {
        m_gates->openGate();
    } else {
        m_gates->closeGate();
    }
    m_discharge->setVisible(!isHome);
    // Only now is every datum of it there; before, the foot is for what holds the patient here.
    m_worksheet->setVisible(
        isHome && workflow::isMonitored(session) &&
        m_controller.context().navigator.canOpen(MonitoringPlace{session.patient, session.id}));
    if (isHome) {
        const QString by = session.dischargedBy
                               ? m_controller.context().practice.clinicianName(*session.dischargedBy)
                               : QString();
        m_why->setText(tr("Sent home at %1 by %2").arg(m_controller.timeOf(*session.dischargedAt), by));
        m_why->setToken(Token::Ok);
    } else {
        const QString why = blockedBy();
        setButtonBlockedBy(*m_discharge, why);
        m_why->setText(why.isEmpty() ? tr("Every criterion is met or overridden.") : why);
        m_why->setToken(why.isEmpty() ? Token::Text2 : Token::Caution);
    }
    m_scales->showDose(session.patient, session.id);
    m_note->refresh();
}

void AfterPanel::discharge() {
    if (!m_discharge->isEnabled() || m_controller.session().dischargedAt) {
        return;
    }
    if (const auto done = m_controller.discharge(); !done) {
        m_why->setText(done.error().sentence());
        m_why->setToken(Token::Stop);
    }
}

} // namespace kairos::ui
