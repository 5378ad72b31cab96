// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/adverse_form.h"

#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/run_draft.h"
#include "ui/dosing/term_model.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/number_field.h"
#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"
#include "ui/shared/type_scale.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace kairos::ui {

using namespace record;

AdverseForm::AdverseForm(DosingController& controller, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_term(new QLineEdit),
      m_card(new Card(tr("Adverse event"), CardContent::Padded, this)),
      m_grade(new Segments(tr("Grade"), {tr("not graded"), tr("1 mild"), tr("2 moderate"), tr("3 severe"),
                                         tr("4 life-threatening"), tr("5 fatal")})),
      m_serious(new Segments(tr("Serious"), {tr("not judged"), tr("yes"), tr("no")})),
      m_expected(new Segments(tr("Expected"), {tr("not judged"), tr("yes"), tr("no")})),
      m_related(new Segments(tr("Related to the dose"), {tr("not judged"), tr("unrelated"), tr("possible"),
                                                         tr("probable"), tr("definite")})),
      m_onset(new NumberField(tr("min"), 0)),
      m_end(new NumberField(tr("min"), 0)),
      m_action(new QLineEdit),
      m_outcome(new QLineEdit),
      m_termModel(new TermModel(this)),
      m_terms(new TableView(RowHeight::Dense, m_card)) {
    build();
    buildTerms();
    for (const auto& entry : texts()) {
        connect(entry.second, &QLineEdit::textEdited, this, &AdverseForm::remember);
    }
    for (const auto& entry : choices()) {
        connect(entry.second, &Segments::chosen, this, &AdverseForm::remember);
    }
}

void AdverseForm::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    m_card->body().addLayout(grid);
    // The minutes of a dose reach from well before it to the next day.
    constexpr double kDay = 1440;
    m_onset->setPossible(-kDay, kDay);
    m_end->setPossible(-kDay, kDay);
    m_termField = new Field(tr("What happened"), m_term, m_card);
    m_termField->setRequired(tr("Name what happened, e.g. Nausea"));
    m_termField->setHelp(tr("↓ chooses from the words below, Enter takes one; others may be typed"));
    auto* onset = new Field(tr("Began at minute"), m_onset, m_card);
    m_endField = new Field(tr("Over at minute"), m_end, m_card);
    onset->setHelp(tr("empty: now"));
    m_endField->setHelp(tr("empty: it goes on"));
    // Twelve columns, row by row in the order of the Tab key.
    const auto add = [&](QWidget* field, int row, int from, int span) {
        grid->addWidget(field, row, from, 1, span, Qt::AlignTop);
    };
    add(m_termField, 0, 0, 4);
    add(onset, 0, 4, 2);
    add(m_endField, 0, 6, 2);
    add(new Field(tr("Action taken"), m_action, m_card), 0, 8, 4);
    add(new Field(tr("Grade (CTCAE 5)"), m_grade, m_card), 1, 0, 6);
    add(new Field(tr("Serious"), m_serious, m_card), 1, 6, 3);
    add(new Field(tr("Expected"), m_expected, m_card), 1, 9, 3);
    add(new Field(tr("Related to the dose"), m_related, m_card), 2, 0, 6);
    add(new Field(tr("Outcome so far"), m_outcome, m_card), 2, 6, 6);
    auto* save =
        makeButton({.text = tr("Save event"), .key = QKeySequence(Qt::CTRL | Qt::Key_Return)}, m_card);
    auto* leave = makeButton({.text = tr("Leave"), .kind = ButtonKind::Quiet}, m_card);
    setButtonKeyCap(*leave, QKeySequence(Qt::Key_Escape));
    m_card->foot().addStretch();
    m_card->foot().addWidget(leave);
    m_card->foot().addWidget(save);
    connect(save, &QPushButton::clicked, this, &AdverseForm::save);
    connect(leave, &QPushButton::clicked, this, &AdverseForm::finished);
}

void AdverseForm::buildTerms() {
    m_terms->setModel(m_termModel);
    m_terms->setStretchColumns({TermModel::Also});
    m_terms->setAccessibleName(tr("Words to choose from"));
    m_terms->horizontalHeader()->hide();
    m_terms->setFocusPolicy(Qt::NoFocus); // The arrows in the field above move the choice.
    m_terms->setMinimumHeight(px(34));    // It takes what room the fields leave.
    m_card->body().addWidget(m_terms, 1);
    m_term->installEventFilter(this);
    connect(m_term, &QLineEdit::textChanged, this, &AdverseForm::findTerms);
    connect(m_terms, &TableView::clicked, this, [this](const QModelIndex& index) { takeTerm(index.row()); });
    findTerms();
}

void AdverseForm::findTerms() {
    m_termModel->setRows(safety::AdverseTerms::builtIn().find(m_term->text()));
    const bool isTyped = !m_term->text().trimmed().isEmpty();
    m_terms->setCurrentIndex(isTyped && m_termModel->rowCount() > 0 ? m_termModel->index(0, 0)
                                                                    : QModelIndex());
}

void AdverseForm::takeTerm(int row) {
    if (row >= 0 && row < m_termModel->rowCount()) {
        m_term->setText(m_termModel->rowAt(row).term);
        m_term->setFocus();
        remember();
    }
}

bool AdverseForm::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_term || event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    const int now = m_terms->currentIndex().row();
    switch (key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier ? key->key() : 0) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        const int next = now + (key->key() == Qt::Key_Down ? 1 : -1);
        if (next >= 0 && next < m_termModel->rowCount()) {
            m_terms->setCurrentIndex(m_termModel->index(next, 0));
        }
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        takeTerm(now);
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

