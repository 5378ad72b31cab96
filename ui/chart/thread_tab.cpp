// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/thread_tab.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/flow_layout.h"
#include "ui/shared/formats.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/text_label.h"

#include "core/therapy/thread_words.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/thread_query.h"

#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

using therapy::ThreadDose;
using therapy::ThreadStep;
using therapy::ThreadStepKind;

namespace {

QString doseHead(const ThreadDose& dose) {
    return dose.number == 0 ? ThreadTab::tr("Before the first dose")
                            : ThreadTab::tr("Dose %1").arg(dose.number);
}

QString labelOf(const ThreadStep& step) {
    switch (step.kind) {
    case ThreadStepKind::Intention:
        return ThreadTab::tr("Intention");
    case ThreadStepKind::Arose:
        return ThreadTab::tr("What arose");
    case ThreadStepKind::Meaning:
        return ThreadTab::tr("Meaning");
    case ThreadStepKind::Commitment:
        return ThreadTab::tr("Commitment");
    case ThreadStepKind::Review:
        return therapy::commitmentStateText(step.state.value_or(record::CommitmentState::Open));
    }
    return {};
}

/// The patient's own words stand in quotation marks; a remark is the therapist's.
QString wordsOf(const ThreadStep& step) {
    if (step.kind == ThreadStepKind::Review) {
        return step.words.isEmpty() ? QStringLiteral("–") : step.words;
    }
    return QStringLiteral("“%1”").arg(step.words);
}

QString whenOf(const ThreadStep& step) {
    const QString said = dayText(step.on);
    if (step.kind == ThreadStepKind::Commitment) {
        const QString due = ThreadTab::tr("%1, by %2").arg(said, dayText(step.due));
        return step.goal.isEmpty() ? due : ThreadTab::tr("%1, for: %2").arg(due, step.goal);
    }
    return step.due.isValid() ? ThreadTab::tr("%1, goes on until %2").arg(said, dayText(step.due)) : said;
}

} // namespace

ThreadTab::ThreadTab(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : Page(parent),
      m_patient(patient),
      m_context(context),
      m_count(new TextLabel({}, TextRole::Body, Token::Text2, this)),
      m_theme(new QComboBox(this)),
      m_print(makeButton(
          {.text = tr("Take-home page"), .icon = Icon::Print, .key = QKeySequence(QKeySequence::Print)},
          this)),
      m_scroll(new QScrollArea(this)),
      m_empty(new EmptyState(Icon::Link, {}, {}, this)),
      m_thread(therapy::ThreadFacts{}) {
    build();
    refresh();
}

void ThreadTab::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(12));
    auto* tools = new QHBoxLayout;
    tools->setSpacing(px(12));
    m_theme->setAccessibleName(tr("Theme that is followed"));
    m_theme->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    tools->addWidget(m_theme);
    tools->addWidget(m_count);
    tools->addStretch(1);
    m_print->setVisible(m_context.navigator.canOpen(TakeHomePlace{m_patient}));
    tools->addWidget(m_print);
    column->addLayout(tools);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setAccessibleName(tr("The thread, dose by dose"));
    column->addWidget(m_scroll, 1);
    column->addWidget(m_empty, 1);
    connect(m_theme, &QComboBox::activated, this, &ThreadTab::showDoses);
    connect(m_print, &QPushButton::clicked, this,
            [this] { m_context.navigator.open(TakeHomePlace{m_patient}); });
    setFocusProxy(m_scroll);
}

QString ThreadTab::title() const {
    return tr("Thread");
}

void ThreadTab::refresh() {
    auto thread = workflow::ThreadQuery(m_context.practice).ofPatient(m_patient);
    if (!thread) {
        m_empty->setSentence(thread.error().sentence());
        m_scroll->hide();
        m_empty->show();
        return;
    }
    m_thread = std::move(*thread);
    m_empty->setSentence(tr("No thread yet"),
                         tr("An intention is written down in a preparation, what arose, its meaning and a "
                            "commitment in an integration: beside the note, under Thread."));
    m_empty->setVisible(m_thread.isEmpty());
    m_scroll->setVisible(!m_thread.isEmpty());
    showThemes();
    showDoses();
}

