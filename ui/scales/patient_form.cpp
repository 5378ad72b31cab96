// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/patient_form.h"

#include "ui/scales/patient_closing.h"
#include "ui/scales/patient_question.h"

#include "ui/shared/buttons.h"
#include "ui/shared/segments.h"
#include "ui/shared/text_label.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace kairos::ui {

using record::AnswerState;

namespace {

constexpr int kKeepAfterMs = 700; ///< a draft is on disk within a second of an answer
constexpr int kOneWidth = 760;
constexpr int kAllWidth = 1100;
constexpr int kBigButton = 48;

/// A column of this width in the middle of what scrolls.
QScrollArea* centred(QWidget* content, int width, QWidget* parent) {
    auto* outer = new QWidget;
    auto* row = new QHBoxLayout(outer);
    row->setContentsMargins(px(24), px(16), px(24), px(16));
    row->addStretch(1);
    content->setMaximumWidth(px(width));
    content->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    row->addWidget(content, 1000);
    row->addStretch(1);
    auto* area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(outer);
    area->viewport()->setAutoFillBackground(false);
    outer->setAutoFillBackground(false);
    return area;
}

} // namespace

PatientForm::PatientForm(RatingForm form, const QList<record::Answer>& answers,
                         workflow::OpenPractice& practice, QWidget* parent)
    : KioskForm(parent), m_form(std::move(form)), m_practice(practice), m_entry(m_form.instrument()) {
    m_entry.setAnswers(answers);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kKeepAfterMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &PatientForm::keep);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(m_form.instrument().title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    auto* pane = new QWidget(this);
    m_pages = new QStackedLayout(pane);
    m_pages->addWidget(makeOne());
    m_pages->addWidget(makeAll());
    m_pages->addWidget(makeAsking());
    m_closing = new PatientClosing(pane);
    m_pages->addWidget(m_closing);
    column->addWidget(pane, 1);
    column->addWidget(makeFoot());
    const auto open = openPlaces();
    showOne(open.isEmpty() ? neighbour(-1, +1) : open.first());
    showStep(Step::One);
}

QWidget* PatientForm::makeHead() {
    m_head = new QWidget(this);
    auto* column = new QVBoxLayout(m_head);
    column->setContentsMargins(px(24), px(16), px(24), 0);
    column->setSpacing(px(8));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(16));
    row->addWidget(new TextLabel(m_form.instrument().title, TextRole::Section, Token::Text2, m_head));
    row->addStretch(1);
    m_count = new TextLabel({}, TextRole::Section, Token::Text2, m_head);
    row->addWidget(m_count);
    m_mannerChoice =
        new Segments(tr("How the questions are shown"), {tr("One at a time"), tr("All together")}, m_head);
    row->addWidget(m_mannerChoice);
    column->addLayout(row);
    m_progress = new QProgressBar(m_head);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(px(6));
    column->addWidget(m_progress);
    connect(m_mannerChoice, &Segments::chosen, this, [this](int manner) {
        m_manner = manner == 0 ? Step::One : Step::All;
        if (m_manner == Step::One) {
            showOne(m_place);
        }
        showStep(m_manner);
    });
    return m_head;
}

QWidget* PatientForm::makeOne() {
    auto* content = new QWidget;
    m_oneColumn = new QVBoxLayout(content);
    m_oneColumn->setContentsMargins(0, 0, 0, 0);
    m_oneColumn->setSpacing(px(16));
    m_stem = makeStem(content);
    m_oneColumn->addWidget(m_stem);
    m_oneColumn->addStretch(1);
    m_oneScroll = centred(content, kOneWidth, this);
    return m_oneScroll;
}

/// What all items of the scale are asked with.
QWidget* PatientForm::makeStem(QWidget* parent) const {
    const QString& words = m_form.instrument().stem;
    auto* stem = new TextLabel(words, TextRole::Reading, Token::Text2, parent);
    stem->setObjectName(QStringLiteral("patientStem"));
    stem->setWordWrap(true);
    stem->setVisible(!words.isEmpty());
    return stem;
}

QWidget* PatientForm::makeAll() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(28));
    auto* stem = makeStem(content);
    for (int place = 0; place < m_entry.placeCount(); ++place) {
        if (column->indexOf(stem) < 0 && m_entry.item(place).scored) {
            column->addWidget(stem); // A question beside the scale that comes first is none of its own.
        }
        auto* question = new PatientQuestion(m_entry, place, PatientQuestion::Manner::Among, content);
        connect(question, &PatientQuestion::answered, this, &PatientForm::setAnswer);
        column->addWidget(question);
        m_all.append(question);
    }
    column->addStretch(1);
    m_allScroll = centred(content, kAllWidth, this);
    hideSkipped();
    return m_allScroll;
}