QLineEdit& AdverseForm::endEdit() {
    return *m_end;
}

QLineEdit& AdverseForm::onsetEdit() {
    return *m_onset;
}

QList<std::pair<QString, QLineEdit*>> AdverseForm::texts() const {
    return {{QStringLiteral("adverse.term"), m_term},
            {QStringLiteral("adverse.onset"), m_onset},
            {QStringLiteral("adverse.end"), m_end},
            {QStringLiteral("adverse.action"), m_action},
            {QStringLiteral("adverse.outcome"), m_outcome}};
}

QList<std::pair<QString, Segments*>> AdverseForm::choices() const {
    return {{QStringLiteral("adverse.grade"), m_grade},
            {QStringLiteral("adverse.serious"), m_serious},
            {QStringLiteral("adverse.expected"), m_expected},
            {QStringLiteral("adverse.related"), m_related}};
}

void AdverseForm::remember() {
    if (m_edited) {
        return; // The stored one is there whatever happens to what is typed over it.
    }
    for (const auto& [place, edit] : texts()) {
        m_controller.draft().setText(place, edit->text());
    }
    for (const auto& [place, choice] : choices()) {
        m_controller.draft().setText(place,
                                     choice->current() > 0 ? QString::number(choice->current()) : QString());
    }
}

void AdverseForm::begin() {
    m_edited.reset();
    m_card->setTitle(tr("Adverse event"));
    for (const auto& [place, edit] : texts()) {
        edit->setText(m_controller.draft().text(place));
    }
    for (const auto& [place, choice] : choices()) {
        const int kept = m_controller.draft().text(place).toInt();
        choice->setCurrent(kept < choice->count() ? kept : 0);
    }
    m_termField->setError({});
    m_endField->setError({});
    m_term->setFocus();
}

void AdverseForm::edit(const AdverseEvent& event) {
    m_edited = event;
    m_card->setTitle(tr("Adverse event since %1").arg(m_controller.timeOf(event.onset)));
    m_term->setText(event.term);
    m_onset->setValue(std::floor(m_controller.minuteOf(event.onset)));
    m_end->setValue(event.resolvedAt ? std::optional(std::floor(m_controller.minuteOf(*event.resolvedAt)))
                                     : std::nullopt);
    m_grade->setCurrent(event.grade.value_or(0));
    m_serious->setCurrent(static_cast<int>(event.serious));
    m_expected->setCurrent(static_cast<int>(event.expected));
    m_related->setCurrent(static_cast<int>(event.related));
    m_action->setText(event.action);
    m_outcome->setText(event.outcome);
    m_termField->setError({});
    m_endField->setError({});
    m_end->setFocus();
}

std::optional<base::Instant> AdverseForm::momentOf(const NumberField& field) const {
    const auto minute = field.value();
    const auto& start = m_controller.session().startedAt;
    if (!minute || !start) {
        return std::nullopt;
    }
    // A minute that is under way ends now, not at its whole.
    return std::min(start->plusMinutes(static_cast<qint64>(*minute)), m_controller.now());
}

std::optional<AdverseEvent> AdverseForm::read() {
    if (!m_termField->validate()) {
        m_term->setFocus();
        return std::nullopt;
    }
    for (NumberField* field : {m_onset, m_end}) {
        const bool isToCome = field->value() && *field->value() > m_controller.minuteOf(m_controller.now());
        if (!field->problem().isEmpty() || isToCome) {
            m_endField->setError(tr("A minute of the session that has passed, e.g. 25"));
            field->setFocus();
            return std::nullopt;
        }
    }
    AdverseEvent event = m_edited.value_or(AdverseEvent{});
    event.term = m_term->text().trimmed();
    event.grade = m_grade->current() > 0 ? std::optional(m_grade->current()) : std::nullopt;
    event.serious = static_cast<Asked>(m_serious->current());
    event.expected = static_cast<Asked>(m_expected->current());
    event.related = static_cast<Relatedness>(m_related->current());
    event.action = m_action->text().trimmed();
    event.outcome = m_outcome->text().trimmed();
    // A minute that still reads as it did keeps the second it was stored with.
    const auto moment = [&](const NumberField& field, const std::optional<base::Instant>& stored) {
        const bool isSame =
            stored && field.value() && *field.value() == std::floor(m_controller.minuteOf(*stored));
        return isSame ? stored : momentOf(field);
    };
    const auto former = m_edited ? std::optional(m_edited->onset) : std::nullopt;
    event.onset = moment(*m_onset, former).value_or(m_controller.now());
    event.resolvedAt = moment(*m_end, m_edited ? m_edited->resolvedAt : std::nullopt);
    return event;
}

void AdverseForm::clear() {
    for (const auto& entry : texts()) {
        entry.second->clear();
    }
    for (const auto& entry : choices()) {
        entry.second->setCurrent(0);
    }
    remember();
}

void AdverseForm::save() {
    const auto event = read();
    if (!event) {
        return;
    }
    const auto done =
        m_edited ? m_controller.amendAdverseEvent(*event) : m_controller.addAdverseEvent(*event);
    if (!done) {
        m_termField->setError(done.error().sentence());
        return;
    }
    if (!m_edited) {
        clear();
    }
    Q_EMIT finished();
}

void AdverseForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT finished();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace kairos::ui
