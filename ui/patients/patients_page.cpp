// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patients_page.h"

#include "ui/patients/patient_row_delegate.h"
#include "ui/patients/patients_model.h"
#include "ui/patients/stage_words.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/page_head.h"
#include "ui/shared/search_field.h"
#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"
#include "ui/shared/typed_values.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <array>

namespace kairos::ui {
namespace {

constexpr std::array kStagesShown{record::Stage::Screening,   record::Stage::Preparing,
                                  record::Stage::Induction,   record::Stage::Consolidation,
                                  record::Stage::Maintenance, record::Stage::Paused,
                                  record::Stage::Ended};
constexpr int kSearchWidth = 400;

/// Widths of the columns at 10 pt; 0 takes what is left.
constexpr std::array kWidths{0, 112, 84, 118, 146, 250, 0, 168};

} // namespace

PatientsPage::PatientsPage(const PatientsPlace& place, PageContext& context, QWidget* parent)
    : Page(parent), m_context(context) {
    build();
    m_search->setWords(place.find);
    m_query.text = place.find;
    reload();
    setFocusProxy(m_search);
}

QString PatientsPage::title() const {
    return tr("Patients");
}

QList<KeyHint> PatientsPage::keyHints() const {
    return {{keyText(QKeySequence::Find), tr("search")},
            {QStringLiteral("↑ ↓"), tr("choose a patient")},
            {keyText(QKeySequence(Qt::Key_Return)), tr("open the chosen patient")},
            {keyText(QKeySequence::New), tr("new patient")},
            {keyText(QKeySequence(Qt::Key_Escape)), tr("clear the search")}};
}

void PatientsPage::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new PageHead(tr("Patients"), {}, this);
    m_search = new SearchField(tr("Name, MRN or birth date, as you type"), QKeySequence::Find, head);
    m_search->setFixedWidth(px(kSearchWidth));
    head->addBesideTitle(m_search);
    auto* add = makeButton({.text = tr("New patient"),
                            .kind = ButtonKind::Primary,
                            .icon = Icon::Plus,
                            .key = QKeySequence::New},
                           head);
    auto* inNotes = makeButton({.text = tr("Find in notes"), .icon = Icon::Search}, head);
    setButtonKeyCap(*inNotes, kFindKey);
    inNotes->setVisible(m_context.navigator.canOpen(FindPlace{}));
    head->addAction(inNotes);
    head->addAction(add);
    column->addWidget(head);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(px(16), px(12), px(16), px(12));
    body->setSpacing(px(12));
    column->addLayout(body, 1);
    m_trouble = new Banner({}, this);
    m_trouble->hide();
    body->addWidget(m_trouble);
    buildFilter(*body);
    buildList(*body);
    connect(add, &QPushButton::clicked, this, &PatientsPage::addPatient);
    connect(inNotes, &QPushButton::clicked, this,
            [this] { m_context.navigator.open(FindPlace{m_search->text().trimmed()}); });
    connect(m_search, &SearchField::searched, this, [this](const QString& words) {
        m_query.text = words;
        reload();
    });
    connect(m_search, &SearchField::choiceMoved, this, &PatientsPage::moveChoice);
    connect(m_search, &SearchField::opened, this, [this] { openRow(m_table->currentIndex().row()); });
}

void PatientsPage::buildFilter(QVBoxLayout& column) {
    auto* row = new QHBoxLayout;
    m_stages = new Segments(tr("Stage of care"), {tr("All in care")}, this);
    for (const record::Stage stage : kStagesShown) {
        m_stages->addChoice(stageText(stage));
    }
    m_order = makeButton({.text = tr("Sorted: needs attention first"), .kind = ButtonKind::Quiet}, this);
    row->addWidget(m_stages);
    row->addStretch(1);
    row->addWidget(m_order);
    column.addLayout(row);
    connect(m_stages, &Segments::chosen, this, [this] {
        m_query.stage = chosenStage();
        reload();
    });
    connect(m_order, &QPushButton::clicked, this, &PatientsPage::toggleOrder);
}

void PatientsPage::buildList(QVBoxLayout& column) {
    m_stack = new QStackedLayout;
    column.addLayout(m_stack, 1);
    auto* card = new Card({}, CardContent::Full, this);
    m_listCard = card;
    m_model = new PatientsModel(m_context.practice, this);
    m_table = new TableView(RowHeight::Patients, card);
    m_table->setRowDelegate(new PatientRowDelegate(m_table));
    m_table->setAccessibleName(tr("Patients"));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setModel(m_model);
    // Only what is searched marks what was found.
    auto* plain = new PatientRowDelegate(m_table);
    for (const int field : {PatientsModel::Born, PatientsModel::Stage, PatientsModel::Doses,
                            PatientsModel::Score, PatientsModel::Next, PatientsModel::Attention}) {
        m_table->setItemDelegateForColumn(field, plain);
    }
    arrangeColumns();
    card->body().addWidget(m_table);
    m_shown = new TextLabel({}, TextRole::Body, Token::Text2, card);
    card->foot().addWidget(m_shown);
    card->foot().addStretch(1);
    card->foot().addWidget(makeKeyHints(
        {{QStringLiteral("↑ ↓"), tr("choose")}, {keyText(QKeySequence(Qt::Key_Return)), tr("open")}}, card));
    m_stack->addWidget(card);
    m_emptyHolder = new QWidget(this);
    auto* holder = new QVBoxLayout(m_emptyHolder);
    holder->setContentsMargins(0, 0, 0, 0);
    m_empty = new EmptyState(Icon::Patients, {}, {}, m_emptyHolder);
    holder->addWidget(m_empty);
    holder->addStretch(1);
    m_stack->addWidget(m_emptyHolder);
    connect(m_table, &TableView::rowOpened, this, [this](const QModelIndex& index) { openRow(index.row()); });
}

