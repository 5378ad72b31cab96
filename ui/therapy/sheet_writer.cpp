// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/sheet_writer.h"

#include "ui/shared/buttons.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/text_label.h"

#include "core/base/check.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/sheet_care.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTextDocument>
#include <QVBoxLayout>

#include <cmath>

namespace kairos::ui {

using record::TherapySheet;
using therapy::SheetGrid;
using therapy::SheetPart;

namespace {

/// As high as so many lines: what is longer scrolls inside.
void setRoom(QPlainTextEdit& edit, int lines) {
    const double text = lines * edit.fontMetrics().lineSpacing() + 2 * edit.document()->documentMargin();
    edit.setFixedHeight(static_cast<int>(std::ceil(text)) + 2 * edit.frameWidth() + px(6));
}

constexpr int kCellLines = 2;

} // namespace

SheetWriter::SheetWriter(const PageContext& context, QWidget* parent)
    : DraftedForm(context, parent),
      m_title(new TextLabel({}, TextRole::Section, Token::Text, this)),
      m_purpose(makeWrapped({}, TextRole::Body, Token::Text2, this)),
      m_day(new DateField(this)),
      m_review(new DateField(this)),
      m_scroll(nullptr) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(10));
    makeHead(*column);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_scroll, 1);
    makeActs(*column);
    watch({m_day, m_review});
}

void SheetWriter::makeHead(QVBoxLayout& column) {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    row->addWidget(m_title);
    row->addWidget(m_purpose, 1);
    column.addLayout(row);
    column.addWidget(&restoredLine());
    column.addWidget(&troubleLine());
    auto* days = new QHBoxLayout;
    days->setSpacing(px(12));
    // Tab goes by the order in which the fields are made.
    m_dayField = new Field(tr("Day"), m_day, this);
    m_dayField->setRequired(tr("Type the day on which it was written"));
    m_dayField->setHelp(tr("On which it was written or last gone through"));
    m_reviewField = new Field(tr("Review by"), m_review, this);
    m_reviewField->setRequired(tr("Type by when you go through it again"));
    m_again = makeButton({.text = tr("Gone through today"), .icon = Icon::Check}, this);
    days->addWidget(m_dayField, 2);
    days->addWidget(m_reviewField, 2);
    days->addWidget(m_again, 0, Qt::AlignVCenter);
    days->addStretch(3);
    column.addLayout(days);
    connect(m_again, &QPushButton::clicked, this, &SheetWriter::goneThroughToday);
    connect(m_day, &QLineEdit::textChanged, this, &SheetWriter::limitReview);
}

void SheetWriter::makeActs(QVBoxLayout& column) {
    auto* acts = new QHBoxLayout;
    acts->setSpacing(px(8));
    auto* keep = makeButton({.text = tr("Save sheet"),
                             .kind = ButtonKind::Primary,
                             .icon = Icon::Check,
                             .key = QKeySequence(Qt::CTRL | Qt::Key_Return)},
                            this);
    auto* print = makeButton(
        {.text = tr("Save and print"), .icon = Icon::Print, .key = QKeySequence(QKeySequence::Print)}, this);
    auto* back = makeButton({.text = tr("Back to the list"), .key = QKeySequence(Qt::Key_Escape)}, this);
    acts->addWidget(keep);
    acts->addWidget(print);
    acts->addStretch(1);
    acts->addWidget(back);
    column.addLayout(acts);
    connect(keep, &QPushButton::clicked, this, [this] {
        if (save()) {
            Q_EMIT saved();
        }
    });
    connect(print, &QPushButton::clicked, this, [this] {
        if (save()) {
            Q_EMIT printRequested(m_sheet.id);
        }
    });
    connect(back, &QPushButton::clicked, this, &SheetWriter::leave);
}

