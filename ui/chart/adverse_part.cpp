// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/adverse_part.h"

#include "ui/chart/outside_event_form.h"

#include "ui/shared/adverse_fields.h"
#include "ui/shared/adverse_model.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/follow_up_form.h"
#include "ui/shared/questions.h"
#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/adverse_care.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/run_care.h"

#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace kairos::ui {

using workflow::AdverseRow;

AdversePart::AdversePart(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_patient(patient),
      m_context(context),
      m_model(new AdverseModel(context.practice.zone(), this)),
      m_view(new TableView(RowHeight::Table, this)),
      m_form(new OutsideEventForm(patient, context, this)),
      m_followUp(new FollowUpForm(context, this)),
      m_trouble(makeParagraph({}, TextRole::Body, Token::Stop, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_trouble->hide();
    column->addWidget(m_trouble);
    buildForms(*column);
    buildList(*column);
}

void AdversePart::buildForms(QVBoxLayout& column) {
    column.addWidget(m_form, 2);
    column.addWidget(m_followUp);
    connect(m_form, &OutsideEventForm::added, this, &AdversePart::offerUndo);
    connect(m_form, &OutsideEventForm::closed, this, &AdversePart::closeForms);
    connect(m_form, &OutsideEventForm::draftKept, this, &AdversePart::draftKept);
    connect(m_form, &OutsideEventForm::draftSettled, this, &AdversePart::draftSettled);
    connect(m_followUp, &FollowUpForm::closed, this, &AdversePart::closeForms);
    connect(m_followUp, &FollowUpForm::draftKept, this, &AdversePart::draftKept);
    connect(m_followUp, &FollowUpForm::draftSettled, this, &AdversePart::draftSettled);
}

void AdversePart::buildList(QVBoxLayout& column) {
    auto* card = new Card(tr("Adverse events"), CardContent::Full, this);
    card->setSubtitle(tr("in sessions and outside of them, the latest first"));
    m_followButton = makeButton({.text = tr("Follow up"), .key = QKeySequence(Qt::Key_F8)}, card);
    card->addToTitle(m_followButton);
    connect(m_followButton, &QPushButton::clicked, this, &AdversePart::beginFollowUp);
    m_view->setAccessibleName(tr("Adverse events of this patient"));
    m_view->setModel(m_model);
    m_view->setStretchColumns(
        {AdverseModel::Event, AdverseModel::Dose, AdverseModel::Action, AdverseModel::Outcome});
    m_view->setColumnHidden(AdverseModel::Patient, true); // The chart names the patient.
    card->body().addWidget(m_view, 1);
    m_empty = new EmptyState(Icon::Outcomes, tr("No adverse event of this patient is on record"),
                             tr("One that happened between sessions is written here with Ctrl+Shift+A; one "
                                "in a session is written there."),
                             card);
    card->body().addWidget(m_empty);
    card->body().addStretch(0);
    column.addWidget(card, 1);
    connect(m_view, &TableView::rowOpened, this,
            [this](const QModelIndex& index) { openRow(m_model->rowAt(index.row())); });
    auto* error = new QShortcut(QKeySequence(Qt::Key_Delete), m_view);
    error->setContext(Qt::WidgetShortcut);
    connect(error, &QShortcut::activated, this, &AdversePart::remove);
}

void AdversePart::reload() {
    const auto former = current();
    const auto found = workflow::AdverseRegisterQuery(m_context.practice).ofPatient(m_patient);
    m_trouble->hide();
    if (!found) {
        say(found.error());
        return;
    }
    m_model->setRows(found->rows);
    const bool isEmpty = found->rows.isEmpty();
    m_view->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    setButtonBlockedBy(*m_followButton, isEmpty ? tr("There is no event to follow up.") : QString());
    if (!isEmpty) {
        m_view->selectRow(0);
    }
    if (former) {
        choose(former->event.id.toString());
    }
    if (!found->damaged.isEmpty()) {
        m_trouble->setText(tr("The list is not complete. Open the latest backup, and keep the damaged file: "
                              "%1.")
                               .arg(found->damaged.join(QStringLiteral(", "))));
        m_trouble->show();
    }
}

void AdversePart::choose(const QString& id) {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->rowAt(row).event.id.toString() == id) {
            m_view->selectRow(row);
            return;
        }
    }
}

void AdversePart::takeFocus() {
    setFocusProxy(m_model->rowCount() > 0 ? m_view : nullptr);
    setFocus(Qt::OtherFocusReason);
}

bool AdversePart::keepDraft() {
    return m_form->keepDraft() && m_followUp->keepDraft();
}

QString AdversePart::trouble() const {
    return m_trouble->isHidden() ? QString() : m_trouble->text();
}

std::optional<AdverseRow> AdversePart::current() const {
    const int row = m_view->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? std::optional(m_model->rowAt(row)) : std::nullopt;
}

void AdversePart::say(const base::Error& error) {
    m_trouble->setText(error.sentence());
    m_trouble->show();
}

void AdversePart::writeNew() {
    if (keepDraft()) {
        m_followUp->hide();
        m_form->begin();
        setFocusProxy(&m_form->fields().term()); // The page gives the focus on when it is shown.
    }
}

void AdversePart::openRow(const AdverseRow& row) {
    const record::AdverseEvent& event = row.event;
    if (event.session) {
        const Place place = DosingPlace{m_patient, *event.session, false, event.id.toString()};
        if (m_context.navigator.canOpen(place)) {
            m_context.navigator.open(place);
        }
    } else if (!row.followUps.isEmpty()) {
        beginFollowUp(); // What something was added to is not written anew.
    } else if (keepDraft()) {
        m_followUp->hide();
        m_form->edit(event);
        setFocusProxy(&m_form->onsetDay());
    }
}

void AdversePart::beginFollowUp() {
    const auto row = current();
    if (!row || !keepDraft()) {
        return;
    }
    const auto fixed = workflow::AdverseCare(m_context.practice).isFixed(row->event);
    if (!fixed) {
        say(fixed.error());
    } else if (*fixed) {
        m_form->hide();
        m_followUp->begin(row->event);
        setFocusProxy(&m_followUp->course());
    } else {
        openRow(*row); // Until the signature the event itself is changed, in its session.
    }
}

void AdversePart::remove() {
    const auto row = current();
    if (!row) {
        return;
    }
    if (row->event.session) {
        openRow(*row); // There it is taken back, while the session is not signed.
        return;
    }
    const Question question{.title = tr("Mark %1 as an error?").arg(row->event.term),
                            .text =
                                tr("The event goes from the list and the register; the history keeps it with "
                                   "your reason."),
                            .verb = tr("Mark as an error"),
                            .kind = ButtonKind::Danger,
                            .needs = QuestionNeeds::Reason};
    m_context.questions.ask(question, *this, [this, id = row->event.id](const Answer& answer) {
        return workflow::RunCare(m_context.practice).withdraw(id, answer.reason).map([this] {
            closeForms();
        });
    });
}

void AdversePart::closeForms() {
    m_form->hide();
    m_followUp->hide();
    reload();
    takeFocus();
}

void AdversePart::offerUndo(const record::AdverseEvent& event) {
    if (m_context.undo == nullptr) {
        return;
    }
    auto& practice = m_context.practice;
    m_context.undo->offerUndo({tr("Saved: %1.").arg(event.term), [&practice, id = event.id] {
                                   return workflow::RunCare(practice).withdraw(
                                       id, tr("taken back right after saving"));
                               }});
}

} // namespace kairos::ui
