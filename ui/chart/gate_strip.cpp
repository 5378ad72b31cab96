// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/gate_strip.h"

#include "ui/chart/screening_words.h"
#include "ui/shared/buttons.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/text_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

GateStrip::GateStrip(QWidget* parent)
    : QWidget(parent),
      m_chip(new StatusChip({}, this)),
      m_words(makeParagraph({}, TextRole::Body, Token::Text, this)),
      m_sources(makeParagraph({}, TextRole::Caption, Token::Text2, this)),
      m_override(makeButton({tr("Override the gate…"), ButtonKind::Danger}, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(10));
    row->addWidget(new TextLabel(tr("Screening"), TextRole::Strong, Token::Text, this));
    row->addWidget(m_chip);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(px(1));
    lines->addWidget(m_words);
    lines->addWidget(m_sources);
    row->addLayout(lines, 1);
    row->addWidget(m_override);
    connect(m_override, &QPushButton::clicked, this, &GateStrip::overrideRequested);
}

void GateStrip::show(const workflow::ScreeningGate& gate, const QString& overriddenBy) {
    const safety::Eligibility& eligibility = gate.eligibility;
    m_chip->setChip(ScreeningWords::gate(gate));
    QString words = eligibility.evidence;
    if (eligibility.state == safety::EligibilityState::Overridden) {
        words = tr("%1. Let go by %2: %3", "what holds, who, why")
                    .arg(words, overriddenBy, eligibility.overrideReason);
    }
    m_words->setText(words);
    m_sources->setText(eligibility.sources.join(QStringLiteral(" · ")));
    m_sources->setVisible(!eligibility.sources.isEmpty());
    m_override->setVisible(eligibility.state == safety::EligibilityState::Holds);
}

QString GateStrip::words() const {
    return m_words->text();
}

} // namespace kairos::ui
