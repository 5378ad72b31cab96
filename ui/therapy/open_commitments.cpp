// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/open_commitments.h"

#include "ui/therapy/commitment_table.h"

#include "ui/shared/buttons.h"
#include "ui/shared/date_field.h"
#include "ui/shared/flow_layout.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/therapy/thread_words.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/thread_care.h"

#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

using record::CommitmentState;
using workflow::OpenCommitment;

namespace {

/// "made Mon 2 Nov for Fri 6 Nov · partly kept Mon 9 Nov: once, on Thursday".
QString storyOf(const OpenCommitment& row) {
    QStringList parts{OpenCommitments::tr("made %1 for %2")
                          .arg(dayText(row.commitment.madeOn), dayText(row.commitment.due))};
    QList<record::CommitmentReview> reviews = row.earlier;
    if (row.here) {
        reviews.append(*row.here);
    }
    for (const record::CommitmentReview& review : std::as_const(reviews)) {
        const QString said =
            QStringLiteral("%1 %2").arg(therapy::commitmentStateText(review.outcome), dayText(review.on));
        parts.append(review.remark.isEmpty() ? said : QStringLiteral("%1: %2").arg(said, review.remark));
    }
    for (const base::Finding& finding : row.findings) {
        parts.append(QStringLiteral("%1 (%2, %3)")
                         .arg(finding.text, finding.source, base::confidenceMark(finding.confidence)));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

OpenCommitments::OpenCommitments(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_model(new CommitmentTable(this)),
      m_view(new TableView(RowHeight::Dense, this)),
      m_words(makeParagraph({}, TextRole::Body, Token::Text, this)),
      m_story(makeParagraph({}, TextRole::Caption, Token::Text2, this)),
      m_asking(new QWidget(this)),
      m_remark(new QLineEdit(this)),
      m_moved(new DateField(this)),
      m_back(makeButton({.text = tr("Take back"), .kind = ButtonKind::Quiet, .icon = Icon::Undo}, this)) {
    build();
}

void OpenCommitments::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    m_view->setAccessibleName(tr("Open commitments"));
    m_view->setModel(m_model);
    m_view->setStretchColumns({CommitmentTable::Words});
    m_view->setFitsRows();
    column->addWidget(m_view);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(px(14), 0, px(14), px(8));
    below->setSpacing(px(6));
    column->addLayout(below);
    below->addWidget(m_words);
    below->addWidget(m_story);
    below->addWidget(m_asking);
    below->addWidget(m_back, 0, Qt::AlignLeft);
    auto* asking = new QVBoxLayout(m_asking);
    asking->setContentsMargins(0, 0, 0, 0);
    asking->setSpacing(px(6));
    auto* fields = new QHBoxLayout;
    fields->setSpacing(px(8));
    fields->addWidget(new Field(tr("Remark"), m_remark, m_asking), 1);
    fields->addWidget(new Field(tr("Goes on until"), m_moved, m_asking), 1);
    asking->addLayout(fields);
    auto* outcomes = new QWidget(m_asking);
    auto* flow = new FlowLayout(px(6), outcomes);
    flow->addWidget(addOutcome(tr("Kept"), Qt::Key_K, CommitmentState::Kept));
    flow->addWidget(addOutcome(tr("Partly"), Qt::Key_P, CommitmentState::Partly));
    flow->addWidget(addOutcome(tr("Not kept"), Qt::Key_N, CommitmentState::Not));
    m_drop = addOutcome(tr("Drop"), Qt::Key_D, CommitmentState::Dropped);
    flow->addWidget(m_drop);
    asking->addWidget(outcomes);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &OpenCommitments::showCurrent);
    connect(m_back, &QPushButton::clicked, this, &OpenCommitments::takeBack);
    for (QLineEdit* edit : {m_remark, static_cast<QLineEdit*>(m_moved)}) {
        connect(edit, &QLineEdit::textEdited, this, &OpenCommitments::keepTyped);
    }
}

QPushButton* OpenCommitments::addOutcome(const QString& text, Qt::Key key, CommitmentState outcome) {
    auto* button = makeButton({.text = text}, m_asking);
    setButtonKeyCap(*button, QKeySequence(key));
    connect(button, &QPushButton::clicked, this, [this, outcome] { review(outcome); });
    // A letter is a key in the list alone: in the fields it is a letter.
    auto* shortcut = new QShortcut(QKeySequence(key), m_view);
    shortcut->setContext(Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, [this, outcome] { review(outcome); });
    return button;
}

const OpenCommitment* OpenCommitments::current() const {
    const int row = m_view->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->rowAt(row) : nullptr;
}

void OpenCommitments::showRows(const record::SessionId& session, const QList<OpenCommitment>& rows) {
    m_session = session;
    const int row = std::max(0, m_view->currentIndex().row());
    m_model->setRows(rows);
    if (!rows.isEmpty()) {
        m_view->selectRow(std::min(row, m_model->rowCount() - 1));
    }
    showCurrent();
}

void OpenCommitments::showCurrent() {
    const OpenCommitment* row = current();
    setVisible(row != nullptr);
    if (row == nullptr) {
        return;
    }
    const Typed typed = m_typed.value(row->commitment.id);
    m_words->setText(QStringLiteral("“%1”").arg(row->commitment.words));
    m_story->setText(storyOf(*row));
    m_asking->setVisible(!row->here);
    m_back->setVisible(row->here.has_value());
    // A text that stands already keeps its cursor.
    if (m_remark->text() != typed.remark) {
        m_remark->setText(typed.remark);
    }
    if (!m_moved->hasFocus() || m_moved->text() != typed.moved) {
        m_moved->setText(typed.moved);
    }
}

void OpenCommitments::keepTyped() {
    if (const OpenCommitment* row = current()) {
        m_typed[row->commitment.id] = {m_remark->text(), m_moved->text()};
        Q_EMIT typed();
    }
}

QJsonObject OpenCommitments::state() const {
    QJsonObject state;
    for (auto typed = m_typed.constBegin(); typed != m_typed.constEnd(); ++typed) {
        if (!typed->remark.isEmpty() || !typed->moved.isEmpty()) {
            state.insert(typed.key().toString(), QJsonObject{{QStringLiteral("remark"), typed->remark},
                                                             {QStringLiteral("moved"), typed->moved}});
        }
    }
    return state;
}

void OpenCommitments::setState(const QJsonObject& state) {
    m_typed.clear();
    for (const QString& key : state.keys()) {
        if (const auto id = record::CommitmentId::fromString(key)) {
            const QJsonObject typed = state.value(key).toObject();
            m_typed.insert(*id, {typed.value(QLatin1String("remark")).toString(),
                                 typed.value(QLatin1String("moved")).toString()});
        }
    }
    showCurrent();
}

void OpenCommitments::review(CommitmentState outcome) {
    const OpenCommitment* row = current();
    if (row == nullptr || row->here || !m_asking->isEnabled()) {
        return;
    }
    if (!m_moved->problem().isEmpty()) {
        m_moved->setFocus(Qt::OtherFocusReason);
        Q_EMIT failed(base::Error{base::ErrorCode::InvalidInput, tr("The commitment was not looked at"),
                                  tr("its new day does not read"), m_moved->problem()});
        return;
    }
    record::CommitmentReview review;
    review.commitment = row->commitment.id;
    review.session = m_session;
    review.outcome = outcome;
    review.remark = m_remark->text();
    review.movedTo = m_moved->date().value_or(QDate());
    const auto done = workflow::ThreadCare(m_context.practice).review(review);
    if (!done) {
        if (outcome == CommitmentState::Dropped && review.remark.trimmed().isEmpty()) {
            m_remark->setFocus(Qt::OtherFocusReason);
        }
        Q_EMIT failed(done.error());
        return;
    }
    review.id = *done;
    m_typed.remove(review.commitment);
    offerUndo(review);
    m_view->setFocus(Qt::OtherFocusReason);
    Q_EMIT saved();
}

void OpenCommitments::offerUndo(const record::CommitmentReview& review) {
    if (m_context.undo == nullptr) {
        return;
    }
    auto& practice = m_context.practice;
    m_context.undo->offerUndo(
        {tr("The commitment was marked as %1.").arg(therapy::commitmentStateText(review.outcome)),
         [&practice, id = review.id] { return workflow::ThreadCare(practice).withdrawReview(id); }});
}

void OpenCommitments::takeBack() {
    const OpenCommitment* row = current();
    if (row == nullptr || !row->here) {
        return;
    }
    const auto id = row->here->id; // the rows are read again while it is taken back
    const auto done = workflow::ThreadCare(m_context.practice).withdrawReview(id);
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    m_view->setFocus(Qt::OtherFocusReason);
    Q_EMIT saved();
}

} // namespace kairos::ui