void ThreadTab::showThemes() {
    const QString chosen = m_theme->currentData().toString();
    m_theme->clear();
    m_theme->addItem(tr("All themes"));
    const auto themes = m_thread.themes();
    for (const therapy::ThemeCount& theme : themes) {
        m_theme->addItem(tr("%1 (%2)").arg(theme.words, QString::number(theme.sessions)), theme.words);
    }
    m_theme->setCurrentIndex(chosen.isEmpty() ? 0 : std::max(0, m_theme->findData(chosen)));
    m_theme->setVisible(!themes.isEmpty());
}

void ThreadTab::showDoses() {
    const QString theme = m_theme->currentData().toString();
    const QList<ThreadDose> doses = theme.isEmpty() ? m_thread.doses() : m_thread.withTheme(theme);
    auto* content = new QWidget(m_scroll);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    int steps = 0;
    for (const ThreadDose& dose : doses) {
        column->addWidget(makeDose(dose));
        steps += static_cast<int>(dose.steps.size());
    }
    column->addStretch(1);
    m_scroll->setWidget(content);
    m_count->setText(m_thread.isEmpty() ? QString() : tr("%n line(s) of the thread", nullptr, steps));
}

QWidget* ThreadTab::makeDose(const ThreadDose& dose) {
    auto* card = new Card(doseHead(dose), CardContent::Padded);
    card->setSubtitle(dose.on.isValid() ? dateText(dose.on)
                                        : (dose.number > 0 ? tr("not booked yet") : QString()));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(4));
    grid->setColumnMinimumWidth(0, px(96));
    grid->setColumnMinimumWidth(2, px(250));
    grid->setColumnStretch(1, 1);
    for (const ThreadStep& step : dose.steps) {
        const int row = grid->rowCount();
        const bool isReview = step.kind == ThreadStepKind::Review;
        grid->addWidget(new TextLabel(labelOf(step), TextRole::CaptionStrong, Token::Text2, card), row, 0,
                        Qt::AlignTop);
        grid->addWidget(
            makeParagraph(wordsOf(step), TextRole::Body, isReview ? Token::Text2 : Token::Text, card), row, 1,
            Qt::AlignTop);
        grid->addWidget(makeParagraph(whenOf(step), TextRole::Caption, Token::Text2, card), row, 2,
                        Qt::AlignTop);
    }
    card->body().addLayout(grid);
    if (!dose.themes.isEmpty()) {
        auto* themes = new QWidget(card);
        auto* flow = new FlowLayout(px(6), themes);
        QStringList shown; // two sessions of one dose may have touched the same
        for (const record::Theme& theme : dose.themes) {
            const bool isShown = std::any_of(shown.begin(), shown.end(), [&](const QString& other) {
                return therapy::isSameTheme(other, theme.words);
            });
            if (isShown) {
                continue;
            }
            shown.append(theme.words);
            flow->addWidget(new StatusChip({ChipKind::Planned, theme.words, tr("theme")}, themes));
        }
        card->body().addWidget(themes);
    }
    return card;
}

QStringList ThreadTab::shownWords() const {
    QStringList words;
    const auto labels =
        m_scroll->widget() != nullptr ? m_scroll->widget()->findChildren<TextLabel*>() : QList<TextLabel*>();
    for (const TextLabel* label : labels) {
        if (!label->text().isEmpty()) {
            words.append(label->text());
        }
    }
    return words;
}

QList<KeyHint> ThreadTab::keyHints() const {
    return {{keyText(QKeySequence(QKeySequence::Print)), tr("the page the patient takes home")}};
}

} // namespace kairos::ui
