// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/progress_line.h"

#include "ui/shared/buttons.h"
#include "ui/shared/text_label.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kPatienceMs = 300;

} // namespace

ProgressLine::ProgressLine(QWidget* parent)
    : QWidget(parent),
      m_bar(new QProgressBar(this)),
      m_words(new TextLabel({}, TextRole::Caption, Token::Text2, this)),
      m_stop(makeButton({.text = tr("Stop")}, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    auto* column = new QVBoxLayout;
    column->setSpacing(px(4));
    column->addWidget(m_bar);
    column->addWidget(m_words);
    row->addLayout(column, 1);
    row->addWidget(m_stop);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(px(6));
    m_stop->hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(kPatienceMs);
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(m_stop, &QPushButton::clicked, this, &ProgressLine::stopRequested);
    hide();
}

void ProgressLine::start(const QString& words) {
    setProgress(0, 0, words);
    m_delay.start();
}

void ProgressLine::setProgress(int done, int total, const QString& words) {
    m_bar->setRange(0, qMax(total, 1));
    m_bar->setValue(total > 0 ? done : 0);
    m_words->setText(words);
    m_bar->setAccessibleName(words);
}

void ProgressLine::finish() {
    m_delay.stop();
    hide();
}

void ProgressLine::setStoppable() {
    m_stop->show();
}

void ProgressLine::showNow() {
    m_delay.stop();
    show();
}

} // namespace kairos::ui
