// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/safety_plan_card.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/text_label.h"

#include "core/therapy/sheet_forms.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

using workflow::SafetyPlanStanding;

namespace {

Chip planChip(const SafetyPlanStanding& standing, const safety::GateLine& line) {
    const QString object = SafetyPlanCard::tr("Safety plan");
    if (line.state == safety::GateState::Met) {
        return {ChipKind::Done, SafetyPlanCard::tr("on file"), object};
    }
    if (standing.sheet) {
        return {ChipKind::Late, SafetyPlanCard::tr("review due"), object};
    }
    return {ChipKind::Late,
            standing.facts.trouble.isEmpty() ? SafetyPlanCard::tr("missing")
                                             : SafetyPlanCard::tr("cannot be read"),
            object};
}

/// "None on file." as a sentence of its own.
QString sentence(const QString& phrase) {
    return phrase.left(1).toUpper() + phrase.mid(1) + QLatin1Char('.');
}

} // namespace

SafetyPlanCard::SafetyPlanCard(const PageContext& context, Size size, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_size(size),
      m_card(new Card(tr("Safety plan"), CardContent::Padded, this)),
      m_chip(new StatusChip({}, m_card)),
      m_open(makeButton({.text = tr("Open"), .icon = Icon::Doc, .key = QKeySequence(Qt::ALT | Qt::Key_L)},
                        m_card)),
      m_state(makeParagraph({}, TextRole::Strong, Token::Text, m_card)),
      m_why(makeParagraph({}, TextRole::Body, Token::Text2, m_card)),
      m_body(&m_card->body()),
      m_source(makeParagraph({}, TextRole::Caption, Token::Text2, m_card)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_card->addToTitle(m_chip);
    m_card->addToTitle(m_open);
    for (QWidget* text : std::initializer_list<QWidget*>{m_state, m_why, m_source}) {
        m_body->addWidget(text);
    }
    connect(m_open, &QPushButton::clicked, this, [this] {
        // The form's id opens the plan there is, or begins one.
        m_context.navigator.open(ChartPlace{m_patient, QString(kTabSheets), QString(therapy::kSafetyPlan)});
    });
    hide();
}

void SafetyPlanCard::showFor(const record::PatientId& patient, const SafetyPlanStanding& standing,
                             const safety::GateLine& line) {
    m_patient = patient;
    setVisible(standing.facts.isAskedFor());
    if (!standing.facts.isAskedFor()) {
        return;
    }
    m_chip->setChip(planChip(standing, line));
    const QString words = standing.sheet || !standing.facts.trouble.isEmpty() ? tr("Open") : tr("Write it");
    if (m_open->text() != words) {
        m_open->setText(words);
        m_open->setShortcut(QKeySequence(Qt::ALT | Qt::Key_L)); // New words take the key away.
    }
    m_state->setText(sentence(line.evidence));
    m_why->setText(tr("Shown because of %1.").arg(standing.facts.answers.join(QStringLiteral("; "))));
    m_source->setText(tr("Source: %1 (%2)").arg(line.source, base::confidenceMark(line.confidence)));
    showParts(standing);
}

void SafetyPlanCard::showParts(const SafetyPlanStanding& standing) {
    delete m_parts;
    m_parts = nullptr;
    const therapy::SheetForm* form = therapy::SheetForms::builtIn().find(therapy::kSafetyPlan);
    if (m_size == Size::Compact || !standing.sheet || form == nullptr) {
        return;
    }
    m_parts = new QWidget(m_card);
    auto* column = new QVBoxLayout(m_parts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(2));
    for (const therapy::SheetPart& part : form->parts) {
        const QString text = standing.sheet->textOf(part.id);
        column->addWidget(makeWrapped(part.title, TextRole::Strong, Token::Text, m_parts));
        column->addWidget(makeParagraph(text.isEmpty() ? tr("nothing written") : text, TextRole::Body,
                                        text.isEmpty() ? Token::Text2 : Token::Text, m_parts));
    }
    m_body->insertWidget(m_body->indexOf(m_source), m_parts);
}

QString SafetyPlanCard::words() const {
    QStringList lines{m_chip->chip().word, m_state->text(), m_why->text()};
    if (m_parts != nullptr) {
        for (const auto* label : m_parts->findChildren<TextLabel*>()) {
            lines.append(label->text());
        }
    }
    lines.append(m_source->text());
    return lines.join(QLatin1Char('\n'));
}

} // namespace kairos::ui
