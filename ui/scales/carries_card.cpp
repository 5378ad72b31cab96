// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/carries_card.h"

#include "ui/scales/rating_words.h"

#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/text_label.h"
#include "ui/shared/time_field.h"

#include "core/workflow/rating_modes.h"

#include <QComboBox>
#include <QGridLayout>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

QGridLayout* makeGrid() {
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(4));
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

CarriesCard::CarriesCard(const scales::Instrument& instrument, const QTimeZone& zone, QWidget* parent)
    : QWidget(parent),
      m_zone(zone),
      m_card(new Card(tr("What this rating carries"), CardContent::Padded, this)),
      m_aboveLines(new QWidget(m_card)),
      m_above(makeGrid()),
      m_below(makeGrid()),
      m_mode(new QComboBox(m_card)),
      m_date(new DateField(m_card)),
      m_time(new TimeField(m_card)),
      m_problem(makeParagraph({}, TextRole::Caption, Token::Stop, m_card)),
      m_note(makeParagraph({}, TextRole::Caption, Token::Text2, m_card)),
      m_modes(workflow::modesOf(instrument)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    for (const record::RatingMode mode : std::as_const(m_modes)) {
        m_mode->addItem(modeWords(mode));
    }
    m_mode->setAccessibleName(tr("Mode"));
    m_date->setAccessibleName(tr("Assessed on"));
    m_time->setAccessibleName(tr("Assessed at"));
    m_date->setMinimumWidth(px(130));
    auto* fields = makeGrid();
    auto* modeLabel = new TextLabel(tr("Mode"), TextRole::Body, Token::Text2, m_card);
    modeLabel->setBuddy(m_mode);
    fields->addWidget(modeLabel, 0, 0);
    fields->addWidget(m_mode, 0, 1, 1, 2);
    auto* timeLabel = new TextLabel(tr("Assessed"), TextRole::Body, Token::Text2, m_card);
    timeLabel->setBuddy(m_date);
    fields->addWidget(timeLabel, 1, 0);
    fields->addWidget(m_date, 1, 1);
    fields->addWidget(m_time, 1, 2);
    m_time->setFixedWidth(px(64));
    auto& body = m_card->body();
    m_aboveLines->setLayout(m_above);
    m_aboveLines->hide(); // No gap where nothing is said.
    body.addWidget(m_aboveLines);
    body.addLayout(fields);
    body.addWidget(m_problem);
    m_problem->hide();
    body.addLayout(m_below);
    m_noteLine = makeHairline(m_card);
    body.addWidget(m_noteLine);
    body.addWidget(m_note);
    connect(m_mode, &QComboBox::activated, this, [this] { Q_EMIT edited(); });
    for (QLineEdit* field : {static_cast<QLineEdit*>(m_date), static_cast<QLineEdit*>(m_time)}) {
        connect(field, &QLineEdit::textEdited, this, [this] {
            m_isTimeTyped = true;
            m_problem->hide();
            Q_EMIT edited();
        });
    }
}

void CarriesCard::fill(QGridLayout& grid, const QList<CarriedLine>& lines) {
    while (QLayoutItem* item = grid.takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < lines.size(); ++row) {
        const CarriedLine& line = lines.at(row);
        auto* name = new TextLabel(line.name, TextRole::Body, Token::Text2, m_card);
        auto* value = new TextLabel(line.value, TextRole::Strong, Token::Text, m_card);
        value->setWordWrap(true);
        value->setAlignment(Qt::AlignRight | Qt::AlignTop);
        grid.addWidget(name, row, 0, Qt::AlignTop);
        grid.addWidget(value, row, 1);
    }
}

void CarriesCard::setLines(const QList<CarriedLine>& above, const QList<CarriedLine>& below) {
    if (above != m_shownAbove) {
        m_shownAbove = above;
        fill(*m_above, above);
        m_aboveLines->setVisible(!above.isEmpty());
    }
    if (below != m_shownBelow) {
        m_shownBelow = below;
        fill(*m_below, below);
    }
}

void CarriesCard::setNote(const QString& note) {
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_noteLine->setVisible(!note.isEmpty());
}

record::RatingMode CarriesCard::mode() const {
    return m_modes.value(m_mode->currentIndex(), m_modes.first());
}

void CarriesCard::setMode(record::RatingMode mode) {
    if (mode == record::RatingMode::TotalOnly) {
        return; // The form itself says it.
    }
    if (!m_modes.contains(mode)) {
        // A stored rating says how it came in, also where that way is no longer offered.
        m_modes.append(mode);
        m_mode->addItem(modeWords(mode));
    }
    m_mode->setCurrentIndex(static_cast<int>(m_modes.indexOf(mode)));
}

std::optional<base::Instant> CarriesCard::assessedAt() const {
    const auto date = m_date->date();
    const auto time = m_time->time();
    return date && time ? std::optional(base::Instant::fromLocal(*date, *time, m_zone)) : std::nullopt;
}

void CarriesCard::setAssessedAt(const base::Instant& at) {
    const QDateTime local = at.local(m_zone);
    m_date->setDate(local.date());
    m_time->setTime(local.time());
    m_problem->hide();
}

void CarriesCard::setEditable(bool editable) {
    m_mode->setEnabled(editable);
    m_date->setReadOnly(!editable);
    m_time->setReadOnly(!editable);
}

bool CarriesCard::validate() {
    for (TypedField* field : {static_cast<TypedField*>(m_date), static_cast<TypedField*>(m_time)}) {
        if (field->reading() != FieldReading::Valid) {
            const QString problem = field->problem();
            m_problem->setText(problem.isEmpty() ? tr("Say when the form was filled in") : problem);
            m_problem->show();
            field->setFocus();
            return false;
        }
    }
    m_problem->hide();
    return true;
}

} // namespace kairos::ui
