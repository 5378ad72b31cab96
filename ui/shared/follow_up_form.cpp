// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/follow_up_form.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/password_field.h"
#include "ui/shared/segments.h"
#include "ui/shared/text_label.h"
#include "ui/shared/time_field.h"

#include "core/workflow/adverse_care.h"
#include "core/workflow/adverse_words.h"
#include "core/workflow/open_practice.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

using namespace record;

namespace {

QStringList gradeChoices() {
    QStringList choices{FollowUpForm::tr("as it is")};
    for (int grade = 1; grade <= 5; ++grade) {
        choices.append(workflow::gradeWords(grade));
    }
    return choices;
}

QStringList judgedChoices() {
    return {FollowUpForm::tr("as it is"), FollowUpForm::tr("yes"), FollowUpForm::tr("no")};
}

} // namespace

FollowUpForm::FollowUpForm(const PageContext& context, QWidget* parent)
    : DraftedForm(context, parent),
      m_card(new Card(tr("Follow up"), CardContent::Padded, this)),
      m_history(makeParagraph({}, TextRole::Body, Token::Text2, m_card)),
      m_purpose(new Segments(tr("What you add"), {tr("how it went on"), tr("a correction (addendum)")})),
      m_course(new Segments(tr("Course"), {tr("as before"), tr("goes on"), tr("over")})),
      m_day(new DateField),
      m_time(new TimeField),
      m_outcome(new QLineEdit),
      m_addendum(new QWidget),
      m_grade(new Segments(tr("Grade"), gradeChoices())),
      m_serious(new Segments(tr("Serious"), judgedChoices())),
      m_expected(new Segments(tr("Expected"), judgedChoices())),
      m_related(new Segments(tr("Related to the dose"), {tr("as it is"), tr("unrelated"), tr("possible"),
                                                         tr("probable"), tr("definite")})),
      m_term(new QLineEdit),
      m_action(new QLineEdit),
      m_reason(new QLineEdit),
      m_password(new PasswordField) {
    build();
    watch({m_purpose, m_course, m_grade, m_serious, m_expected, m_related, m_day, m_time, m_outcome, m_term,
           m_action, m_reason});
    hide();
}

void FollowUpForm::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_card->body().addWidget(&restoredLine());
    m_card->body().addWidget(m_history);
    buildCourse();
    buildAddendum();
    m_card->body().addWidget(&troubleLine());
    m_save = makeButton(
        {.text = tr("Add it"), .kind = ButtonKind::Primary, .key = QKeySequence(Qt::CTRL | Qt::Key_Return)},
        m_card);
    auto* leave = makeButton({.text = tr("Leave"), .kind = ButtonKind::Quiet}, m_card);
    setButtonKeyCap(*leave, QKeySequence(Qt::Key_Escape));
    m_card->foot().addStretch(1);
    m_card->foot().addWidget(leave);
    m_card->foot().addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &FollowUpForm::save);
    connect(leave, &QPushButton::clicked, this, &FollowUpForm::leave);
    connect(m_password, &QLineEdit::returnPressed, this, &FollowUpForm::save);
    connect(m_purpose, &Segments::chosen, this, &FollowUpForm::showPurpose);
    connect(m_course, &Segments::chosen, this, &FollowUpForm::showPurpose);
    showPurpose();
}

QJsonObject FollowUpForm::state() const {
    return {{QStringLiteral("purpose"), m_purpose->current()},
            {QStringLiteral("course"), m_course->current()},
            {QStringLiteral("day"), m_day->text()},
            {QStringLiteral("time"), m_time->text()},
            {QStringLiteral("outcome"), m_outcome->text()},
            {QStringLiteral("grade"), m_grade->current()},
            {QStringLiteral("serious"), m_serious->current()},
            {QStringLiteral("expected"), m_expected->current()},
            {QStringLiteral("related"), m_related->current()},
            {QStringLiteral("term"), m_term->text()},
            {QStringLiteral("action"), m_action->text()},
            {QStringLiteral("reason"), m_reason->text()}};
}

void FollowUpForm::setState(const QJsonObject& state) {
    const auto choose = [&](Segments* choice, const char* key) {
        choice->setCurrent(state.value(QLatin1String(key)).toInt());
    };
    choose(m_purpose, "purpose");
    choose(m_course, "course");
    choose(m_grade, "grade");
    choose(m_serious, "serious");
    choose(m_expected, "expected");
    choose(m_related, "related");
    const auto type = [&](QLineEdit* edit, const char* key) {
        edit->setText(state.value(QLatin1String(key)).toString());
    };
    type(m_day, "day");
    type(m_time, "time");
    type(m_outcome, "outcome");
    type(m_term, "term");
    type(m_action, "action");
    type(m_reason, "reason");
    showPurpose();
}

QWidget& FollowUpForm::firstField() {
    return *m_course;
}

void FollowUpForm::buildCourse() {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    m_card->body().addLayout(grid);
    const auto add = [&](QWidget* field, int from, int span) {
        grid->addWidget(field, 0, from, 1, span, Qt::AlignTop);
    };
    // Made in the order of the Tab key.
    add(new Field(tr("What you add"), m_purpose, m_card), 0, 4);
    add(new Field(tr("Course"), m_course, m_card), 4, 2);
    m_dayField = new Field(tr("Over since, day"), m_day, m_card);
    m_timeField = new Field(tr("Time"), m_time, m_card);
    add(m_dayField, 6, 2);
    add(m_timeField, 8, 1);
    add(new Field(tr("Outcome"), m_outcome, m_card), 9, 3);
    for (int column = 0; column < 12; ++column) {
        grid->setColumnStretch(column, 1);
    }
}

