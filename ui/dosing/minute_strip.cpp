// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/minute_strip.h"

#include "ui/dosing/clock_words.h"
#include "ui/dosing/device_line.h"
#include "ui/dosing/dosing_controller.h"

#include "ui/shared/card.h"
#include "ui/shared/text_label.h"

#include <QHBoxLayout>

namespace kairos::ui {

MinuteStrip::MinuteStrip(DosingController& controller, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_clockCard(new Card(tr("Minute"), CardContent::Padded, this)),
      m_dueCard(new Card(tr("Due"), CardContent::Padded, this)),
      m_lastCard(new Card(tr("Last reading"), CardContent::Padded, this)),
      m_minute(new TextLabel({}, TextRole::Total, Token::Text, m_clockCard)),
      m_infusion(makeParagraph({}, TextRole::Body, Token::Text2, m_clockCard)),
      m_given(makeParagraph({}, TextRole::Strong, Token::Text, m_clockCard)),
      m_due(makeParagraph({}, TextRole::Figure, Token::Text, m_dueCard)),
      m_dueDetail(makeParagraph({}, TextRole::Body, Token::Text2, m_dueCard)),
      m_next(makeParagraph({}, TextRole::Body, Token::Text2, m_dueCard)),
      m_pressure(new TextLabel({}, TextRole::Total, Token::Text, m_lastCard)),
      m_signs(new TextLabel({}, TextRole::Section, Token::Text, m_lastCard)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    row->addWidget(m_clockCard, 3);
    row->addWidget(m_dueCard, 4);
    row->addWidget(m_lastCard, 3);
    auto* clock = new QHBoxLayout;
    clock->setSpacing(px(16));
    auto* words = new QVBoxLayout;
    words->setSpacing(px(2));
    words->addWidget(m_infusion);
    words->addWidget(m_given);
    clock->addWidget(m_minute);
    clock->addLayout(words, 1);
    m_clockCard->body().addLayout(clock);
    m_dueCard->body().setSpacing(px(2));
    for (TextLabel* label : {m_due, m_dueDetail, m_next}) {
        m_dueCard->body().addWidget(label);
    }
    auto* last = new QHBoxLayout;
    last->setSpacing(px(16));
    last->addWidget(m_pressure);
    last->addWidget(m_signs, 1);
    m_lastCard->body().addLayout(last);
    // Its height follows from its width; a fixed one would ask for the height of its narrowest wrapping.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(&controller, &DosingController::ticked, this, &MinuteStrip::redraw);
    connect(&controller, &DosingController::changed, this, &MinuteStrip::redraw);
    redraw();
}

void MinuteStrip::redraw() {
    if (m_controller.trouble()) {
        return;
    }
    m_minute->setText(minuteText());
    m_infusion->setText(infusionWords(m_controller));
    m_given->setText(givenWords(m_controller));
    const auto& devices = m_controller.view().devices;
    m_clockCard->setSubtitle(devices ? deviceCountWords(*devices) : QString());
    drawDue();
    drawLast();
}

void MinuteStrip::drawDue() {
    const DueView due = m_controller.due();
    const bool isLate = due.now && due.now->state == DueState::Late;
    m_dueCard->setTitle(due.now ? tr("Due") : tr("Monitoring"));
    m_dueCard->setSubtitle(dueStateWords(m_controller));
    m_due->setText(dueTitleWords(m_controller));
    m_due->setToken(due.now ? (isLate ? Token::Stop : Token::Caution) : Token::Text);
    m_dueDetail->setText(dueDetailWords(m_controller));
    m_next->setText(nextWords(m_controller));
    m_next->setVisible(!m_next->text().isEmpty());
}

void MinuteStrip::drawLast() {
    const auto last = m_controller.lastReading();
    m_lastCard->setTitle(tr("Last reading"));
    m_lastCard->setSubtitle(last ? lastWhenWords(m_controller) : tr("none yet"));
    m_pressure->setText(pressureWords(m_controller));
    m_signs->setText(last ? signWords(*last).replace(QStringLiteral("   "), QStringLiteral("\n"))
                          : QString());
}

QString MinuteStrip::minuteText() const {
    return minuteWords(m_controller) + secondWords(m_controller);
}

QString MinuteStrip::dueText() const {
    return m_due->text();
}

} // namespace kairos::ui
