// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/patient_header.h"

#include "ui/chart/header_words.h"

#include "ui/shared/buttons.h"
#include "ui/shared/formats.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/text_label.h"

#include "core/safety/risk_state.h"
#include "core/workflow/open_practice.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kHeight = 72;
constexpr int kAcross = 20;

} // namespace

HeaderFact::HeaderFact(const QString& name, QWidget* parent)
    : QWidget(parent),
      m_name(new TextLabel(name, TextRole::Caption, Token::Text2, this)),
      m_strong(new TextLabel({}, TextRole::HeaderValue, Token::Text, this)),
      m_rest(new TextLabel({}, TextRole::Caption, Token::Text2, this)),
      m_row(new QHBoxLayout) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), 0, 0, 0);
    column->setSpacing(px(3));
    column->addStretch(1);
    column->addWidget(m_name);
    m_row->setSpacing(px(5));
    m_row->addWidget(m_strong);
    m_row->addWidget(m_rest, 0, Qt::AlignVCenter);
    m_row->addStretch(1);
    column->addLayout(m_row);
    column->addStretch(1);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

void HeaderFact::setName(const QString& name) {
    m_name->setText(name);
}

void HeaderFact::setValue(const QString& strong, const QString& rest) {
    m_strong->setText(strong);
    m_strong->setVisible(!strong.isEmpty());
    m_rest->setText(rest);
    m_rest->setVisible(!rest.isEmpty());
    setAccessibleName(QStringLiteral("%1: %2 %3").arg(m_name->text(), strong, rest).trimmed());
}

void HeaderFact::setRestVisible(bool visible) {
    m_rest->setVisible(visible && !m_rest->text().isEmpty());
}

void HeaderFact::setChip(StatusChip* chip) {
    m_row->insertWidget(0, chip);
}

void HeaderFact::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, 1, height()), themeOf(*this).color(Token::Line));
}

PatientHeader::PatientHeader(const PageContext& context, QWidget* parent)
    : PatientHeaderBase(parent),
      m_context(context),
      m_person(new QWidget(this)),
      m_name(new TextLabel({}, TextRole::PatientName, Token::Text, m_person)),
      m_line(new TextLabel({}, TextRole::Body, Token::Text2, m_person)),
      m_allergies(new HeaderFact(tr("Allergies"), this)),
      m_weight(new HeaderFact(tr("Weight"), this)),
      m_phase(new HeaderFact(tr("Phase"), this)),
      m_risk(new HeaderFact(tr("Risk"), this)),
      m_score(new HeaderFact({}, this)),
      m_riskChip(new StatusChip({ChipKind::Risk, {}, {}, {}}, m_risk)),
      m_openRisk(makeButton({tr("Assess"), ButtonKind::Quiet}, this)),
      m_first(new QHBoxLayout),
      m_second(nullptr),
      m_secondRow(new QWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(kAcross), px(8), px(kAcross), px(9));
    column->setSpacing(px(6));
    auto* words = new QVBoxLayout(m_person);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(px(2));
    words->addStretch(1);
    words->addWidget(m_name);
    words->addWidget(m_line);
    words->addStretch(1);
    m_risk->setChip(m_riskChip);
    m_first->setSpacing(px(18));
    column->addLayout(m_first, 1);
    m_second = new QHBoxLayout(m_secondRow);
    m_second->setContentsMargins(0, 0, 0, 0);
    m_second->setSpacing(px(18));
    column->addWidget(m_secondRow);
    arrange(1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_openRisk->setAccessibleName(tr("Assess the open risk"));
    connect(m_openRisk, &QPushButton::clicked, this, [this] {
        if (m_patient) {
            m_context.navigator.open(RiskPlace{*m_patient});
        }
    });
}

void PatientHeader::showPatient(const record::PatientId& patient) {
    m_patient = patient;
    refresh();
}

void PatientHeader::refresh() {
    if (!m_patient) {
        return;
    }
    const auto view = workflow::ChartQuery(m_context.practice).header(*m_patient);
    if (!view) {
        // Never the former patient's facts under another one's page.
        m_view.reset();
        m_name->setText(tr("This chart cannot be read"));
        m_line->setText(view.error().sentence());
        for (QWidget* fact : {static_cast<QWidget*>(m_allergies), static_cast<QWidget*>(m_weight),
                              static_cast<QWidget*>(m_phase), static_cast<QWidget*>(m_risk),
                              static_cast<QWidget*>(m_score), static_cast<QWidget*>(m_openRisk)}) {
            fact->hide();
        }
        return;
    }
    m_view = *view;
    fill();
    fit();
    repaint();
}

