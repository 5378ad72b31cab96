// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/week_panel.h"

#include "ui/today/today_words.h"

#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/text_label.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kairos::ui {

using workflow::AppointmentMove;
using workflow::WeekAppointment;

namespace {

constexpr qsizetype kMostMoves = 8;

QString whenWords(const base::Appointment& booked, int minutes) {
    const QString day = dayText(booked.date);
    const QString from = timeText(booked.time);
    return minutes > 0 ? QStringLiteral("%1, %2").arg(
                             day, rangeText(from, timeText(booked.time.addSecs(minutes * 60))))
                       : QStringLiteral("%1, %2").arg(day, from);
}

QString windowWords(const WeekAppointment& appointment) {
    if (!appointment.window) {
        return {};
    }
    return TodayWords::tr("Window of the plan: %1")
        .arg(rangeText(dayText(appointment.window->earliest.date), dayText(appointment.window->latest.date)));
}

QString dayOf(const std::optional<record::StepWindow>& window) {
    return window ? dayText(window->target.date) : TodayWords::tr("no day");
}

QString bulleted(const QStringList& lines) {
    QStringList marked;
    for (const QString& line : lines) {
        marked.append(QStringLiteral("• ") + line);
    }
    return marked.join(QLatin1Char('\n'));
}

} // namespace

QStringList moveLines(const AppointmentMove& move) {
    QStringList lines;
    for (const base::Finding& finding : move.broken) {
        const QString mark =
            finding.level == base::FindingLevel::Stop ? TodayWords::tr("holds") : TodayWords::tr("caution");
        lines.append(
            TodayWords::tr("%1: %2 (%3)", "how grave, what, source").arg(mark, finding.text, finding.source));
    }
    lines += move.notes;
    for (const workflow::LeftBooking& left : move.bookings) {
        lines.append(TodayWords::tr("%1 stays booked on %2, outside its new window", "a step, a day")
                         .arg(left.title, dayText(left.booked.date)));
    }
    // What follows soon is read; a long course behind it is told in one line, or no screen holds it.
    const qsizetype told = move.changes.size() > kMostMoves ? kMostMoves - 1 : move.changes.size();
    for (const planning::CourseChange& change : move.changes.first(told)) {
        lines.append(TodayWords::tr("%1 would move to %2, from %3", "a step, its new day, its old day")
                         .arg(change.title, dayOf(change.to), dayOf(change.from)));
    }
    if (told < move.changes.size()) {
        const planning::CourseChange& last = move.changes.last();
        lines.append(TodayWords::tr("and %1 steps more, the last: %2 would move to %3, from %4",
                                    "how many, a step, its new day, its old day")
                         .arg(QString::number(move.changes.size() - told), last.title, dayOf(last.to),
                              dayOf(last.from)));
    }
    return lines;
}

WeekPanel::WeekPanel(QWidget* parent)
    : QWidget(parent),
      m_card(new Card({}, CardContent::Padded, this)),
      m_title(makeParagraph({}, TextRole::Section, Token::Text, m_card)),
      m_when(makeParagraph({}, TextRole::Body, Token::Text2, m_card)),
      m_notes(makeParagraph({}, TextRole::Body, Token::Caution, m_card)),
      m_effect(makeParagraph({}, TextRole::Body, Token::Text, m_card)),
      m_fields(new QWidget(m_card)),
      m_room(new QLineEdit(m_fields)),
      m_clinician(new QComboBox(m_fields)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    column->addStretch(1);
    m_card->body().setSpacing(px(8));
    for (QWidget* part : QList<QWidget*>{m_title, m_when, m_notes, m_effect}) {
        m_card->body().addWidget(part);
    }
    auto* fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(px(8));
    fields->addWidget(new Field(TodayWords::tr("Room"), m_room, m_fields));
    fields->addWidget(new Field(TodayWords::tr("With"), m_clinician, m_fields));
    fields->addWidget(makeKeyHints({{keyText(QKeySequence(Qt::Key_Return)), TodayWords::tr("keep")},
                                    {keyText(QKeySequence(Qt::Key_Escape)), TodayWords::tr("to the week")}},
                                   m_fields));
    m_card->body().addWidget(m_fields);
    m_room->installEventFilter(this);
    m_clinician->installEventFilter(this);
    connect(m_room, &QLineEdit::returnPressed, this, &WeekPanel::assign);
    connect(m_clinician, &QComboBox::activated, this, &WeekPanel::assign);
    showAppointment(nullptr);
}

void WeekPanel::setClinicians(const QList<record::Clinician>& clinicians) {
    m_clinician->clear();
    m_clinician->addItem(TodayWords::tr("not settled"), QString());
    for (const record::Clinician& clinician : clinicians) {
        m_clinician->addItem(clinician.name, clinician.id.toString());
    }
}

void WeekPanel::showAppointment(const WeekAppointment* appointment) {
    m_effect->hide();
    m_notes->setToken(Token::Caution);
    const bool isThere = appointment != nullptr;
    m_when->setVisible(isThere);
    m_fields->setVisible(isThere && appointment->session.has_value());
    if (!isThere) {
        m_title->setText(TodayWords::tr("Nothing is booked in this week"));
        m_notes->hide();
        return;
    }
    m_title->setText(QStringLiteral("%1\n%2").arg(appointment->patient.displayName(), appointment->title));
    QStringList lines{whenWords(appointment->booked, appointment->minutes)};
    if (const QString window = windowWords(*appointment); !window.isEmpty()) {
        lines.append(window);
    }
    m_when->setText(lines.join(QLatin1Char('\n')));
    m_notes->setText(bulleted(appointment->conflicts));
    m_notes->setVisible(!appointment->conflicts.isEmpty());
    m_room->setText(appointment->room);
    m_clinician->setCurrentIndex(
        appointment->clinician ? qMax(0, m_clinician->findData(appointment->clinician->toString())) : 0);
}

void WeekPanel::showMove(const WeekAppointment& appointment, const AppointmentMove& move) {
    showAppointment(&appointment);
    m_fields->hide();
    m_when->setText(TodayWords::tr("From %1\nto %2")
                        .arg(whenWords(appointment.booked, appointment.minutes),
                             whenWords(move.to, appointment.minutes)));
    const QStringList lines = moveLines(move);
    m_notes->hide();
    const QString said = lines.isEmpty()
                             ? TodayWords::tr("Nothing speaks against it, and no other step moves.")
                             : bulleted(lines);
    const QString keys =
        move.revisesPlan
            ? TodayWords::tr("Enter moves it and revises the plan, with a reason. Esc leaves it where it is.")
            : TodayWords::tr("Enter moves it, Esc leaves it where it is.");
    m_effect->setText(said + QLatin1String("\n\n") + keys);
    m_effect->show();
}

void WeekPanel::showRefusal(const QString& sentence) {
    m_fields->hide();
    m_effect->hide();
    m_notes->setToken(Token::Stop);
    m_notes->setText(sentence);
    m_notes->show();
}

QString WeekPanel::said() const {
    return QStringList{m_title->text(), m_when->text(), m_notes->isHidden() ? QString() : m_notes->text(),
                       m_effect->isHidden() ? QString() : m_effect->text()}
        .join(QLatin1Char('\n'));
}

void WeekPanel::assign() {
    const auto id = record::ClinicianId::fromString(m_clinician->currentData().toString());
    Q_EMIT assigned(m_room->text(), id);
}

bool WeekPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kairos::ui
