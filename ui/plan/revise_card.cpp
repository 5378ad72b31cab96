// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/revise_card.h"

#include "ui/plan/plan_words.h"
#include "ui/plan/step_lists.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/formats.h"
#include "ui/shared/questions.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/planning/step_time.h"
#include "core/workflow/open_practice.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kTableHeight = 118;      // three rows; the axis below shows the rest of what would move
constexpr qsizetype kMostFindings = 3; // the rest stands in the banner of the plan once it is accepted

/// Each finding with where it comes from, a line each.
QString linesOf(const base::Findings& findings, base::FindingLevel level) {
    QStringList lines;
    qsizetype more = 0;
    for (const base::Finding& finding : findings) {
        if (finding.level != level) {
            continue;
        }
        if (lines.size() < kMostFindings) {
            lines.append(PlanWords::tr("%1 (%2, %3).")
                             .arg(finding.text, finding.source, base::confidenceMark(finding.confidence)));
        } else {
            ++more;
        }
    }
    if (more > 0) {
        lines.append(PlanWords::tr("and %n more", nullptr, static_cast<int>(more)));
    }
    return lines.join(QLatin1Char('\n'));
}

void showLines(TextLabel& label, const QString& lines) {
    label.setText(lines);
    label.setVisible(!lines.isEmpty());
}

} // namespace

