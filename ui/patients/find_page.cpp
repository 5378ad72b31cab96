// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/find_page.h"

#include "ui/patients/find_desk.h"
#include "ui/patients/found_delegate.h"
#include "ui/patients/found_model.h"
#include "ui/patients/found_places.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/formats.h"
#include "ui/shared/page_head.h"
#include "ui/shared/progress_line.h"
#include "ui/shared/search_field.h"
#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace kairos::ui {

using FindState = FindDesk::State;

namespace {

constexpr int kFindWidth = 400;
constexpr int kPatientWidth = 190;
constexpr int kWhatWidth = 220;
constexpr int kDayWidth = 118;
constexpr int kProgressParts = 1000;

} // namespace

FindPage::FindPage(const FindPlace& place, const PageContext& context, QWidget* parent)
    : Page(parent),
      m_place(place),
      m_context(context),
      m_desk(new FindDesk(context.practice, place.patient, this)) {
    build();
    connectParts();
    m_search->setWords(place.text);
    m_desk->find(place.text);
    showAnswer();
    setFocusProxy(m_search);
}

QString FindPage::title() const {
    return tr("Find");
}

QList<KeyHint> FindPage::keyHints() const {
    return {{keyText(QKeySequence(Qt::Key_Down)), tr("from the field into the list")},
            {keyText(QKeySequence(Qt::Key_Return)), tr("open at the passage")},
            {keyText(QKeySequence(Qt::Key_Escape)), tr("back to the field, then back")},
            {QStringLiteral("\"…\""), tr("words in quotes stand behind each other")}};
}

void FindPage::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead(*column);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(px(16), px(12), px(16), px(12));
    body->setSpacing(px(12));
    column->addLayout(body, 1);
    m_trouble = new Banner({}, this);
    m_trouble->hide();
    body->addWidget(m_trouble);
    m_progress = new ProgressLine(this);
    body->addWidget(m_progress);
    m_stack = new QStackedLayout;
    body->addLayout(m_stack, 1);
    buildList();
    m_emptyHolder = new QWidget(this);
    auto* holder = new QVBoxLayout(m_emptyHolder);
    holder->setContentsMargins(0, 0, 0, 0);
    m_empty = new EmptyState(Icon::Search, {}, {}, m_emptyHolder);
    holder->addWidget(m_empty);
    holder->addStretch(1);
    m_stack->addWidget(m_emptyHolder);
}

void FindPage::buildHead(QVBoxLayout& column) {
    m_head = new PageHead(tr("Find"), {}, this);
    m_search = new SearchField(tr("Words in notes, goals, events, names"), {}, m_head);
    m_search->setObjectName(QStringLiteral("findEdit"));
    m_search->setFixedWidth(px(kFindWidth));
    m_search->setEscape(SearchEscape::Leaves);
    m_head->addBesideTitle(m_search);
    m_scope = new Segments(tr("Where to search"), {tr("This patient"), tr("All patients")}, m_head);
    m_scope->setVisible(m_place.patient.has_value());
    m_head->addAction(m_scope);
    column.addWidget(m_head);
}

void FindPage::buildList() {
    auto* card = new Card({}, CardContent::Full, this);
    m_listCard = card;
    m_model = new FoundModel(this);
    m_table = new TableView(RowHeight::TwoLines, card);
    m_table->setRowDelegate(new FoundDelegate(m_table));
    m_table->setAccessibleName(tr("What was found"));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setModel(m_model);
    QHeaderView& header = *m_table->horizontalHeader();
    header.setStretchLastSection(false);
    header.setSectionResizeMode(QHeaderView::Fixed);
    header.setSectionResizeMode(FoundModel::Passage, QHeaderView::Stretch);
    header.resizeSection(FoundModel::Patient, px(kPatientWidth));
    header.resizeSection(FoundModel::What, px(kWhatWidth));
    header.resizeSection(FoundModel::Day, px(kDayWidth));
    m_table->installEventFilter(this);
    card->body().addWidget(m_table);
    m_count = new TextLabel({}, TextRole::Body, Token::Text2, card);
    m_more = makeButton({.text = tr("Show more")}, card);
    card->foot().addWidget(m_count);
    card->foot().addWidget(m_more);
    card->foot().addStretch(1);
    card->foot().addWidget(makeKeyHints({{QStringLiteral("↑ ↓"), tr("choose")},
                                         {keyText(QKeySequence(Qt::Key_Return)), tr("open at the passage")},
                                         {keyText(QKeySequence(Qt::Key_Escape)), tr("to the field")}},
                                        card));
    m_stack->addWidget(card);
}