QPlainTextEdit* SheetWriter::makeEdit(const SheetPart& part, QWidget* parent) {
    auto* edit = new QPlainTextEdit(parent);
    edit->setTabChangesFocus(true);
    edit->setPlainText(m_sheet.textOf(part.id));
    edit->setAccessibleName(part.title);
    edit->setAccessibleDescription(part.hint);
    edit->installEventFilter(this);
    m_edits.insert(part.id, edit);
    watch({edit});
    return edit;
}

QWidget* SheetWriter::makeGrid() {
    const SheetGrid& grid = *m_form->grid;
    auto* table = new QWidget(m_scroll);
    auto* cells = new QGridLayout(table);
    cells->setContentsMargins(0, 0, 0, 0);
    cells->setHorizontalSpacing(px(8));
    cells->setVerticalSpacing(px(6));
    for (int column = 0; column < grid.columns.size(); ++column) {
        cells->addWidget(
            new TextLabel(grid.columns.at(column).title, TextRole::CaptionStrong, Token::Text, table), 0,
            column + 1);
        cells->setColumnStretch(column + 1, 1);
    }
    for (int row = 0; row < grid.rows.size(); ++row) {
        cells->addWidget(new TextLabel(grid.rows.at(row).title, TextRole::CaptionStrong, Token::Text, table),
                         row + 1, 0, Qt::AlignTop);
        for (int column = 0; column < grid.columns.size(); ++column) {
            const QString id = SheetGrid::cellId(grid.rows.at(row), grid.columns.at(column));
            QPlainTextEdit* edit = makeEdit(*m_form->findPart(id), table);
            setRoom(*edit, kCellLines);
            cells->addWidget(edit, row + 1, column + 1);
        }
    }
    return table;
}

void SheetWriter::makeParts() {
    m_edits.clear();
    auto* content = new QWidget(m_scroll);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, px(8), 0);
    column->setSpacing(px(10));
    // Two beside each other, so that a whole sheet is seen at once; Tab goes by their numbers.
    auto* pairs = new QGridLayout;
    pairs->setHorizontalSpacing(px(16));
    pairs->setVerticalSpacing(px(8));
    pairs->setColumnStretch(0, 1);
    pairs->setColumnStretch(1, 1);
    int number = 0;
    for (const SheetPart& part : m_form->parts) {
        if (part.id.contains(QLatin1Char('.'))) {
            continue;
        }
        QPlainTextEdit* edit = makeEdit(part, content);
        setRoom(*edit, part.lines);
        auto* field = new Field(tr("%1. %2").arg(number + 1).arg(part.title), edit, content);
        field->setHelp(part.hint);
        pairs->addWidget(field, number / 2, number % 2, Qt::AlignTop);
        ++number;
    }
    column->addLayout(pairs);
    if (m_form->grid) {
        column->addWidget(makeWrapped(m_form->grid->hint, TextRole::Caption, Token::Text2, content));
        column->addWidget(makeGrid());
    }
    column->addStretch(1);
    m_scroll->setWidget(content);
}

void SheetWriter::showDays() {
    m_day->setPossible({}, practice().today());
    m_day->setDate(m_sheet.date);
    limitReview();
    m_reviewField->setVisible(m_form->review.has_value());
    m_again->setVisible(m_form->review && !m_sheet.id.isNull());
    if (!m_form->review) {
        return;
    }
    m_reviewField->setHelp(
        tr("At the latest %n day(s) after its day", nullptr, m_form->review->within.value));
    m_review->setDate(m_sheet.reviewOn.isValid() ? m_sheet.reviewOn
                                                 : m_sheet.date.addDays(m_form->review->within.value));
}

void SheetWriter::limitReview() {
    const auto day = m_day->date();
    if (day && m_form != nullptr && m_form->review) {
        m_review->setPossible(day->addDays(1), day->addDays(m_form->review->within.value));
    }
}

void SheetWriter::goneThroughToday() {
    const QDate today = practice().today();
    m_day->setDate(today);
    m_review->setDate(today.addDays(m_form->review->within.value));
}

