// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/calendar_panel.h"

#include "ui/shared/absence_list.h"
#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/text_label.h"
#include "ui/shared/time_field.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/practice_calendar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kDays = 7;
constexpr int kTimeWidth = 130;

} // namespace

CalendarPanel::CalendarPanel(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_trouble(new Banner({}, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_trouble->hide();
    column->addWidget(m_trouble);
    column->addWidget(buildWeek());
    m_holidays = new HolidayList(context, this);
    column->addWidget(m_holidays);
    column->addWidget(buildAway());
    load();
    showPeople();
    setFocusProxy(m_days.first().open);
}

QWidget* CalendarPanel::buildWeek() {
    auto* card = new Card(tr("Clinic hours"), CardContent::Padded, this);
    m_default = makeParagraph(tr("These hours are a default: the practice has not set its own yet. Plans, "
                                 "the board of tomorrow and "
                                 "the week go by them. Saving makes them the practice's own."),
                              TextRole::Body, Token::Caution, card);
    card->body().addWidget(m_default);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(6));
    grid->addWidget(new TextLabel(tr("Opens"), TextRole::CaptionStrong, Token::Text, card), 0, 1);
    grid->addWidget(new TextLabel(tr("Closes"), TextRole::CaptionStrong, Token::Text, card), 0, 2);
    for (int day = 1; day <= kDays; ++day) {
        const QString name = QLocale().dayName(day);
        DayRow row;
        row.open = new QCheckBox(tr("%1, open").arg(name), card);
        row.open->setMinimumHeight(px(24));
        row.opens = new TimeField(card);
        row.opens->setFixedWidth(px(kTimeWidth));
        row.opens->setAccessibleName(tr("%1 opens").arg(name));
        row.closes = new TimeField(card);
        row.closes->setFixedWidth(px(kTimeWidth));
        row.closes->setAccessibleName(tr("%1 closes").arg(name));
        grid->addWidget(row.open, day, 0);
        grid->addWidget(row.opens, day, 1);
        grid->addWidget(row.closes, day, 2);
        connect(row.open, &QCheckBox::toggled, this, [row](bool isOpen) {
            row.opens->setEnabled(isOpen);
            row.closes->setEnabled(isOpen);
        });
        m_days.append(row);
    }
    grid->setColumnStretch(3, 1);
    card->body().addLayout(grid);
    m_save = makeButton({.text = tr("Save the week"),
                         .kind = ButtonKind::Primary,
                         .key = QKeySequence(Qt::CTRL | Qt::Key_Return)},
                        card);
    m_said = new TextLabel({}, TextRole::Body, Token::Text2, card);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(px(12));
    foot->addWidget(m_save);
    foot->addWidget(m_said, 1);
    card->body().addLayout(foot);
    connect(m_save, &QPushButton::clicked, this, &CalendarPanel::saveWeek);
    if (const auto allowed = m_context.practice.require(security::Permission::Administer); !allowed) {
        setButtonBlockedBy(*m_save, allowed.error().why);
        m_said->setText(tr("Only an administrator may change the week and the holidays."));
    }
    return card;
}

QWidget* CalendarPanel::buildAway() {
    auto* card = new Card(tr("Clinicians away"), CardContent::Padded, this);
    card->setSubtitle(tr("a plan keeps off the days of those who hold it"));
    m_people = new QComboBox(card);
    auto* field = new Field(tr("Clinician"), m_people, card);
    card->body().addWidget(field);
    m_away = new AbsenceList(m_context, card);
    card->body().addWidget(m_away);
    connect(m_people, &QComboBox::currentIndexChanged, this, [this] {
        if (const auto id = record::ClinicianId::fromString(m_people->currentData().toString())) {
            m_away->showClinician(*id);
        }
    });
    return card;
}

void CalendarPanel::showPeople() {
    const auto people = m_context.practice.clinicians();
    if (!people) {
        m_trouble->setBannerText(bannerTextOf(people.error()));
        m_trouble->show();
        return;
    }
    if (m_people->count() == people->size()) {
        m_away->refresh();
        return;
    }
    const QVariant chosen = m_people->currentData();
    m_people->clear();
    for (const record::Clinician& person : *people) {
        m_people->addItem(person.name, person.id.toString());
    }
    const auto& me = m_context.practice.signedIn();
    const int kept = m_people->findData(chosen);
    const int own = me ? m_people->findData(me->id.toString()) : 0;
    m_people->setCurrentIndex(qMax(0, kept >= 0 ? kept : own));
}

void CalendarPanel::load() {
    m_loaded = workflow::CalendarCare(m_context.practice).week();
    const auto usual = workflow::PracticeCalendar::defaultHours();
    for (int day = 1; day <= kDays; ++day) {
        const DayRow& row = m_days.at(day - 1);
        record::OpenHours shown{day, usual.opens, usual.closes};
        for (const record::OpenHours& hours : std::as_const(m_loaded.hours)) {
            shown = hours.weekday == day ? hours : shown;
        }
        const bool isOpen = !m_loaded.closedWeekdays.contains(day);
        row.open->setChecked(isOpen);
        row.opens->setTime(shown.opens);
        row.closes->setTime(shown.closes);
        row.opens->setEnabled(isOpen);
        row.closes->setEnabled(isOpen);
    }
    m_default->setVisible(workflow::PracticeCalendar(m_context.practice).isDefault());
}

workflow::ClinicWeek CalendarPanel::typed() const {
    workflow::ClinicWeek week;
    for (int day = 1; day <= kDays; ++day) {
        const DayRow& row = m_days.at(day - 1);
        if (row.open->isChecked()) {
            week.hours.append(
                {day, row.opens->time().value_or(QTime()), row.closes->time().value_or(QTime())});
        } else {
            week.closedWeekdays.append(day);
        }
    }
    return week;
}

void CalendarPanel::refresh() {
    if (typed() == m_loaded) {
        load();
    }
    m_holidays->refresh();
    showPeople();
}

void CalendarPanel::saveWeek() {
    m_trouble->hide();
    m_said->clear();
    const auto saved = workflow::CalendarCare(m_context.practice).saveWeek(typed());
    if (!saved) {
        m_trouble->setBannerText(bannerTextOf(saved.error()));
        m_trouble->show();
        return;
    }
    m_said->setText(tr("Saved."));
    load();
}

} // namespace kairos::ui
