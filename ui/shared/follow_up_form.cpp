// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/follow_up_form.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/form_draft.h"
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
#include <QShortcut>
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

FollowUpForm::FollowUpForm(workflow::OpenPractice& practice, QWidget* parent)
    : QWidget(parent),
      m_practice(practice),
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
      m_password(new PasswordField),
      m_trouble(makeParagraph({}, TextRole::Body, Token::Stop, m_card)),
      m_restored(makeParagraph({}, TextRole::Caption, Token::Text2, m_card)),
      m_draft(new FormDraft(
          practice, [this] { return state(); }, this)) {
    build();
    watchTyping();
    hide();
}

void FollowUpForm::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_restored->hide();
    m_card->body().addWidget(m_restored);
    m_card->body().addWidget(m_history);
    buildCourse();
    buildAddendum();
    m_trouble->hide();
    m_card->body().addWidget(m_trouble);
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
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &FollowUpForm::leave);
    showPurpose();
}

void FollowUpForm::watchTyping() {
    for (Segments* choice : {m_purpose, m_course, m_grade, m_serious, m_expected, m_related}) {
        connect(choice, &Segments::chosen, m_draft, &FormDraft::touch);
    }
    for (QLineEdit* edit :
         std::initializer_list<QLineEdit*>{m_day, m_time, m_outcome, m_term, m_action, m_reason}) {
        connect(edit, &QLineEdit::textChanged, m_draft, &FormDraft::touch);
    }
    connect(m_draft, &FormDraft::kept, this, &FollowUpForm::draftKept);
    connect(m_draft, &FormDraft::settled, this, &FollowUpForm::draftSettled);
    connect(m_draft, &FormDraft::failed, this, &FollowUpForm::showTrouble);
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
}

bool FollowUpForm::keepDraft() {
    const auto kept = m_draft->keep();
    if (!kept) {
        showTrouble(kept.error());
    }
    return kept.has_value();
}

void FollowUpForm::leave() {
    if (const auto kept = m_draft->leave(); !kept) {
        showTrouble(kept.error());
        return;
    }
    Q_EMIT closed();
}

void FollowUpForm::showTrouble(const base::Error& error) {
    m_trouble->setText(error.sentence());
    m_trouble->show();
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

QString FollowUpForm::trouble() const {
    return m_trouble->isHidden() ? QString() : m_trouble->text();
}

QString FollowUpForm::restored() const {
    return m_restored->isHidden() ? QString() : m_restored->text();
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
    m_day->setDate(m_practice.today());
    m_time->setTime(std::nullopt);
    m_trouble->hide();
}

void FollowUpForm::begin(const AdverseEvent& event, const QString& whose) {
    if (!keepDraft()) {
        return; // What was typed about another event would be lost.
    }
    m_event = event;
    clear();
    const auto left = m_draft->begin(QStringLiteral("adverse-follow-up"), event.id.uuid);
    m_restored->setVisible(left.has_value());
    if (left) {
        setState(left->typed);
        const BannerText words = restoredText(*left, m_practice.zone());
        m_restored->setText(words.title + QStringLiteral(". ") + words.source);
    }
    const QString since = dateTimeText(event.onset, m_practice.zone(), locale());
    m_card->setTitle(whose.isEmpty() ? tr("Follow up: %1").arg(event.term)
                                     : tr("Follow up: %1, %2").arg(event.term, whose));
    m_card->setSubtitle((event.session ? tr("began %1; what stands there is signed and stays")
                                       : tr("began %1; what was written then stays"))
                            .arg(since));
    const auto lines = workflow::AdverseCare(m_practice).followUps(event.id);
    QStringList words;
    for (const AdverseFollowUp& line : lines.value_or(QList<AdverseFollowUp>())) {
        words.append(workflow::followUpWords(line, m_practice, locale()));
    }
    if (!lines) {
        words.append(lines.error().sentence());
    }
    m_history->setText(words.isEmpty() ? tr("Nothing was added yet.") : words.join(QLatin1Char('\n')));
    showPurpose();
    show();
    m_course->setFocus(Qt::OtherFocusReason);
}

AdverseFollowUp FollowUpForm::read() const {
    AdverseFollowUp line;
    line.event = m_event->id;
    line.course = static_cast<AdverseCourse>(m_course->current());
    if (m_day->date() && m_time->time()) {
        line.resolvedAt = base::Instant::fromLocal(*m_day->date(), *m_time->time(), m_practice.zone());
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
    workflow::AdverseCare care(m_practice);
    const QList<storage::DraftKey> draft{m_draft->key()};
    const auto done =
        isAddendum() ? care.addAddendum(read(), m_password->text(), draft) : care.followUp(read(), draft);
    m_password->clear();
    if (!done) {
        showTrouble(done.error());
        return;
    }
    m_draft->finish();
    clear();
    Q_EMIT saved();
    Q_EMIT closed();
}

} // namespace kairos::ui