void FindPage::connectParts() {
    connect(m_search, &SearchField::searched, m_desk, &FindDesk::find);
    connect(m_search, &SearchField::choiceMoved, this, [this](int steps) {
        if (steps > 0) {
            goToList();
        }
    });
    connect(m_search, &SearchField::opened, this, [this] { openRow(m_table->currentIndex().row()); });
    connect(m_search, &SearchField::left, this, [this] { m_context.navigator.goBack(); });
    connect(m_table, &TableView::rowOpened, this, [this](const QModelIndex& index) { openRow(index.row()); });
    connect(m_more, &QPushButton::clicked, this, [this] {
        const int first = m_model->rowCount();
        m_desk->more();
        if (m_model->rowCount() > first) {
            m_table->setCurrentIndex(m_model->index(first, 0));
        }
        goToList();
    });
    // Queued: the choice still moves the focus to its button, in a page that would be gone by then.
    connect(
        m_scope, &Segments::chosen, this,
        [this](int choice) {
            if (choice == 1) {
                searchAll();
            }
        },
        Qt::QueuedConnection);
    connect(m_desk, &FindDesk::changed, this, &FindPage::showAnswer);
}

void FindPage::refresh() {
    m_desk->reload();
}

void FindPage::showPart(const QString& part) {
    if (part.isEmpty()) {
        goToField();
    }
}

void FindPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    m_desk->resume();
}

void FindPage::hideEvent(QHideEvent* event) {
    Page::hideEvent(event);
    m_desk->pause();
}

void FindPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        goToField();
        m_search->setFocus(Qt::OtherFocusReason);
        return;
    }
    Page::keyPressEvent(event);
}

