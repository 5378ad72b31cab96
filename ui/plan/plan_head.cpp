// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/plan_head.h"

#include "ui/plan/plan_words.h"

#include "ui/shared/buttons.h"
#include "ui/shared/formats.h"
#include "ui/shared/segments.h"
#include "ui/shared/text_label.h"

#include "core/workflow/open_practice.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

PlanHead::PlanHead(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_title(makeParagraph({}, TextRole::Section, Token::Text, this)),
      m_facts(makeParagraph({}, TextRole::Body, Token::Text2, this)),
      m_span(new Segments(tr("How much of the course is shown"), {tr("course"), tr("7 weeks"), tr("2 weeks")},
                          this)),
      m_revise(makeButton({.text = tr("What if, revise"), .icon = Icon::History}, this)),
      m_print(makeButton({.text = tr("Print"), .icon = Icon::Print, .key = QKeySequence::Print}, this)),
      m_sign(makeButton(
          {.text = tr("Sign"), .kind = ButtonKind::Primary, .icon = Icon::Signed, .key = QKeySequence::Save},
          this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    auto* words = new QVBoxLayout;
    words->setSpacing(px(2));
    words->addWidget(m_title);
    words->addWidget(m_facts);
    row->addLayout(words, 1);
    m_span->setCurrent(1);
    row->addWidget(m_span, 0, Qt::AlignVCenter);
    for (QPushButton* button : {m_revise, m_print, m_sign}) {
        row->addWidget(button, 0, Qt::AlignVCenter);
    }
    connect(m_span, &Segments::chosen, this, &PlanHead::spanChosen);
    connect(m_revise, &QPushButton::clicked, this, &PlanHead::reviseAsked);
    connect(m_print, &QPushButton::clicked, this, &PlanHead::printAsked);
    connect(m_sign, &QPushButton::clicked, this, &PlanHead::signAsked);
}

void PlanHead::showPlan(const workflow::PlanView& view) {
    const record::TreatmentPlan& plan = view.plan;
    m_title->setText(plan.title);
    QString state = planStateText(plan.state);
    if (!plan.stateReason.isEmpty() && plan.state != record::PlanState::Active) {
        state = tr("%1: %2").arg(state, plan.stateReason);
    }
    m_facts->setText(tr("protocol version %1 · plan revision %2, %3 · %4")
                         .arg(plan.protocolVersion)
                         .arg(plan.revision)
                         .arg(state, signedWords(view)));
    m_sign->setVisible(!view.isRevisionSigned() && !view.isOver());
    m_revise->setVisible(!view.isOver());
    m_print->setVisible(m_context.navigator.canOpen(PlanSheetPlace{plan.patient, plan.id}));
}

QString PlanHead::signedWords(const workflow::PlanView& view) const {
    if (view.signatures.isEmpty()) {
        return tr("DRAFT, not signed");
    }
    const record::Signature& last = view.signatures.last();
    const QString who = m_context.practice.clinicianName(last.signer);
    const QString when = plainDateText(last.at.local(m_context.practice.zone()).date());
    return view.isRevisionSigned() ? tr("signed %1 by %2").arg(when, who)
                                   : tr("changed since %1 signed it on %2").arg(who, when);
}

} // namespace kairos::ui
