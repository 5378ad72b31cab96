// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/holiday_list.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/workflow/calendar_care.h"
#include "core/workflow/open_practice.h"

#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace kairos::ui {

HolidayModel::HolidayModel(QObject* parent)
    : RowModel<record::Holiday>({{tr("Day")}, {tr("Holiday")}}, parent) {}

QString HolidayModel::display(const record::Holiday& holiday, int column) const {
    return column == Day ? plainDateText(holiday.day) : holiday.name;
}

QVariant HolidayModel::extra(const record::Holiday&, int column, int role) const {
    return role == StrongRole ? QVariant(column == Name) : QVariant();
}

HolidayList::HolidayList(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_model(new HolidayModel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Holidays"), CardContent::Padded, this);
    column->addWidget(card);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(10));
    m_day = new DateField(card);
    m_name = new QLineEdit(card);
    m_dayField = new Field(tr("The clinic is closed on"), m_day, card);
    row->addWidget(m_dayField, 2);
    row->addWidget(new Field(tr("What the staff call it"), m_name, card), 3);
    m_add = makeButton({.text = tr("Add holiday"), .icon = Icon::Plus}, card);
    auto* side = new QVBoxLayout;
    // The button stands beside the editors, under the line of the labels.
    side->addSpacing(QFontMetrics(fontFor(TextRole::Body)).height() + px(6));
    side->addWidget(m_add);
    side->addStretch(1);
    row->addLayout(side);
    card->body().addLayout(row);
    m_trouble = makeParagraph({}, TextRole::Body, Token::Stop, card);
    m_trouble->hide();
    card->body().addWidget(m_trouble);
    m_none = makeParagraph(tr("No holiday is written down: plans go by the weekdays alone."), TextRole::Body,
                           Token::Text2, card);
    card->body().addWidget(m_none);
    m_table = new TableView(RowHeight::Dense, card);
    m_table->setAccessibleName(tr("Holidays"));
    m_table->setModel(m_model);
    m_table->setStretchColumns({HolidayModel::Name});
    m_table->setFitsRows();
    card->body().addWidget(m_table);
    card->addToTitle(makeKeyHints({{keyText(QKeySequence(Qt::Key_Delete)), tr("take back")}}, card));
    connect(m_add, &QPushButton::clicked, this, &HolidayList::save);
    connect(m_day, &QLineEdit::returnPressed, this, &HolidayList::save);
    connect(m_name, &QLineEdit::returnPressed, this, &HolidayList::save);
    auto* del = new QShortcut(QKeySequence(Qt::Key_Delete), m_table);
    del->setContext(Qt::WidgetShortcut);
    connect(del, &QShortcut::activated, this, &HolidayList::remove);
    if (const auto allowed = m_context.practice.require(security::Permission::Administer); !allowed) {
        setButtonBlockedBy(*m_add, allowed.error().why);
    }
    refresh();
}

void HolidayList::refresh() {
    auto holidays = m_context.practice.practice().holidays;
    const QDate since = m_context.practice.today().addDays(-31);
    holidays.removeIf([&](const record::Holiday& holiday) { return holiday.day < since; });
    m_model->setRows(holidays);
    m_table->setVisible(!holidays.isEmpty());
    m_none->setVisible(holidays.isEmpty());
}

void HolidayList::save() {
    m_dayField->setError({});
    if (!m_day->date()) {
        m_dayField->setError(m_day->problem().isEmpty() ? tr("Type a day") : m_day->problem());
        m_day->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto kept =
        workflow::CalendarCare(m_context.practice).saveHoliday({*m_day->date(), m_name->text()});
    say(kept);
    if (!kept) {
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_day->setDate(std::nullopt);
    m_name->clear();
    refresh();
    m_day->setFocus(Qt::OtherFocusReason);
}

void HolidayList::remove() {
    const int row = m_table->currentIndex().row();
    if (row < 0) {
        return;
    }
    say(workflow::CalendarCare(m_context.practice).removeHoliday(m_model->rowAt(row).day));
    refresh();
}

void HolidayList::say(const base::Outcome& outcome) {
    m_trouble->setVisible(!outcome.has_value());
    m_trouble->setText(outcome ? QString() : outcome.error().sentence());
}

} // namespace kairos::ui
