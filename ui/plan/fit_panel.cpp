// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/fit_panel.h"

#include "ui/plan/step_lists.h"

#include "ui/shared/absence_list.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/form.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"
#include "ui/shared/typed_values.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/practice_calendar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kFormWidth = 500;
constexpr int kBoxSides = 100; // margins, frame and arrow around the words of a box
constexpr int kDaysAhead = 21; // the screening of every shipped protocol aims at three weeks before

} // namespace

FitPanel::FitPanel(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_patient(patient),
      m_context(context),
      m_empty(new EmptyState(Icon::Plan, tr("No plan yet"),
                             tr("A protocol gives the steps of both strands with their windows."), this)),
      m_fitting(new QWidget(this)),
      m_course(new CourseModel(CourseColumns::NewCourse, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    auto* fit =
        makeButton({.text = tr("Fit a protocol"), .kind = ButtonKind::Primary, .icon = Icon::Plus}, m_empty);
    m_empty->setAction(fit);
    column->addWidget(m_empty);
    auto* row = new QHBoxLayout(m_fitting);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    row->addWidget(buildForm());
    row->addWidget(buildPreview(), 1);
    column->addWidget(m_fitting, 1);
    column->addStretch(0);
    m_fitting->hide();
    setFocusProxy(fit);
    connect(fit, &QPushButton::clicked, this, &FitPanel::begin);
}

QWidget* FitPanel::buildForm() {
    auto* card = new Card(tr("Fit a protocol"), CardContent::Padded, m_fitting);
    card->setFixedWidth(px(kFormWidth));
    auto* area = new QScrollArea(card);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* form = new FormSection({}, area);
    m_protocol = new QComboBox;
    for (const protocols::Protocol& protocol : m_context.practice.catalog().protocols.protocols()) {
        m_protocol->addItem(protocol.file.isEmpty() ? protocol.title
                                                    : tr("%1 (the clinic's own)").arg(protocol.title),
                            protocol.id);
    }
    m_protocol->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_protocol->setMinimumContentsLength(20);
    // None is proposed: the first of an alphabet is nobody's treatment.
    m_protocol->setPlaceholderText(tr("choose one"));
    m_protocol->setCurrentIndex(-1);
    m_protocolField = form->addField(tr("Protocol"), m_protocol);
    m_note = makeParagraph({}, TextRole::Caption, Token::Caution, form);
    m_sources = makeParagraph({}, TextRole::Caption, Token::Text2, form);
    m_start = new DateField;
    form->addField(tr("First dose aims at"), m_start)->setRequired(tr("Type the day the first dose aims at"));
    auto* days = new QWidget(form);
    auto* daysColumn = new QVBoxLayout(days);
    daysColumn->setContentsMargins(0, 0, 0, 0);
    buildWeekdays(*daysColumn);
    form->addWide(days);
    m_holidays = new QLineEdit;
    m_holidayField = form->addField(tr("Closed for this plan too, days parted by commas"), m_holidays);
    m_holidayField->setHelp(tr("Beside the clinic's own calendar, which stands in the settings."));
    auto* people = new QWidget(form);
    auto* peopleColumn = new QVBoxLayout(people);
    peopleColumn->setContentsMargins(0, 0, 0, 0);
    buildPeople(*peopleColumn);
    form->addWide(people);
    form->addWide(
        new TextLabel(tr("Days on which the patient cannot come"), TextRole::CaptionStrong, Token::Text));
    m_away = new AbsenceList(m_context);
    m_away->showPatient(m_patient);
    form->addWide(m_away);
    m_goals = new QPlainTextEdit;
    m_goals->setTabChangesFocus(true);
    m_goals->setFixedHeight(px(72));
    form->addField(tr("Goals in the patient's own words, one a line"), m_goals);
    form->addWide(m_note);
    form->addWide(m_sources);
    auto* inside = new QWidget(area);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(px(4), px(4), px(8), px(4)); // Room for the ring of what has the focus.
    column->addWidget(form);
    column->addStretch(1);
    area->setWidget(inside);
    inside->setAutoFillBackground(false); // The ground is the card's.
    area->viewport()->setAutoFillBackground(false);
    card->body().addWidget(area, 1);
    m_save =
        makeButton({.text = tr("Save as draft"), .kind = ButtonKind::Primary, .icon = Icon::Check}, card);
    card->foot().addStretch(1);
    card->foot().addWidget(m_save);
    connect(m_protocol, &QComboBox::currentIndexChanged, this, [this] {
        showProtocol();
        showPreview();
    });
    connect(m_start, &DateField::valueChanged, this, &FitPanel::showPreview);
    connect(m_holidays, &QLineEdit::editingFinished, this, &FitPanel::showPreview);
    connect(m_away, &AbsenceList::saved, this, &FitPanel::showPreview);
    connect(m_save, &QPushButton::clicked, this, &FitPanel::save);
    return card;
}

void FitPanel::buildWeekdays(QVBoxLayout& column) {
    column.addWidget(new TextLabel(tr("Closed weekdays: the clinic's, and more for this plan"),
                                   TextRole::CaptionStrong, Token::Text));
    auto* row = new QHBoxLayout;
    const workflow::PracticeCalendar calendar(m_context.practice);
    for (int day = 1; day <= 7; ++day) {
        auto* box = new QCheckBox(QLocale().dayName(day, QLocale::ShortFormat));
        const bool isClosed = !calendar.hoursOfWeekday(day).has_value();
        box->setChecked(isClosed);
        box->setEnabled(!isClosed);
        box->setToolTip(isClosed ? tr("closed by the clinic's own week, in the settings") : QString());
        row->addWidget(box);
        m_weekdays.append(box);
        connect(box, &QCheckBox::toggled, this, &FitPanel::showPreview);
    }
    row->addStretch(1);
    column.addLayout(row);
}

void FitPanel::buildPeople(QVBoxLayout& column) {
    column.addWidget(new TextLabel(tr("Held by: the plan keeps off their days away"), TextRole::CaptionStrong,
                                   Token::Text));
    const auto people = m_context.practice.clinicians();
    const auto& me = m_context.practice.signedIn();
    for (const record::Clinician& person : people ? *people : QList<record::Clinician>()) {
        if (!person.has(record::Role::Therapist) && !person.has(record::Role::Prescriber)) {
            continue;
        }
        auto* box = new QCheckBox(person.name);
        box->setMinimumHeight(px(24));
        box->setChecked(me && me->id == person.id);
        column.addWidget(box);
        m_people.append(box);
        m_clinicians.append(person.id);
        connect(box, &QCheckBox::toggled, this, &FitPanel::showPreview);
    }
}

QWidget* FitPanel::buildPreview() {
    m_previewCard = new Card(tr("The course it gives"), CardContent::Full, m_fitting);
    m_findings = makeParagraph({}, TextRole::Body, Token::Caution, m_previewCard);
    m_trouble = makeParagraph({}, TextRole::Body, Token::Stop, m_previewCard);
    auto* words = new QVBoxLayout;
    words->setContentsMargins(px(14), 0, px(14), px(8));
    words->addWidget(m_findings);
    words->addWidget(m_trouble);
    m_previewCard->body().addLayout(words);
    auto* table = new TableView(RowHeight::Dense, m_previewCard);
    table->setAccessibleName(tr("Steps of the course"));
    table->setModel(m_course);
    table->setStretchColumns({0});
    m_previewCard->body().addWidget(table, 1);
    return m_previewCard;
}

void FitPanel::begin() {
    m_empty->hide();
    m_fitting->show();
    if (!m_start->date()) {
        QDate day = m_context.practice.today().addDays(kDaysAhead);
        m_start->setDate(day.addDays((8 - day.dayOfWeek()) % 7));
    }
    showProtocol();
    showPreview();
    setFocusProxy(m_protocol);
    m_protocol->setFocus(Qt::OtherFocusReason);
}

workflow::PlanWish FitPanel::wish() const {
    workflow::PlanWish wish;
    wish.patient = m_patient;
    wish.protocol = m_protocol->currentData().toString();
    wish.start = m_start->date().value_or(QDate());
    for (int i = 0; i < m_weekdays.size(); ++i) {
        // What the clinic closes itself is no addition of this plan.
        if (m_weekdays.at(i)->isChecked() && m_weekdays.at(i)->isEnabled()) {
            wish.closedWeekdays.append(i + 1);
        }
    }
    wish.holidays = typedHolidays();
    for (int i = 0; i < m_people.size(); ++i) {
        if (m_people.at(i)->isChecked()) {
            wish.clinicians.append(m_clinicians.at(i));
        }
    }
    const auto lines = m_goals->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        wish.goals.append(line.trimmed());
    }
    return wish;
}

QList<QDate> FitPanel::typedHolidays() const {
    QList<QDate> days;
    QStringList unread;
    for (const QString& word : m_holidays->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const auto day = readDate(word.trimmed(), QLocale())) {
            days.append(*day);
        } else {
            unread.append(word.trimmed());
        }
    }
    m_holidayField->setError(
        unread.isEmpty()
            ? QString()
            : tr("\"%1\" is no day: type it as 24 Dec 2026").arg(unread.join(QLatin1String(", "))));
    return days;
}