void PatientHeader::fill() {
    const QDate today = m_context.practice.today();
    const QTimeZone& zone = m_context.practice.zone();
    m_name->setText(m_view->patient.displayName());
    m_line->setText(personLine(m_view->patient, today));
    const HeaderWords allergies = allergyWords(*m_view);
    m_allergies->setValue(allergies.strong, allergies.rest);
    const HeaderWords weight = weightWords(*m_view, today, zone);
    m_weight->setValue(weight.strong, weight.rest);
    const HeaderWords phase = phaseWords(*m_view);
    m_phase->setValue(phase.strong, phase.rest);
    const bool isOpen = m_view->risk.has_value();
    m_riskChip->setVisible(isOpen);
    m_risk->setValue(isOpen ? QString() : safety::riskStateShort(false), {});
    if (isOpen) {
        const QDateTime since = m_view->risk->openSince().local(zone);
        const QString when = since.date() == today
                                 ? timeText(since.time())
                                 : QLocale().toString(since.date(), QStringLiteral("d MMM"));
        m_riskChip->setChip({ChipKind::Risk,
                             tr("open since %1").arg(when),
                             tr("risk item %1").arg(m_view->risk->number),
                             {}});
    }
    const HeaderWords score = scoreWords(*m_view);
    m_score->setName(scoreTitle(*m_view, today, zone));
    m_score->setValue(score.strong, score.rest);
    for (HeaderFact* fact : {m_allergies, m_weight, m_phase, m_risk}) {
        fact->show();
    }
    m_score->setVisible(!score.strong.isEmpty());
    m_openRisk->setVisible(isOpen && m_context.navigator.canOpen(RiskPlace{*m_patient}));
}

void PatientHeader::arrange(int lines) {
    m_lines = lines;
    QHBoxLayout* facts = lines == 1 ? m_first : m_second;
    for (QHBoxLayout* row : {m_first, m_second}) {
        while (QLayoutItem* item = row->takeAt(0)) {
            delete item;
        }
    }
    m_first->addWidget(m_person);
    for (QWidget* fact :
         {static_cast<QWidget*>(m_allergies), static_cast<QWidget*>(m_weight), static_cast<QWidget*>(m_phase),
          static_cast<QWidget*>(m_risk), static_cast<QWidget*>(m_openRisk), static_cast<QWidget*>(m_score)}) {
        facts->addWidget(fact);
    }
    m_first->addStretch(1);
    if (lines == 2) {
        m_second->addStretch(1);
    }
    m_secondRow->setVisible(lines == 2);
}

int PatientHeader::neededWidth() const {
    int width = 2 * px(kAcross) + m_person->sizeHint().width();
    for (const QWidget* fact :
         {static_cast<const QWidget*>(m_allergies), static_cast<const QWidget*>(m_weight),
          static_cast<const QWidget*>(m_phase), static_cast<const QWidget*>(m_risk),
          static_cast<const QWidget*>(m_openRisk), static_cast<const QWidget*>(m_score)}) {
        width +=
            fact->isVisibleTo(this) || fact->isVisibleTo(m_secondRow) ? fact->sizeHint().width() + px(18) : 0;
    }
    return width;
}

void PatientHeader::fit() {
    if (!m_view) {
        return;
    }
    m_phase->show();
    m_weight->setRestVisible(true);
    if (neededWidth() > width()) {
        m_phase->hide();
    }
    if (neededWidth() > width()) {
        m_weight->setRestVisible(false);
    }
    const int lines = neededWidth() > width() ? 2 : 1;
    if (lines != m_lines) {
        arrange(lines);
        updateGeometry();
    }
}

QSize PatientHeader::minimumSizeHint() const {
    return {px(360), px(kHeight) * m_lines};
}

void PatientHeader::resizeEvent(QResizeEvent* event) {
    PatientHeaderBase::resizeEvent(event);
    fit();
}

void PatientHeader::changeEvent(QEvent* event) {
    PatientHeaderBase::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange) {
        fit();
    }
}

void PatientHeader::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
}

} // namespace kairos::ui
