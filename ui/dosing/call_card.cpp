// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/call_card.h"

#include "ui/dosing/dosing_controller.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/text_label.h"
#include "ui/shared/type_scale.h"

#include "core/safety/attention_rules.h"
#include "core/workflow/call_care.h"
#include "core/workflow/open_practice.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace kairos::ui {

using record::GateAnswer;
using record::GateCheck;

CallCard::CallCard(DosingController& controller, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_card(new Card(tr("Call after the dose"), CardContent::Padded, this)),
      m_calls(makeParagraph({}, TextRole::Body, Token::Text, m_card)),
      m_form(new QWidget(m_card)),
      m_words(new QLineEdit),
      m_trouble(makeParagraph({}, TextRole::Body, Token::Stop, m_card)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_card->body().addWidget(m_calls);
    auto* row = new QHBoxLayout(m_form);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    m_words->setObjectName(QStringLiteral("call-words"));
    m_words->setPlaceholderText(tr("how the patient is"));
    m_words->setAccessibleName(tr("How the patient is"));
    auto* reached = makeButton({.text = tr("Reached")}, m_form);
    auto* missed = makeButton({.text = tr("Not reached")}, m_form);
    row->addWidget(m_words, 1);
    row->addWidget(reached);
    row->addWidget(missed);
    m_card->body().addWidget(m_form);
    m_card->body().addWidget(m_trouble);
    m_trouble->hide();
    connect(m_words, &QLineEdit::returnPressed, this, [this] { say(GateAnswer::Met); });
    connect(reached, &QPushButton::clicked, this, [this] { say(GateAnswer::Met); });
    connect(missed, &QPushButton::clicked, this, [this] { say(GateAnswer::NotMet); });
    connect(&controller, &DosingController::changed, this, &CallCard::reload);
    reload();
}

QString CallCard::lineOf(const GateCheck& call) const {
    const auto& practice = m_controller.context().practice;
    const QString said = call.evidence.isEmpty() ? QString() : QStringLiteral(": ") + call.evidence;
    const QString when = dateTimeText(call.at, practice.zone());
    const QString who = practice.clinicianName(call.by);
    return (call.answer == GateAnswer::Met ? tr("Reached %1 by %2%3") : tr("Not reached %1 by %2%3"))
        .arg(when, who, said);
}

void CallCard::reload() {
    if (m_controller.trouble()) {
        return;
    }
    const record::DosingSession& session = m_controller.session();
    setVisible(session.dischargedAt.has_value());
    if (!session.dischargedAt) {
        return;
    }
    const auto calls = workflow::CallCare(m_controller.context().practice).callsAfter(session.id);
    m_trouble->setVisible(!calls.has_value());
    if (!calls) {
        m_trouble->setText(calls.error().sentence());
        return;
    }
    QStringList lines;
    bool isReached = false;
    for (const GateCheck& call : *calls) {
        lines.append(lineOf(call));
        isReached = isReached || call.answer == GateAnswer::Met;
    }
    const qint64 hours = safety::AttentionRules::builtIn().callAfterHours;
    m_card->setSubtitle(isReached ? tr("done")
                                  : tr("due until %1")
                                        .arg(dateTimeText(session.dischargedAt->plusMinutes(hours * 60),
                                                          m_controller.context().practice.zone())));
    m_calls->setText(lines.join(QLatin1Char('\n')));
    m_calls->setVisible(!lines.isEmpty());
    m_form->setVisible(!isReached);
}

void CallCard::say(GateAnswer answer) {
    const auto done = workflow::CallCare(m_controller.context().practice)
                          .sayAfter(m_controller.session().id, answer, m_words->text());
    m_trouble->setVisible(!done.has_value());
    if (!done) {
        m_trouble->setText(done.error().sentence());
        m_words->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_words->clear();
}

} // namespace kairos::ui
