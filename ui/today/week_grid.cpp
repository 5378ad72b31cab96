// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/week_grid.h"

#include "ui/today/today_words.h"
#include "ui/today/week_words.h"

#include "ui/shared/formats.h"
#include "ui/shared/icons.h"
#include "ui/shared/paint_controls.h"
#include "ui/shared/type_scale.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace kairos::ui {

using workflow::WeekAppointment;
using workflow::WeekDay;

namespace {

constexpr int kWeekHead = 46;
constexpr int kHours = 50;
constexpr int kLeastBlock = 34;
constexpr int kStepMinutes = 15;
constexpr int kWeekDays = 7;
constexpr int kWeekSign = 12;

bool isArrow(int key) {
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

QString hoursWords(const WeekDay& day) {
    if (!day.holiday.isEmpty()) {
        return TodayWords::tr("closed: %1").arg(day.holiday);
    }
    if (!day.isOpen) {
        return TodayWords::tr("closed");
    }
    return day.hours ? rangeText(timeText(day.hours->opens), timeText(day.hours->closes))
                     : TodayWords::tr("open");
}

Token groundOf(const WeekAppointment& appointment) {
    if (!appointment.session) {
        return Token::NeutralSoft;
    }
    return appointment.isDosing ? Token::AccentSoft : Token::InfoSoft;
}

} // namespace

WeekGrid::WeekGrid(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(TodayWords::tr("Appointments of the week"));
}

QSize WeekGrid::minimumSizeHint() const {
    return {px(700), px(kWeekHead + 12 * 30)};
}

void WeekGrid::reckonHours() {
    m_firstHour = 8;
    m_lastHour = 18;
    for (const WeekDay& day : m_week.days) {
        if (day.hours) {
            m_firstHour = std::min(m_firstHour, day.hours->opens.hour());
            m_lastHour = std::max(m_lastHour, day.hours->closes.hour());
        }
        for (const WeekAppointment& appointment : day.appointments) {
            m_firstHour = std::min(m_firstHour, appointment.booked.time.hour());
            m_lastHour = std::max(m_lastHour, std::min(24, appointment.booked.time.hour() + 1));
        }
    }
}

void WeekGrid::setWeek(workflow::WeekView week) {
    const auto* former = current();
    const auto session = former != nullptr ? former->session : std::nullopt;
    const auto step = former != nullptr ? former->step : std::nullopt;
    m_week = std::move(week);
    m_trial.reset();
    m_index = -1;
    reckonHours();
    std::pair<int, int> first{0, -1};
    for (int day = 0; day < m_week.days.size(); ++day) {
        const auto& list = m_week.days.at(day).appointments;
        for (int i = 0; i < list.size(); ++i) {
            const bool isFormer = session ? list.at(i).session == session : (step && list.at(i).step == step);
            if (first.second < 0 || isFormer) {
                first = {day, i};
            }
            if (isFormer) {
                day = static_cast<int>(m_week.days.size());
                break;
            }
        }
    }
    choose(first.first, first.second);
}

const WeekAppointment* WeekGrid::current() const {
    const bool isThere =
        m_index >= 0 && m_day < m_week.days.size() && m_index < m_week.days.at(m_day).appointments.size();
    return isThere ? &m_week.days.at(m_day).appointments.at(m_index) : nullptr;
}

void WeekGrid::choose(int day, int index) {
    m_day = day;
    m_index = index;
    setAccessibleDescription(current() != nullptr ? appointmentSentence(*current()) : QString());
    update();
    Q_EMIT currentChanged();
}

void WeekGrid::setTrial(const std::optional<base::Appointment>& to) {
    m_trial = to;
    update();
}

QRect WeekGrid::columnRect(int day) const {
    const int left = px(kHours);
    const int all = width() - left;
    const int from = left + all * day / kWeekDays;
    return {from, px(kWeekHead), left + all * (day + 1) / kWeekDays - from, height() - px(kWeekHead)};
}

int WeekGrid::yOf(QTime time) const {
    const double hours = time.msecsSinceStartOfDay() / 3'600'000.0 - m_firstHour;
    return px(kWeekHead) +
           static_cast<int>(hours * (height() - px(kWeekHead)) / qMax(1, m_lastHour - m_firstHour));
}

QRect WeekGrid::blockRect(const WeekAppointment& appointment, int day) const {
    const QRect column = columnRect(day).adjusted(px(3), 0, -px(3), 0);
    const int top = yOf(appointment.booked.time);
    const int bottom = appointment.minutes > 0 ? yOf(appointment.end()) : top;
    const int tall = qMax(px(kLeastBlock), bottom - top - px(2));
    return {column.left(), qMin(top + 1, height() - tall - 1), column.width(), tall};
}

void WeekGrid::shareWidth(QList<Block>& blocks, qsizetype from, qsizetype to) {
    QList<int> bottoms; // Of the last block in each lane.
    QList<int> lanes;
    for (qsizetype i = from; i <= to; ++i) {
        const QRect& rect = blocks.at(i).rect;
        const auto free =
            std::find_if(bottoms.begin(), bottoms.end(), [&rect](int bottom) { return bottom < rect.top(); });
        const auto lane = static_cast<int>(free - bottoms.begin());
        if (free == bottoms.end()) {
            bottoms.append(rect.bottom());
        } else {
            *free = rect.bottom();
        }
        lanes.append(lane);
    }
    for (qsizetype i = from; i <= to; ++i) {
        QRect& rect = blocks[i].rect;
        const int wide = rect.width() / static_cast<int>(bottoms.size());
        rect = QRect(rect.left() + wide * lanes.at(i - from), rect.top(), wide - 1, rect.height());
    }
}

QList<WeekGrid::Block> WeekGrid::blocks() const {
    QList<Block> all;
    for (int day = 0; day < m_week.days.size(); ++day) {
        QList<Block> open;
        const auto& list = m_week.days.at(day).appointments;
        for (int i = 0; i < list.size(); ++i) {
            open.append({day, i, blockRect(list.at(i), day)});
        }
        // Blocks that touch each other share the width, in the order of time.
        qsizetype from = 0;
        while (from < open.size()) {
            qsizetype to = from;
            int bottom = open.at(from).rect.bottom();
            while (to + 1 < open.size() && open.at(to + 1).rect.top() <= bottom) {
                bottom = qMax(bottom, open.at(++to).rect.bottom());
            }
            shareWidth(open, from, to);
            from = to + 1;
        }
        all += open;
    }
    return all;
}

void WeekGrid::paintHead(QPainter& painter, int day) const {
    const Theme& theme = themeOf(*this);
    const WeekDay& one = m_week.days.at(day);
    const QRect column = columnRect(day);
    const QRect head(column.left() + px(6), 0, column.width() - px(8), px(kWeekHead));
    const auto line = [&](TextRole role, Token token, const QString& words, int top) {
        const QFont font = fontFor(role);
        painter.setFont(font);
        painter.setPen(theme.color(token));
        painter.drawText(QRect(head.left(), top, head.width(), px(20)), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(words, Qt::ElideRight, head.width()));
    };
    line(TextRole::Strong, Token::Text, dayText(one.day), px(3));
    const QString away = one.away.isEmpty()
                             ? QString()
                             : TodayWords::tr(", away: %1").arg(one.away.join(QStringLiteral(", ")));
    line(TextRole::Caption, one.isOpen ? Token::Text2 : Token::Caution, hoursWords(one) + away, px(22));
}

void WeekGrid::paintGround(QPainter& painter) const {
    const Theme& theme = themeOf(*this);
    painter.fillRect(rect(), theme.color(Token::Surface));
    for (int day = 0; day < m_week.days.size(); ++day) {
        const WeekDay& one = m_week.days.at(day);
        const QRect column = columnRect(day);
        const QColor closed = theme.color(Token::NeutralSoft);
        if (!one.isOpen) {
            painter.fillRect(column, closed);
        } else if (one.hours) {
            const int opens = yOf(one.hours->opens);
            const int closes = yOf(one.hours->closes);
            painter.fillRect(QRect(column.left(), column.top(), column.width(), opens - column.top()),
                             closed);
            painter.fillRect(QRect(column.left(), closes, column.width(), column.bottom() - closes + 1),
                             closed);
        }
        paintHead(painter, day);
        painter.fillRect(QRect(column.left(), 0, 1, height()), theme.color(Token::Line));
    }
    painter.setFont(fontFor(TextRole::Caption));
    for (int hour = m_firstHour; hour < m_lastHour; ++hour) {
        const int y = yOf(QTime(hour, 0));
        painter.fillRect(QRect(px(kHours), y, width() - px(kHours), 1), theme.color(Token::Line));
        painter.setPen(theme.color(Token::Text3));
        painter.drawText(QRect(0, y, px(kHours) - px(6), px(18)), Qt::AlignRight | Qt::AlignVCenter,
                         timeText(QTime(hour, 0)));
    }
}

void WeekGrid::paintBlock(QPainter& painter, const Block& block) const {
    const Theme& theme = themeOf(*this);
    const auto& one = m_week.days.at(block.day).appointments.at(block.index);
    const bool isCurrent = block.day == m_day && block.index == m_index;
    const bool clashes = !one.conflicts.isEmpty();
    painter.setPen(QPen(theme.color(clashes ? Token::CautionMark : Token::LineStrong), clashes ? 2 : 1));
    painter.setBrush(theme.color(isCurrent ? Token::Select : groundOf(one)));
    painter.drawRoundedRect(QRectF(block.rect).adjusted(0.5, 0.5, -0.5, -0.5), pxF(3), pxF(3));
    QRect box = block.rect.adjusted(px(5), px(1), -px(3), -px(1));
    if (clashes) {
        const int side = px(kWeekSign);
        paintIcon(painter, Icon::Caution, QRectF(box.right() - side, box.top() + px(2), side, side),
                  theme.color(Token::Caution));
    }
    const auto line = [&](TextRole role, const QString& words, int inset) {
        const QFont font = fontFor(role);
        const int tall = QFontMetrics(font).height();
        painter.setFont(font);
        painter.setPen(theme.color(Token::Text));
        painter.drawText(QRect(box.left(), box.top(), box.width() - inset, tall),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(words, Qt::ElideRight, box.width() - inset));
        box.setTop(box.top() + tall);
    };
    const QString head = QStringLiteral("%1 %2").arg(timeText(one.booked.time), one.patient.familyName);
    const int sign = clashes ? px(kWeekSign + 2) : 0;
    if (QFontMetrics(fontFor(TextRole::CaptionStrong)).horizontalAdvance(head) <= box.width() - sign) {
        line(TextRole::CaptionStrong, head, sign);
    } else { // Beside another block the name has a line of its own.
        line(TextRole::CaptionStrong, timeText(one.booked.time), sign);
        const QString& name = one.patient.familyName;
        const auto fits = [&](TextRole role) {
            return QFontMetrics(fontFor(role)).horizontalAdvance(name) <= box.width();
        };
        if (!fits(TextRole::CaptionStrong)) {
            box.adjust(-px(2), 0, px(2), 0); // A name is whole before it is bold or stands off the edge.
        }
        line(fits(TextRole::CaptionStrong) ? TextRole::CaptionStrong : TextRole::Caption, name, 0);
    }
    const QString state = bookedStateWord(one.state);
    line(TextRole::Caption, state.isEmpty() ? one.title : QStringLiteral("%1, %2").arg(one.title, state), 0);
    if (isCurrent && hasFocus()) {
        paintInnerFocus(painter, theme, block.rect);
    }
}

void WeekGrid::paintTrial(QPainter& painter) const {
    const auto* chosen = current();
    const auto day = m_trial ? static_cast<int>(m_week.monday.daysTo(m_trial->date)) : -1;
    if (chosen == nullptr || day < 0 || day >= kWeekDays) {
        return;
    }
    const Theme& theme = themeOf(*this);
    WeekAppointment moved = *chosen;
    moved.booked = *m_trial;
    const QRect rect = blockRect(moved, day);
    painter.setPen(QPen(theme.color(Token::Accent), 2, Qt::DashLine));
    painter.setBrush(theme.color(Token::Surface));
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), pxF(3), pxF(3));
    painter.setFont(fontFor(TextRole::CaptionStrong));
    painter.setPen(theme.color(Token::Accent));
    painter.drawText(rect.adjusted(px(6), px(2), -px(4), -px(2)), Qt::AlignLeft | Qt::AlignTop,
                     TodayWords::tr("%1 %2?", "a time and a name")
                         .arg(timeText(m_trial->time), chosen->patient.familyName));
}

