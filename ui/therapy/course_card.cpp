// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/course_card.h"

#include "ui/therapy/therapy_words.h"

#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/text_label.h"

#include "core/workflow/open_practice.h"

#include <QVBoxLayout>

#include <cmath>

namespace kairos::ui {

using namespace record;

namespace {

constexpr qsizetype kEarlierShown = 9;

} // namespace

CourseCard::CourseCard(workflow::OpenPractice& practice, QWidget* parent)
    : QWidget(parent),
      m_practice(practice),
      m_card(new Card(tr("This course"), CardContent::Padded, this)),
      m_dose(makeParagraph({}, TextRole::Strong, Token::Text, m_card)),
      m_since(makeParagraph({}, TextRole::Body, Token::Text, m_card)),
      m_window(new StatusChip({}, m_card)),
      m_basis(makeParagraph({}, TextRole::Caption, Token::Text2, m_card)),
      m_intention(makeParagraph({}, TextRole::Body, Token::Text, m_card)),
      m_earlier(makeParagraph({}, TextRole::Body, Token::Text, m_card)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_window->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto& body = m_card->body();
    body.addWidget(m_dose);
    body.addWidget(m_since);
    body.addWidget(m_window);
    body.addWidget(m_basis);
    body.addWidget(makeHairline(m_card));
    body.addWidget(makeSectionTitle(tr("Intention"), m_card));
    body.addWidget(m_intention);
    body.addWidget(makeHairline(m_card));
    body.addWidget(makeSectionTitle(tr("Earlier sessions"), m_card));
    body.addWidget(m_earlier);
    body.addStretch();
}

void CourseCard::show(const TherapySession& session, const workflow::CourseGlance& glance,
                      const base::Instant& at) {
    const DosingSession* dose = glance.lastDose();
    const auto hours = glance.hoursSince(at);
    if (dose == nullptr) {
        m_dose->setText(tr("No dose was given yet"));
    } else {
        m_dose->setText(
            tr("Dose %1, %2").arg(dose->number).arg(dateTimeText(*dose->startedAt, m_practice.zone())));
    }
    m_since->setText(hours ? tr("%1 h after its end").arg(std::lround(std::floor(*hours))) : QString());
    m_since->setVisible(hours.has_value());
    const bool isIntegration = session.type == TherapyType::Integration;
    const auto chip = isIntegration ? windowChip(glance, at) : std::nullopt;
    m_window->setVisible(chip.has_value());
    if (chip) {
        m_window->setChip(*chip);
    }
    m_basis->setText(chip ? windowWords(glance) : QString());
    m_basis->setVisible(chip.has_value());
    const QString intention = dose != nullptr ? dose->intention : QString();
    m_intention->setText(intention.isEmpty() ? tr("none was written down") : tr("“%1”").arg(intention));
    m_intention->setToken(intention.isEmpty() ? Token::Text2 : Token::Text);
    showEarlier(glance);
}

void CourseCard::showEarlier(const workflow::CourseGlance& glance) {
    QStringList lines;
    for (auto held = glance.therapy.rbegin(); held != glance.therapy.rend() && lines.size() < kEarlierShown;
         ++held) {
        QStringList parts = {dayText(held->startedAt->local(m_practice.zone()).date()), therapyTitle(*held)};
        if (held->minutes) {
            parts.append(withUnit(QString::number(*held->minutes), QStringLiteral("min")));
        }
        lines.append(parts.join(QStringLiteral(", ")));
    }
    m_earlier->setText(lines.isEmpty() ? tr("none held before this one") : lines.join(QLatin1Char('\n')));
    m_earlier->setToken(lines.isEmpty() ? Token::Text2 : Token::Text);
}

QString CourseCard::sinceText() const {
    return m_since->text();
}

} // namespace kairos::ui