void PatientsPage::arrangeColumns() {
    // Fixed widths: to measure what stands in them would load lines that nobody sees.
    QHeaderView& header = *m_table->horizontalHeader();
    header.setStretchLastSection(false);
    for (size_t i = 0; i < kWidths.size(); ++i) {
        const int column = static_cast<int>(i);
        const bool takesRest = kWidths[i] == 0;
        header.setSectionResizeMode(column, takesRest ? QHeaderView::Stretch : QHeaderView::Fixed);
        if (!takesRest) {
            // The name of the column stands whole, however long a language makes it.
            header.resizeSection(column, qMax(px(kWidths[i]), header.sectionSizeHint(column)));
        }
    }
}

void PatientsPage::refresh() {
    reload();
}

void PatientsPage::reload() {
    const QString chosen = m_table->currentIndex().data(IdRole).toString();
    workflow::PatientQuery query = m_query;
    if (const auto born = readDate(query.text, QLocale())) {
        query.text = born->toString(Qt::ISODate);
    }
    const workflow::PatientList list(m_context.practice);
    auto found = list.find(query);
    const auto counts = list.counts();
    m_trouble->setVisible(!found);
    if (!found) {
        m_trouble->setBannerText(bannerTextOf(found.error()));
        found = QList<record::PatientId>();
    }
    m_counts = counts ? *counts : workflow::StageCounts();
    m_table->rowDelegate().setMatch(m_query.text);
    const auto id = record::PatientId::fromString(chosen);
    const qsizetype row = id ? found->indexOf(*id) : -1;
    m_model->setPatients(std::move(*found));
    if (m_model->rowCount() > 0) {
        m_table->setCurrentIndex(m_model->index(static_cast<int>(qMax(qsizetype{0}, row)), 0));
    }
    showCounts();
    showState();
}

void PatientsPage::showCounts() {
    const QString pattern = QStringLiteral("%1  %2");
    m_stages->setChoiceText(0, pattern.arg(tr("All in care")).arg(m_counts.inCare));
    for (size_t i = 0; i < kStagesShown.size(); ++i) {
        m_stages->setChoiceText(static_cast<int>(i) + 1,
                                pattern.arg(stageText(kStagesShown[i])).arg(m_counts.of(kStagesShown[i])));
    }
    const int all = m_query.stage ? m_counts.of(*m_query.stage) : m_counts.inCare;
    const int shown = m_model->rowCount();
    if (shown != all) {
        m_shown->setText(tr("%1 of %n patient(s)", nullptr, all).arg(shown));
    } else {
        m_shown->setText(tr("%n patient(s)", nullptr, all));
    }
}

void PatientsPage::showState() {
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_listCard);
        return;
    }
    m_stack->setCurrentWidget(m_emptyHolder);
    if (m_counts.all() == 0) {
        m_empty->setSentence(tr("No patient yet"),
                             tr("The first one takes a name and an MRN; the rest can follow."));
        auto* add = makeButton({.text = tr("Add the first patient"), .icon = Icon::Plus}, m_empty);
        add->setObjectName(QStringLiteral("firstPatientButton"));
        connect(add, &QPushButton::clicked, this, &PatientsPage::addPatient);
        m_empty->setAction(add);
        return;
    }
    const QString where = m_query.stage ? stageText(*m_query.stage) : tr("all in care");
    m_empty->setSentence(m_query.text.trimmed().isEmpty()
                             ? tr("Nobody is in this stage: %1").arg(where)
                             : tr("No patient fits \"%1\" (%2)").arg(m_query.text.trimmed(), where),
                         tr("Names, MRNs and birth dates are searched, whatever their accents."));
    auto* clear = makeButton({.text = tr("Show all in care"), .icon = Icon::Close}, m_empty);
    // Queued: the next state replaces this button.
    connect(clear, &QPushButton::clicked, this, &PatientsPage::clearFilter, Qt::QueuedConnection);
    m_empty->setAction(clear);
}

void PatientsPage::moveChoice(int steps) {
    if (m_model->rowCount() > 0) {
        const int row = qBound(0, m_table->currentIndex().row() + steps, m_model->rowCount() - 1);
        m_table->setCurrentIndex(m_model->index(row, 0));
    }
}

void PatientsPage::openRow(int row) {
    if (row < 0 || row >= m_model->rowCount()) {
        return;
    }
    const record::PatientId id = m_model->rowAt(row);
    const Place chart = ChartPlace{id, {}};
    m_context.navigator.open(m_context.navigator.canOpen(chart) ? chart : Place(PatientFormPlace{id}));
}

void PatientsPage::addPatient() {
    m_context.navigator.open(PatientFormPlace{});
}

void PatientsPage::clearFilter() {
    m_search->clear();
    m_stages->setCurrent(0);
    m_query.text.clear();
    m_query.stage.reset();
    reload();
    m_search->setFocus(Qt::OtherFocusReason);
}

void PatientsPage::toggleOrder() {
    using Order = workflow::PatientQuery::Order;
    const bool byName = m_query.order == Order::ByName;
    m_query.order = byName ? Order::AttentionFirst : Order::ByName;
    m_order->setText(byName ? tr("Sorted: needs attention first") : tr("Sorted: by name"));
    reload();
}

std::optional<record::Stage> PatientsPage::chosenStage() const {
    const int index = m_stages->current();
    return index <= 0 ? std::nullopt : std::optional(kStagesShown[static_cast<size_t>(index - 1)]);
}

} // namespace kairos::ui