void SheetWriter::begin(const TherapySheet& sheet) {
    m_sheet = sheet;
    m_form = therapy::SheetForms::builtIn().find(sheet.form);
    KAIROS_CHECK(m_form != nullptr);
    hideTrouble();
    m_title->setText(m_form->title);
    m_purpose->setText(m_form->modality.isEmpty() ? m_form->purpose
                                                  : tr("%1 (%2)").arg(m_form->purpose, m_form->modality));
    m_dayField->setError({});
    m_reviewField->setError({});
    makeParts();
    showDays();
    beginDraft(QStringLiteral("sheet-") + m_form->id, sheet.id.isNull() ? sheet.patient.uuid : sheet.id.uuid);
    setFocusProxy(&firstField());
    firstField().setFocus(Qt::OtherFocusReason);
}

QWidget& SheetWriter::firstField() {
    return *partEdit(m_form->parts.first().id);
}

QJsonObject SheetWriter::state() const {
    QJsonObject parts;
    for (auto edit = m_edits.constBegin(); edit != m_edits.constEnd(); ++edit) {
        parts.insert(edit.key(), edit.value()->toPlainText());
    }
    return {{QStringLiteral("day"), m_day->text()},
            {QStringLiteral("review"), m_review->text()},
            {QStringLiteral("parts"), parts}};
}

void SheetWriter::setState(const QJsonObject& state) {
    m_day->setText(state.value(QLatin1String("day")).toString());
    m_review->setText(state.value(QLatin1String("review")).toString());
    const QJsonObject parts = state.value(QLatin1String("parts")).toObject();
    for (auto edit = m_edits.constBegin(); edit != m_edits.constEnd(); ++edit) {
        edit.value()->setPlainText(parts.value(edit.key()).toString());
    }
}

TherapySheet SheetWriter::typed() const {
    TherapySheet sheet = m_sheet;
    sheet.date = m_day->date().value_or(QDate());
    sheet.reviewOn = m_form->review ? m_review->date().value_or(QDate()) : QDate();
    sheet.parts.clear();
    for (const SheetPart& part : m_form->parts) {
        sheet.parts.append({part.id, partEdit(part.id)->toPlainText()});
    }
    return sheet;
}

bool SheetWriter::save() {
    // Both say at once what is wrong in them.
    const bool isReviewWell = !m_form->review || m_reviewField->validate();
    if (!m_dayField->validate() || !isReviewWell) {
        (m_dayField->error().isEmpty() ? m_review : m_day)->setFocus(Qt::OtherFocusReason);
        return false;
    }
    const auto kept = workflow::SheetCare(practice()).save(typed(), draftKeys());
    if (!kept) {
        showTrouble(kept.error());
        return false;
    }
    finishDraft();
    offerUndo(*kept);
    m_sheet.id = *kept;
    return true;
}

void SheetWriter::offerUndo(const record::TherapySheetId& id) {
    if (context().undo == nullptr) {
        return;
    }
    context().undo->offerUndo({tr("The sheet was saved."), [&practice = practice(), id, former = m_sheet] {
                                   workflow::SheetCare care(practice);
                                   return former.id.isNull() ? care.withdraw(id) : care.restore(former);
                               }});
}

bool SheetWriter::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn) {
        m_scroll->ensureWidgetVisible(static_cast<QWidget*>(watched));
    }
    return DraftedForm::eventFilter(watched, event);
}

QString SheetWriter::shownTitle() const {
    return m_title->text();
}

QList<KeyHint> SheetWriter::keyHints() const {
    return {{keyText(QKeySequence(Qt::CTRL | Qt::Key_Return)), tr("save the sheet")},
            {keyText(QKeySequence(QKeySequence::Print)), tr("save it and see how it prints")},
            {keyText(QKeySequence(Qt::Key_Escape)), tr("back to the list; what is typed stays as a draft")}};
}

} // namespace kairos::ui
