// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include "ui/shell/status_item.h"

#include "ui/shared/formats.h"
#include "ui/shared/type_scale.h"

#include <QHBoxLayout>
#include <QPainter>

namespace kairos::ui {
namespace {

constexpr qint64 kOneMinuteMs = 60'000;
constexpr qint64 kOneSecondMs = 1'000;

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent),
      m_practice(new StatusItem(Icon::Folder, this)),
      m_person(new StatusItem(Icon::User, this)),
      m_journal(new StatusItem(Icon::Link, this)),
      m_draft(new StatusItem(Icon::Draft, this)),
      m_lock(new StatusItem(Icon::Lock, this)),
      m_date(new StatusItem({}, this)),
      m_time(new StatusItem({}, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(8), 1, px(6), 0);
    row->setSpacing(px(4));
    for (QWidget* item : {m_practice, m_person, m_journal}) {
        row->addWidget(item);
    }
    row->addStretch(1);
    for (QWidget* item : {m_draft, m_lock, m_date, m_time}) {
        row->addWidget(item);
    }
    m_time->setStrong();
    setMinimumHeight(px(26));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StatusLine::setPractice(const QString& name) {
    m_practice->setWords(name);
}

void StatusLine::setPerson(const QString& name) {
    m_person->setWords(name);
}

void StatusLine::setJournal(JournalState state, const QString& words) {
    m_journal->setWords(words);
    if (state == JournalState::Broken) {
        m_journal->setVoice(Token::Stop, Token::StopSoft);
    } else {
        m_journal->setVoice(Token::Text2, std::nullopt);
    }
}

void StatusLine::setDraft(const QString& words) {
    m_draft->setWords(words);
}

void StatusLine::setLock(std::optional<qint64> leftMs) {
    m_lock->setVoice(Token::Text2, std::nullopt);
    if (!leftMs) {
        m_lock->setWords(tr("stays open during the dose"));
    } else if (*leftMs > kOneMinuteMs) {
        const int minutes = static_cast<int>((*leftMs + kOneMinuteMs - 1) / kOneMinuteMs);
        m_lock->setWords(tr("locks in %1 min").arg(minutes));
    } else {
        const int seconds = static_cast<int>((*leftMs + kOneSecondMs - 1) / kOneSecondMs);
        m_lock->setWords(tr("locks in %1 s").arg(seconds));
        m_lock->setVoice(Token::Caution, Token::CautionSoft);
    }
}

void StatusLine::setNow(const base::Instant& now, const QTimeZone& zone) {
    m_date->setWords(dateText(now.local(zone).date()));
    m_time->setWords(timeText(now, zone));
}

void StatusLine::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Sunken));
    painter.fillRect(QRect(0, 0, width(), 1), theme.color(Token::Line));
}

} // namespace kairos::ui