void FollowUpForm::buildAddendum() {
    auto* grid = new QGridLayout(m_addendum);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    const auto add = [&](QWidget* field, int row, int from, int span) {
        grid->addWidget(field, row, from, 1, span, Qt::AlignTop);
    };
    // Made in the order of the Tab key.
    add(new Field(tr("Grade (CTCAE 5)"), m_grade, m_addendum), 0, 0, 6);
    add(new Field(tr("Serious"), m_serious, m_addendum), 0, 6, 3);
    add(new Field(tr("Expected"), m_expected, m_addendum), 0, 9, 3);
    add(new Field(tr("Related to the dose"), m_related, m_addendum), 1, 0, 6);
    auto* term = new Field(tr("What happened"), m_term, m_addendum);
    term->setHelp(tr("empty: as it is"));
    add(term, 1, 6, 3);
    auto* action = new Field(tr("Action taken"), m_action, m_addendum);
    action->setHelp(tr("empty: as it is"));
    add(action, 1, 9, 3);
    auto* reason = new Field(tr("Reason of the correction"), m_reason, m_addendum);
    reason->setRequired(tr("Say why the event is corrected"));
    add(reason, 2, 0, 8);
    add(new Field(tr("Your password, to sign it"), m_password, m_addendum), 2, 8, 4);
    for (int column = 0; column < 12; ++column) {
        grid->setColumnStretch(column, 1);
    }
    m_card->body().addWidget(m_addendum);
}

bool FollowUpForm::isAddendum() const {
    return m_purpose->current() == 1;
}

QString FollowUpForm::history() const {
    return m_history->text();
}

void FollowUpForm::showPurpose() {
    const bool isOver = m_course->current() == static_cast<int>(AdverseCourse::Over);
    m_dayField->setVisible(isOver);
    m_timeField->setVisible(isOver);
    m_addendum->setVisible(isAddendum());
    m_save->setText(isAddendum() ? tr("Sign and add it") : tr("Add it"));
    m_save->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return)); // New words take the key away.
}

void FollowUpForm::clear() {
    for (Segments* choice : {m_purpose, m_course, m_grade, m_serious, m_expected, m_related}) {
        choice->setCurrent(0);
    }
    for (QLineEdit* edit : std::initializer_list<QLineEdit*>{m_outcome, m_term, m_action, m_reason}) {
        edit->clear();
    }
    m_password->clear();
    m_day->setDate(practice().today());
    m_time->setTime(std::nullopt);
    hideTrouble();
}

void FollowUpForm::begin(const AdverseEvent& event, const QString& whose) {
    if (!keepDraft()) {
        return; // What was typed about another event would be lost.
    }
    m_event = event;
    clear();
    beginDraft(QStringLiteral("adverse-follow-up"), event.id.uuid);
    const QString since = dateTimeText(event.onset, practice().zone(), locale());
    m_card->setTitle(whose.isEmpty() ? tr("Follow up: %1").arg(event.term)
                                     : tr("Follow up: %1, %2").arg(event.term, whose));
    m_card->setSubtitle((event.session ? tr("began %1; what stands there is signed and stays")
                                       : tr("began %1; what was written then stays"))
                            .arg(since));
    const auto lines = workflow::AdverseCare(practice()).followUps(event.id);
    QStringList words;
    for (const AdverseFollowUp& line : lines.value_or(QList<AdverseFollowUp>())) {
        words.append(workflow::followUpWords(line, practice(), locale()));
    }
    if (!lines) {
        words.append(lines.error().sentence());
    }
    m_history->setText(words.isEmpty() ? tr("Nothing was added yet.") : words.join(QLatin1Char('\n')));
    showPurpose();
    show();
    firstField().setFocus(Qt::OtherFocusReason);
}

AdverseFollowUp FollowUpForm::read() const {
    AdverseFollowUp line;
    line.event = m_event->id;
    line.course = static_cast<AdverseCourse>(m_course->current());
    if (m_day->date() && m_time->time()) {
        line.resolvedAt = base::Instant::fromLocal(*m_day->date(), *m_time->time(), practice().zone());
    }
    line.outcome = m_outcome->text();
    if (isAddendum()) {
        line.grade = m_grade->current() > 0 ? std::optional(m_grade->current()) : std::nullopt;
        line.serious = static_cast<Asked>(m_serious->current());
        line.expected = static_cast<Asked>(m_expected->current());
        line.related = static_cast<Relatedness>(m_related->current());
        line.term = m_term->text();
        line.action = m_action->text();
        line.reason = m_reason->text();
    }
    return line;
}

void FollowUpForm::save() {
    if (!m_event) {
        return;
    }
    workflow::AdverseCare care(practice());
    const auto done = isAddendum() ? care.addAddendum(read(), m_password->text(), draftKeys())
                                   : care.followUp(read(), draftKeys());
    m_password->clear();
    if (!done) {
        showTrouble(done.error());
        return;
    }
    finishDraft();
    clear();
    Q_EMIT saved();
    Q_EMIT closed();
}

} // namespace kairos::ui