QWidget* PatientForm::makeAsking() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setSpacing(px(20));
    m_askingWords = makeWrapped({}, TextRole::Welcome, Token::Text, page);
    m_askingWords->setFixedWidth(px(kOneWidth));
    auto* help = makeWrapped(tr("You may answer now, or leave it open. Both are fine."), TextRole::Reading,
                             Token::Text2, page);
    help->setFixedWidth(px(kOneWidth));
    auto* buttons = new QWidget(page);
    buttons->setFixedWidth(px(kOneWidth));
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(16));
    m_showOpen = makeButton({tr("Show me"), ButtonKind::Primary}, buttons);
    auto* leave = makeButton({tr("Leave it open and finish")}, buttons);
    for (QPushButton* button : {m_showOpen, leave}) {
        button->setMinimumHeight(px(kBigButton));
        button->setFont(fontFor(TextRole::Reading));
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addStretch(2);
    for (QWidget* widget : {static_cast<QWidget*>(m_askingWords), static_cast<QWidget*>(help), buttons}) {
        column->addWidget(widget, 0, Qt::AlignHCenter);
    }
    column->addStretch(3);
    connect(m_showOpen, &QPushButton::clicked, this, [this] {
        showOne(openPlaces().value(0, m_place));
        showStep(m_manner);
    });
    connect(leave, &QPushButton::clicked, this, &PatientForm::save);
    return page;
}

QWidget* PatientForm::makeFoot() {
    m_foot = new QWidget(this);
    auto* row = new QHBoxLayout(m_foot);
    row->setContentsMargins(px(24), px(8), px(24), 0);
    row->setSpacing(px(16));
    m_back = makeButton({tr("Back"), ButtonKind::Secondary, Icon::ChevronLeft}, m_foot);
    m_next = makeButton({tr("Next"), ButtonKind::Primary}, m_foot);
    row->addStretch(1);
    for (QPushButton* button : {m_back, m_next}) {
        button->setMinimumSize(px(180), px(kBigButton));
        button->setFont(fontFor(TextRole::Reading));
        row->addWidget(button);
    }
    row->addStretch(1);
    connect(m_back, &QPushButton::clicked, this, &PatientForm::goBack);
    connect(m_next, &QPushButton::clicked, this, &PatientForm::goOn);
    return m_foot;
}

void PatientForm::showStep(Step step) {
    m_step = step;
    m_pages->setCurrentIndex(static_cast<int>(step));
    const bool isForm = step == Step::One || step == Step::All;
    m_head->setVisible(isForm);
    m_foot->setVisible(isForm);
    m_back->setVisible(step == Step::One);
    if (step == Step::All) {
        for (PatientQuestion* question : std::as_const(m_all)) {
            question->setAnswer(m_entry.answer(question->place()));
        }
        hideSkipped();
        m_all.at(m_place)->takeFocus();
        m_allScroll->ensureWidgetVisible(m_all.at(m_place));
    }
    if (step == Step::One) {
        m_one->takeFocus();
    }
    if (step == Step::Asking) {
        m_showOpen->setFocus(Qt::OtherFocusReason);
    }
    showProgress();
}

void PatientForm::showOne(int place) {
    m_place = place;
    delete m_one;
    m_one = new PatientQuestion(m_entry, place, PatientQuestion::Manner::Alone);
    connect(m_one, &PatientQuestion::answered, this, &PatientForm::setAnswer);
    m_oneColumn->insertWidget(1, m_one);
    // "Over the last 2 weeks, how often …" does not belong over how difficult it made life.
    m_stem->setVisible(m_entry.item(m_place).scored && !m_form.instrument().stem.isEmpty());
    m_one->show();
    m_one->takeFocus();
    m_oneScroll->ensureVisible(0, 0);
    showProgress();
}

void PatientForm::showProgress() {
    int done = 0;
    int asked = 0;
    int number = 0;
    for (int place = 0; place < m_entry.placeCount(); ++place) {
        if (!m_entry.isSkipped(place)) {
            ++asked;
            done += m_entry.answer(place).state != AnswerState::Unanswered ? 1 : 0;
            number += place <= m_place ? 1 : 0;
        }
    }
    m_progress->setRange(0, asked);
    m_progress->setValue(done);
    m_count->setText(m_manner == Step::One ? tr("Question %1 of %2").arg(number).arg(asked)
                                           : tr("%1 of %2 answered").arg(done).arg(asked));
    const bool isLast = m_manner == Step::All || neighbour(m_place, +1) < 0;
    m_next->setText(isLast ? tr("Finish") : tr("Next"));
    m_back->setEnabled(neighbour(m_place, -1) >= 0);
}

} // namespace kairos::ui