void WeekGrid::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    for (const Block& block : blocks()) {
        paintBlock(painter, block);
    }
    paintTrial(painter);
}

void WeekGrid::walkInDay(int steps) {
    if (current() != nullptr) {
        const int last = static_cast<int>(m_week.days.at(m_day).appointments.size()) - 1;
        choose(m_day, qBound(0, m_index + steps, last));
    }
}

void WeekGrid::walkDays(int steps) {
    const auto* from = current();
    if (from == nullptr) {
        return;
    }
    const QTime time = from->booked.time;
    for (int day = m_day + steps; day >= 0 && day < m_week.days.size(); day += steps) {
        const auto& list = m_week.days.at(day).appointments;
        if (!list.isEmpty()) {
            const auto nearest =
                std::min_element(list.begin(), list.end(), [&](const auto& a, const auto& b) {
                    return qAbs(a.booked.time.secsTo(time)) < qAbs(b.booked.time.secsTo(time));
                });
            choose(day, static_cast<int>(nearest - list.begin()));
            return;
        }
    }
}

bool WeekGrid::event(QEvent* event) {
    // Alt and an arrow is the way back elsewhere; here it moves the appointment.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* press = static_cast<QKeyEvent*>(event);
        if (press->modifiers().testFlag(Qt::AltModifier) && isArrow(press->key())) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    }
    return QWidget::event(event);
}

void WeekGrid::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    const bool isAlt = event->modifiers().testFlag(Qt::AltModifier);
    const int side = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
    const bool isAcross = key == Qt::Key_Left || key == Qt::Key_Right;
    if (isArrow(key) && isAlt) {
        Q_EMIT moveWanted(isAcross ? side : 0, isAcross ? 0 : side * kStepMinutes);
    } else if (isArrow(key) && !m_trial) {
        isAcross ? walkDays(side) : walkInDay(side);
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        Q_EMIT entered();
    } else if (key == Qt::Key_Escape) {
        Q_EMIT dropped();
    } else if (!isArrow(key)) {
        QWidget::keyPressEvent(event);
        return;
    }
    event->accept();
}

void WeekGrid::mouseReleaseEvent(QMouseEvent* event) {
    for (const Block& block : blocks()) {
        if (block.rect.contains(event->pos()) && !m_trial) {
            choose(block.day, block.index);
        }
    }
}

void WeekGrid::mouseDoubleClickEvent(QMouseEvent* event) {
    Q_UNUSED(event)
    if (current() != nullptr && !m_trial) {
        Q_EMIT entered();
    }
}

} // namespace kairos::ui