ReviseCard::ReviseCard(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_card(new Card(tr("What if"), CardContent::Padded, this)),
      m_moves(new CourseModel(CourseColumns::MovedSteps, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    build();
}

void ReviseCard::build() {
    m_card->setSubtitle(tr("nothing is saved before you accept it"));
    m_card->addToTitle(makeKeyHints({{keyText(QKeySequence(Qt::Key_Return)), tr("accept with a reason")},
                                     {keyText(QKeySequence(Qt::Key_Escape)), tr("leave everything")}},
                                    m_card));
    auto* row = new QHBoxLayout;
    m_label = new TextLabel({}, TextRole::Body, Token::Text, m_card);
    m_day = new DateField(m_card);
    m_day->setFixedWidth(px(220));
    m_label->setBuddy(m_day);
    m_words = makeParagraph({}, TextRole::Body, Token::Text2, m_card);
    m_accept =
        makeButton({.text = tr("Revise the plan"), .kind = ButtonKind::Primary, .icon = Icon::Check}, m_card);
    auto* leave = makeButton({.text = tr("Close"), .kind = ButtonKind::Quiet}, m_card);
    row->addWidget(m_label);
    row->addWidget(m_day);
    row->addWidget(m_words, 1);
    row->addWidget(m_accept);
    row->addWidget(leave);
    m_card->body().addLayout(row);
    m_stops = makeParagraph({}, TextRole::Body, Token::Stop, m_card);
    m_cautions = makeParagraph({}, TextRole::Body, Token::Caution, m_card);
    m_bookings = makeParagraph({}, TextRole::Body, Token::Caution, m_card);
    for (TextLabel* label : {m_stops, m_cautions, m_bookings}) {
        m_card->body().addWidget(label);
    }
    m_table = new TableView(RowHeight::Dense, m_card);
    m_table->setAccessibleName(tr("Steps that would move"));
    m_table->setModel(m_moves);
    m_table->setStretchColumns({0, 3});
    m_table->setFixedHeight(px(kTableHeight));
    m_card->body().addWidget(m_table);
    connect(m_day, &DateField::valueChanged, this, &ReviseCard::showEffect);
    connect(m_day, &QLineEdit::returnPressed, this, &ReviseCard::accept);
    connect(m_accept, &QPushButton::clicked, this, &ReviseCard::accept);
    connect(leave, &QPushButton::clicked, this, &ReviseCard::closeCard);
}

void ReviseCard::setPlan(const workflow::PlanView& view) {
    m_view = view;
    if (!isHidden()) {
        showEffect();
    }
}

void ReviseCard::open(What what, const QString& key, std::optional<QDate> day) {
    m_what = what;
    m_key = key;
    m_day->setVisible(what != What::Replan);
    m_label->setVisible(what != What::Replan);
    const QString label = what == What::Start ? tr("First dose aims at") : tr("%1 on").arg(titleOfStep());
    m_label->setText(label);
    m_day->setAccessibleName(label);
    m_card->setTitle(what == What::Start    ? tr("What if the course started on another day")
                     : what == What::Replan ? tr("What if all were planned on from today")
                                            : tr("What if %1 stood on another day").arg(titleOfStep()));
    show();
    m_day->setDate(day);
    showEffect();
}

void ReviseCard::tryStart(int days) {
    if (!m_view) {
        return;
    }
    const bool isOpen = !isHidden() && m_what == What::Start;
    const QDate from = isOpen ? m_day->date().value_or(m_view->plan.start) : m_view->plan.start;
    open(What::Start, {}, from.addDays(days));
    m_day->setFocus(Qt::OtherFocusReason);
}

void ReviseCard::tryStep(const QString& key, QDate day) {
    if (m_view && m_view->row(key) != nullptr) {
        open(What::Step, key, day);
    }
}

void ReviseCard::tryStepBy(const QString& key, int days) {
    const auto* row = m_view ? m_view->row(key) : nullptr;
    if (row == nullptr) {
        return;
    }
    const bool isTried = !isHidden() && triedStep() == key && m_day->date();
    const QDate own = row->step.window ? row->step.window->target.date : m_context.practice.today();
    tryStep(key, (isTried ? *m_day->date() : own).addDays(days));
}

void ReviseCard::tryReplan() {
    if (m_view) {
        open(What::Replan, {}, std::nullopt);
        m_accept->setFocus(Qt::OtherFocusReason);
    }
}

QHash<QString, QDateTime> ReviseCard::ghosts() const {
    QHash<QString, QDateTime> ghosts;
    if (m_effect) {
        for (const planning::CourseChange& change : m_effect->changes) {
            if (change.to && change.isMoved()) {
                const record::StepTime& target = change.to->target;
                ghosts.insert(change.step, target.time ? planning::startOf(target)
                                                       : planning::wallTime(target.date, QTime(12, 0)));
            }
        }
    }
    return ghosts;
}

void ReviseCard::focusDay() {
    m_day->setFocus(Qt::OtherFocusReason);
}

void ReviseCard::closeCard() {
    hide();
    m_effect.reset();
    Q_EMIT effectChanged();
    Q_EMIT closed();
}

QString ReviseCard::titleOfStep() const {
    const auto* row = m_view ? m_view->row(m_key) : nullptr;
    return row != nullptr ? row->step.title : m_key;
}

workflow::PlanChange ReviseCard::change() const {
    const auto day = m_day->date();
    switch (m_what) {
    case What::Start:
        return {.start = day};
    case What::Step:
        return {.moves = {{m_key, day.value_or(QDate())}}};
    case What::Replan:
        break;
    }
    return {};
}

void ReviseCard::showEffect() {
    if (isHidden() || !m_view) {
        return; // Nothing is reckoned that nobody sees.
    }
    m_effect.reset();
    m_moves->setRows({});
    for (TextLabel* label : {m_stops, m_cautions, m_bookings}) {
        label->hide();
    }
    m_accept->setEnabled(false);
    if (m_what != What::Replan && !m_day->date()) {
        m_words->setText(tr("Type a day."));
        Q_EMIT effectChanged();
        return;
    }
    auto effect = workflow::PlanRevision(m_context.practice).effectOf(m_view->plan.id, change());
    if (!effect) {
        m_words->setText(effect.error().sentence());
        m_words->setToken(Token::Caution);
        Q_EMIT effectChanged();
        return;
    }
    m_effect = std::move(*effect);
    showWords();
    Q_EMIT effectChanged();
}

QString ReviseCard::countWords() const {
    int moved = 0;
    for (const planning::CourseChange& one : m_effect->changes) {
        moved += one.isMoved() && one.step != triedStep() ? 1 : 0;
    }
    if (m_what != What::Step) {
        return moved == 0 ? tr("No step would move.") : tr("%n step(s) would move.", nullptr, moved);
    }
    const auto* planned = m_effect->course.find(m_key);
    const QString stands =
        tr("It would stand on %1; its window: %2.")
            .arg(dateText(*m_day->date()), windowText(planned != nullptr ? planned->window : std::nullopt));
    return QStringLiteral("%1 %2").arg(stands, moved == 0 ? tr("No other step moves.")
                                                          : tr("%n step(s) move with it.", nullptr, moved));
}

void ReviseCard::showWords() {
    QList<CourseLine> lines;
    for (const planning::CourseChange& one : std::as_const(m_effect->changes)) {
        lines.append({one.title, one.from, one.to, one.why});
    }
    m_moves->setRows(lines);
    m_table->setVisible(!lines.isEmpty());
    m_words->setText(countWords());
    m_words->setToken(Token::Text);
    showLines(*m_stops, linesOf(m_effect->broken, base::FindingLevel::Stop));
    showLines(*m_cautions, linesOf(m_effect->broken, base::FindingLevel::Caution));
    QStringList left;
    for (const workflow::LeftBooking& one : std::as_const(m_effect->bookings)) {
        left.append(tr("%1 is booked for %2, %3, outside its new window.")
                        .arg(one.title, dayText(one.booked.date), timeText(one.booked.time)));
    }
    showLines(*m_bookings, left.join(QLatin1Char('\n')));
    const bool isOther = m_what == What::Start && m_day->date() != m_view->plan.start;
    m_accept->setEnabled(!m_effect->isEmpty() || isOther);
}

void ReviseCard::accept() {
    if (!m_view || !m_effect || !m_accept->isEnabled()) {
        return;
    }
    const bool isHeld = m_effect->needsOverride();
    QString text = tr("The windows change as shown; the revision is to be signed again.");
    if (isHeld) {
        text = tr("%1\nA prescriber overrides this with a reason and the own password.").arg(m_stops->text());
    }
    const Question question{.title = tr("Take over revision %1?").arg(m_view->plan.revision + 1),
                            .text = text,
                            .verb = isHeld ? tr("Override and revise") : tr("Revise"),
                            .kind = isHeld ? ButtonKind::Danger : ButtonKind::Primary,
                            .needs = isHeld ? QuestionNeeds::ReasonAndPassword : QuestionNeeds::Reason};
    m_context.questions.ask(
        question, *this, [this, id = m_view->plan.id, wanted = change()](const Answer& answer) {
            const auto outcome =
                workflow::PlanRevision(m_context.practice).accept(id, wanted, answer.reason, answer.password);
            if (outcome) {
                closeCard();
                Q_EMIT saved();
            }
            return outcome;
        });
}

void ReviseCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        closeCard();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace kairos::ui