void FitPanel::showProtocol() {
    const auto* protocol = m_context.practice.catalog().protocols.find(m_protocol->currentData().toString());
    if (protocol == nullptr) {
        return;
    }
    // A long title does not fit the box: it stands whole below it.
    const int room = px(kFormWidth) - px(kBoxSides);
    const bool isLong = m_protocol->fontMetrics().horizontalAdvance(m_protocol->currentText()) > room;
    m_protocolField->setHelp(isLong ? m_protocol->currentText() : QString());
    m_note->setText(protocol->note);
    QStringList sources;
    for (const protocols::Source& source : protocol->sources) {
        sources.append(QStringLiteral("%1 (%2): %3")
                           .arg(source.text, base::confidenceMark(source.confidence), source.supports));
    }
    m_sources->setText(
        tr("Sources, with H, M or C for how firm each is:\n%1").arg(sources.join(QLatin1Char('\n'))));
}

void FitPanel::showPreview() {
    if (m_protocol->currentIndex() < 0) {
        m_save->setEnabled(false);
        m_trouble->hide();
        m_findings->hide();
        m_course->setRows({});
        m_previewCard->setSubtitle(tr("choose a protocol to see its steps"));
        return;
    }
    const auto course = workflow::PlanCare(m_context.practice).preview(wish());
    m_save->setEnabled(course.has_value());
    m_trouble->setVisible(!course.has_value());
    m_findings->setVisible(course && !course->findings.isEmpty());
    if (!course) {
        m_trouble->setText(course.error().sentence());
        m_course->setRows({});
        m_previewCard->setSubtitle({});
        return;
    }
    QList<CourseLine> lines;
    for (const planning::PlannedStep& step : course->steps) {
        lines.append({step.title, std::nullopt, step.window});
    }
    const auto when = [](const CourseLine& line) {
        return line.after ? line.after->target.date : QDate(9999, 1, 1);
    };
    std::stable_sort(lines.begin(), lines.end(),
                     [&](const CourseLine& a, const CourseLine& b) { return when(a) < when(b); });
    m_course->setRows(lines);
    QStringList findings;
    for (const base::Finding& finding : course->findings) {
        findings.append(finding.text);
    }
    m_findings->setText(findings.join(QLatin1Char('\n')));
    m_previewCard->setSubtitle(tr("%n step(s)", nullptr, static_cast<int>(lines.size())));
}

void FitPanel::save() {
    const auto started = workflow::PlanCare(m_context.practice).start(wish());
    m_trouble->setVisible(!started.has_value());
    if (!started) {
        m_trouble->setText(started.error().sentence());
        return;
    }
    Q_EMIT saved();
}

} // namespace kairos::ui