bool FindPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        // The list would take Escape for a letter to look for.
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool isAtTop = key == Qt::Key_Up && m_table->currentIndex().row() <= 0;
        if (key == Qt::Key_Escape || isAtTop) {
            goToField();
            m_search->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void FindPage::goToField() {
    setFocusProxy(m_search);
    m_search->selectAll();
}

void FindPage::goToList() {
    if (m_model->rowCount() > 0) {
        // Whoever comes back from what was opened goes on in the list.
        setFocusProxy(m_table);
        m_table->setFocus(Qt::OtherFocusReason);
    }
}

void FindPage::showAnswer() {
    showProgress();
    showTrouble();
    showRows();
    const bool isFound = m_desk->state() == FindState::Found;
    if (!isFound) {
        showEmpty();
        // A list that goes does not take the focus with it.
        setFocusProxy(m_search);
        if (m_table->hasFocus()) {
            m_search->setFocus(Qt::OtherFocusReason);
        }
    }
    m_stack->setCurrentWidget(isFound ? m_listCard : m_emptyHolder);
}

void FindPage::showRows() {
    const bool isSame = m_shownWords == m_desk->words();
    const QString chosen = isSame ? m_table->currentIndex().data(IdRole).toString() : QString();
    const auto& answer = m_desk->answer();
    m_shownWords = m_desk->words();
    m_model->setFound(m_shownWords, answer.records);
    const int count = m_model->rowCount();
    int row = 0;
    for (int i = 0; i < count; ++i) {
        row = m_model->index(i, 0).data(IdRole).toString() == chosen ? i : row;
    }
    if (count > 0) {
        m_table->setCurrentIndex(m_model->index(row, 0));
    }
    m_count->setText(answer.hasMore ? tr("the best %n hit(s), and there are more", nullptr, count)
                                    : tr("%n hit(s)", nullptr, count));
    m_more->setVisible(answer.hasMore);
}

void FindPage::showTrouble() {
    BannerText words;
    if (const auto& error = m_desk->error()) {
        words = bannerTextOf(*error);
    } else if (const QStringList& damaged = m_desk->answer().damaged; !damaged.isEmpty()) {
        const int count = static_cast<int>(damaged.size());
        words = {base::FindingLevel::Caution,
                 tr("%n hit(s) could not be read and are not shown", nullptr, count),
                 tr("Damaged: %1. Verify the practice, and keep the latest backup.",
                    "kinds of record with their ids")
                     .arg(damaged.join(QStringLiteral(", "))),
                 {}};
    }
    m_trouble->setVisible(!words.title.isEmpty());
    if (m_trouble->bannerText() != words) {
        m_trouble->setBannerText(words);
    }
}

void FindPage::showProgress() {
    if (m_desk->state() != FindState::Preparing) {
        m_progress->finish();
        return;
    }
    m_progress->setProgress(static_cast<int>(m_desk->progress() * kProgressParts), kProgressParts,
                            tr("The search index is being made: %1").arg(percentText(m_desk->progress())));
    m_progress->showNow();
}

void FindPage::showEmpty() {
    const QString walls = tr("Private notes are never searched.");
    const QString typed = m_desk->words().trimmed();
    switch (m_desk->state()) {
    case FindState::NothingTyped:
        m_empty->setSentence(
            tr("Type a word of what you look for"),
            tr("Names, notes with their addenda, goals, events, risk and medicines are searched, whatever "
               "their case and accents. Several words must all stand there; \"quotes\" hold words "
               "together.") +
                QLatin1Char(' ') + walls);
        break;
    case FindState::TooShort:
        m_empty->setSentence(tr("One letter finds too much: type at least two"), walls);
        break;
    case FindState::Preparing:
        m_empty->setSentence(tr("The search is being made ready; your words are looked for then"),
                             tr("You may go elsewhere: it goes on when you come back."));
        break;
    case FindState::Failed:
        m_empty->setSentence(tr("The search did not work this time"),
                             tr("What to do stands above. Nothing of the record is lost by it."));
        break;
    case FindState::Nothing:
        m_empty->setSentence(m_place.patient ? tr("Nothing in this patient's record fits \"%1\"").arg(typed)
                                             : tr("Nothing fits \"%1\"").arg(typed),
                             tr("Fewer words, or only the beginning of one, find more.") + QLatin1Char(' ') +
                                 walls);
        break;
    case FindState::Found:
        break;
    }
    setEmptyAction(m_desk->state() != FindState::Nothing ? QString()
                   : m_place.patient                     ? tr("Search all patients")
                                                         : tr("Type other words"));
}

void FindPage::setEmptyAction(const QString& text) {
    if (text.isEmpty()) {
        m_empty->clearAction();
        return;
    }
    auto* button = makeButton({.text = text, .icon = Icon::Search}, m_empty);
    // Queued: what follows replaces this button.
    connect(
        button, &QPushButton::clicked, this,
        [this] {
            if (m_place.patient) {
                searchAll();
            } else {
                goToField();
                m_search->setFocus(Qt::OtherFocusReason);
            }
        },
        Qt::QueuedConnection);
    m_empty->setAction(button);
}

void FindPage::searchAll() {
    m_context.navigator.replace(FindPlace{m_search->text(), std::nullopt});
}

void FindPage::openRow(int row) {
    if (row < 0 || row >= m_model->rowCount()) {
        return;
    }
    const Place place = placeOf(m_model->rowAt(row));
    if (m_context.navigator.canOpen(place)) {
        m_context.navigator.open(place);
    }
}

} // namespace kairos::ui
