// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/adverse_fields.h"

#include "ui/shared/form.h"
#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"
#include "ui/shared/term_model.h"
#include "ui/shared/type_scale.h"

#include "core/safety/adverse_terms.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kairos::ui {

using namespace record;

namespace {

constexpr int kFieldColumns = 12;
constexpr int kTermColumns = 4;
constexpr int kActionColumns = 4;

} // namespace

AdverseFields::AdverseFields(const QList<WhenField>& when, QWidget* parent)
    : QWidget(parent),
      m_term(new QLineEdit),
      m_grade(new Segments(tr("Grade"), {tr("not graded"), tr("1 mild"), tr("2 moderate"), tr("3 severe"),
                                         tr("4 life-threatening"), tr("5 fatal")})),
      m_serious(new Segments(tr("Serious"), {tr("not judged"), tr("yes"), tr("no")})),
      m_expected(new Segments(tr("Expected"), {tr("not judged"), tr("yes"), tr("no")})),
      m_related(new Segments(tr("Related to the dose"), {tr("not judged"), tr("unrelated"), tr("possible"),
                                                         tr("probable"), tr("definite")})),
      m_action(new QLineEdit),
      m_outcome(new QLineEdit),
      m_termModel(new TermModel(this)),
      m_terms(new TableView(RowHeight::Dense)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    column->addLayout(grid);
    build(*grid, when);
    column->addWidget(m_terms, 1);
    buildTerms();
    for (QLineEdit* edit : texts()) {
        connect(edit, &QLineEdit::textEdited, this, &AdverseFields::edited);
    }
    for (Segments* choice : choices()) {
        connect(choice, &Segments::chosen, this, &AdverseFields::edited);
    }
}

void AdverseFields::build(QGridLayout& grid, const QList<WhenField>& when) {
    m_termField = new Field(tr("What happened"), m_term, this);
    m_termField->setRequired(tr("Name what happened, e.g. Nausea"));
    m_termField->setHelp(tr("↓ and Enter take a word from below; others may be typed"));
    // Twelve columns, row by row in the order of the Tab key.
    int from = 0;
    int row = 0;
    const auto add = [&](QWidget* field, int columns) {
        field->setParent(this); // Tab goes by the order of the tree.
        grid.addWidget(field, row, from, 1, columns, Qt::AlignTop);
        from += columns;
    };
    const auto goOn = [&] {
        ++row;
        from = 0;
    };
    add(m_termField, kTermColumns);
    for (const WhenField& one : when) {
        add(one.field, one.columns);
    }
    const bool isBesideWhen = from + kActionColumns <= kFieldColumns;
    if (isBesideWhen) {
        add(new Field(tr("Action taken"), m_action), kFieldColumns - from);
    }
    goOn();
    add(new Field(tr("Grade (CTCAE 5)"), m_grade), 6);
    add(new Field(tr("Serious"), m_serious), 3);
    add(new Field(tr("Expected"), m_expected), 3);
    goOn();
    add(new Field(tr("Related to the dose"), m_related), 6);
    if (!isBesideWhen) {
        add(new Field(tr("Action taken"), m_action), 3);
    }
    add(new Field(tr("Outcome so far"), m_outcome), kFieldColumns - from);
}

void AdverseFields::buildTerms() {
    m_terms->setModel(m_termModel);
    m_terms->setStretchColumns({TermModel::Also});
    m_terms->setAccessibleName(tr("Words to choose from"));
    m_terms->horizontalHeader()->hide();
    m_terms->setFocusPolicy(Qt::NoFocus); // The arrows in the field above move the choice.
    m_terms->setMinimumHeight(px(34));    // It takes what room the fields leave.
    m_term->installEventFilter(this);
    connect(m_term, &QLineEdit::textChanged, this, &AdverseFields::findTerms);
    connect(m_terms, &TableView::clicked, this, [this](const QModelIndex& index) { takeTerm(index.row()); });
    findTerms();
}

void AdverseFields::findTerms() {
    m_termModel->setRows(safety::AdverseTerms::builtIn().find(m_term->text()));
    const bool isTyped = !m_term->text().trimmed().isEmpty();
    m_terms->setCurrentIndex(isTyped && m_termModel->rowCount() > 0 ? m_termModel->index(0, 0)
                                                                    : QModelIndex());
}

void AdverseFields::takeTerm(int row) {
    if (row >= 0 && row < m_termModel->rowCount()) {
        // The list is made anew while the field takes the word: the row must not be all that holds it.
        const QString term = m_termModel->rowAt(row).term;
        m_term->setText(term);
        m_term->setFocus();
        Q_EMIT edited();
    }
}

bool AdverseFields::eventFilter(QObject* watched, QEvent* event) {
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

QMap<QString, QLineEdit*> AdverseFields::texts() const {
    return {{QStringLiteral("term"), m_term},
            {QStringLiteral("action"), m_action},
            {QStringLiteral("outcome"), m_outcome}};
}

QMap<QString, Segments*> AdverseFields::choices() const {
    return {{QStringLiteral("grade"), m_grade},
            {QStringLiteral("serious"), m_serious},
            {QStringLiteral("expected"), m_expected},
            {QStringLiteral("related"), m_related}};
}

QMap<QString, QString> AdverseFields::typed() const {
    QMap<QString, QString> typed;
    const auto edits = texts();
    for (auto one = edits.begin(); one != edits.end(); ++one) {
        typed.insert(one.key(), one.value()->text());
    }
    const auto chosen = choices();
    for (auto one = chosen.begin(); one != chosen.end(); ++one) {
        const int place = one.value()->current();
        typed.insert(one.key(), place > 0 ? QString::number(place) : QString());
    }
    return typed;
}

void AdverseFields::setTyped(const QMap<QString, QString>& typed) {
    const auto edits = texts();
    for (auto one = edits.begin(); one != edits.end(); ++one) {
        one.value()->setText(typed.value(one.key()));
    }
    const auto chosen = choices();
    for (auto one = chosen.begin(); one != chosen.end(); ++one) {
        const int place = typed.value(one.key()).toInt();
        one.value()->setCurrent(place >= 0 && place < one.value()->count() ? place : 0);
    }
    m_termField->setError({});
}

void AdverseFields::display(const AdverseEvent& event) {
    m_term->setText(event.term);
    m_grade->setCurrent(event.grade.value_or(0));
    m_serious->setCurrent(static_cast<int>(event.serious));
    m_expected->setCurrent(static_cast<int>(event.expected));
    m_related->setCurrent(static_cast<int>(event.related));
    m_action->setText(event.action);
    m_outcome->setText(event.outcome);
    m_termField->setError({});
}

AdverseEvent AdverseFields::writtenInto(AdverseEvent event) const {
    event.term = m_term->text().trimmed();
    event.grade = m_grade->current() > 0 ? std::optional(m_grade->current()) : std::nullopt;
    event.serious = static_cast<Asked>(m_serious->current());
    event.expected = static_cast<Asked>(m_expected->current());
    event.related = static_cast<Relatedness>(m_related->current());
    event.action = m_action->text().trimmed();
    event.outcome = m_outcome->text().trimmed();
    return event;
}

bool AdverseFields::validate() {
    const bool isNamed = m_termField->validate();
    if (!isNamed) {
        m_term->setFocus();
    }
    return isNamed;
}

} // namespace kairos::ui
