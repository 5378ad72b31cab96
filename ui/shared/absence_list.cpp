// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/absence_list.h"

#include "ui/shared/buttons.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/workflow/calendar_care.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/practice_calendar.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace kairos::ui {

AbsenceModel::AbsenceModel(QObject* parent)
    : RowModel<record::Absence>({{tr("From")}, {tr("To")}, {tr("Why")}}, parent) {}

QString AbsenceModel::display(const record::Absence& absence, int column) const {
    switch (column) {
    case First:
        return plainDateText(absence.first);
    case Last:
        return plainDateText(absence.last);
    default: // The words are the person's.
        return absence.why;
    }
}

QVariant AbsenceModel::extra(const record::Absence&, int column, int role) const {
    return role == StrongRole ? QVariant(column == First) : QVariant();
}

AbsenceList::AbsenceList(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_model(new AbsenceModel(this)) {
    build();
}

void AbsenceList::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(buildEntry());
    m_trouble = makeParagraph({}, TextRole::Body, Token::Stop, this);
    m_trouble->hide();
    column->addWidget(m_trouble);
    m_none = makeParagraph(tr("No days away are written down."), TextRole::Body, Token::Text2, this);
    column->addWidget(m_none);
    m_table = new TableView(RowHeight::Dense, this);
    m_table->setAccessibleName(tr("Days away"));
    m_table->setModel(m_model);
    m_table->setStretchColumns({AbsenceModel::Why});
    m_table->setFitsRows();
    column->addWidget(m_table);
    connect(m_table, &TableView::rowOpened, this, [this](const QModelIndex& index) { takeUp(index.row()); });
    auto* del = new QShortcut(QKeySequence(Qt::Key_Delete), m_table);
    del->setContext(Qt::WidgetShortcut);
    connect(del, &QShortcut::activated, this, &AbsenceList::remove);
    setFocusProxy(m_first);
}

QWidget* AbsenceList::buildEntry() {
    auto* entry = new QWidget(this);
    auto* grid = new QGridLayout(entry);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(10));
    grid->setVerticalSpacing(px(6));
    m_first = new DateField(entry);
    m_last = new DateField(entry);
    m_why = new QLineEdit(entry);
    m_firstField = new Field(tr("First day away"), m_first, entry);
    m_lastField = new Field(tr("Last day, empty for one"), m_last, entry);
    grid->addWidget(m_firstField, 0, 0);
    grid->addWidget(m_lastField, 0, 1);
    grid->addWidget(new Field(tr("Why"), m_why, entry), 1, 0);
    m_add = makeButton({.text = tr("Add days"), .icon = Icon::Plus}, entry);
    auto* side = new QVBoxLayout;
    // The button stands beside the editor, under the line of the label.
    side->addSpacing(QFontMetrics(fontFor(TextRole::Body)).height() + px(6));
    side->addWidget(m_add, 0, Qt::AlignLeft);
    side->addStretch(1);
    grid->addLayout(side, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    connect(m_add, &QPushButton::clicked, this, &AbsenceList::save);
    for (QLineEdit* edit : {static_cast<QLineEdit*>(m_first), static_cast<QLineEdit*>(m_last), m_why}) {
        connect(edit, &QLineEdit::returnPressed, this, &AbsenceList::save);
    }
    return entry;
}

void AbsenceList::showPatient(const record::PatientId& patient) {
    clearEntry();
    m_taken.patient = patient;
    m_taken.clinician.reset();
    refresh();
}

void AbsenceList::showClinician(const record::ClinicianId& clinician) {
    clearEntry();
    m_taken.clinician = clinician;
    m_taken.patient.reset();
    refresh();
}

void AbsenceList::refresh() {
    const workflow::PracticeCalendar calendar(m_context.practice);
    auto away = m_taken.patient     ? calendar.awayOf(*m_taken.patient)
                : m_taken.clinician ? calendar.awayOf(*m_taken.clinician)
                                    : QList<record::Absence>();
    if (!away) {
        say(tl::unexpected<base::Error>(away.error()));
        return;
    }
    // What is over long since moves no plan any more.
    const QDate since = m_context.practice.today().addDays(-7);
    away->removeIf([&](const record::Absence& absence) { return absence.last < since; });
    m_model->setRows(*away);
    m_table->setVisible(!away->isEmpty());
    m_none->setVisible(away->isEmpty());
}

void AbsenceList::save() {
    m_firstField->setError({});
    m_lastField->setError({});
    if (!m_first->date()) {
        m_firstField->setError(m_first->problem().isEmpty() ? tr("Type a day") : m_first->problem());
        m_first->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_last->problem().isEmpty()) {
        m_lastField->setError(m_last->problem());
        m_last->setFocus(Qt::OtherFocusReason);
        return;
    }
    record::Absence absence = m_taken;
    absence.first = *m_first->date();
    absence.last = m_last->date().value_or(absence.first);
    absence.why = m_why->text();
    const auto kept = workflow::CalendarCare(m_context.practice).saveAbsence(absence);
    say(kept.map([](const record::AbsenceId&) {}));
    if (!kept) {
        return;
    }
    clearEntry();
    refresh();
    m_first->setFocus(Qt::OtherFocusReason);
    Q_EMIT saved();
}

void AbsenceList::takeUp(int row) {
    m_taken = m_model->rowAt(row);
    m_first->setDate(m_taken.first);
    m_last->setDate(m_taken.last);
    m_why->setText(m_taken.why);
    m_add->setText(tr("Save days"));
    m_first->setFocus(Qt::OtherFocusReason);
}

void AbsenceList::remove() {
    const int row = m_table->currentIndex().row();
    if (row < 0) {
        return;
    }
    const auto outcome = workflow::CalendarCare(m_context.practice).removeAbsence(m_model->rowAt(row).id);
    say(outcome);
    if (outcome) {
        clearEntry();
        refresh();
        Q_EMIT saved();
    }
}

void AbsenceList::clearEntry() {
    m_taken.id = {};
    m_first->setDate(std::nullopt);
    m_last->setDate(std::nullopt);
    m_why->clear();
    m_add->setText(tr("Add days"));
    m_firstField->setError({});
}

void AbsenceList::say(const base::Outcome& outcome) {
    m_trouble->setVisible(!outcome.has_value());
    m_trouble->setText(outcome ? QString() : outcome.error().sentence());
}

} // namespace kairos::ui
