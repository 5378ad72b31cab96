// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/readiness_page.h"

#include "ui/today/readiness_model.h"
#include "ui/today/readiness_places.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/page_head.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/workflow/call_care.h"
#include "core/workflow/draft_desk.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/readiness_query.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace kairos::ui {

using workflow::ReadinessCell;
using workflow::ReadinessItem;
using workflow::ReadinessRow;

namespace {

/// Of the columns at 10 pt: the dose, then the items; 0 takes what is left.
constexpr std::array kReadyWidths{200, 96, 0, 122, 96, 102, 104, 102, 98, 116, 98};
constexpr int kCardHead = 82; ///< title and table head
constexpr int kReadyRow = 42;
constexpr int kKeepMs = 600;
const QString kDraftForm = QStringLiteral("call");

bool isEnter(int key) {
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

ReadinessPage::ReadinessPage(const TomorrowPlace& place, const PageContext& context, QWidget* parent)
    : Page(parent), m_context(context) {
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
    buildBoard(*body);
    buildCall(*body);
    m_keep.setSingleShot(true);
    m_keep.setInterval(kKeepMs);
    connect(&m_keep, &QTimer::timeout, this, &ReadinessPage::keepDraft);
    m_board.day = place.day.value_or(workflow::ReadinessQuery(context.practice).nextOpenDay());
    refresh();
    setFocusProxy(m_table);
}

QString ReadinessPage::title() const {
    return tr("Tomorrow");
}

QList<KeyHint> ReadinessPage::keyHints() const {
    return {{QStringLiteral("↑ ↓ ← →"), tr("choose a dose and an item")},
            {keyText(QKeySequence(Qt::Key_Return)), tr("write what was said, or open what is missing")},
            {QStringLiteral("Y N A"), tr("in the call: settled, not settled, not needed")},
            {tr("Alt+Page Up, Alt+Page Down"), tr("the day before, the day after")},
            {keyText(QKeySequence::Print), tr("call sheet")}};
}

void ReadinessPage::buildHead(QVBoxLayout& column) {
    m_head = new PageHead({}, {}, this);
    auto* before = makeButton(
        {.text = tr("Day before"), .icon = Icon::ChevronLeft, .key = QKeySequence(Qt::ALT | Qt::Key_PageUp)},
        m_head);
    auto* after = makeButton({.text = tr("Day after"),
                              .icon = Icon::ChevronRight,
                              .key = QKeySequence(Qt::ALT | Qt::Key_PageDown)},
                             m_head);
    m_head->addAction(before);
    m_head->addAction(after);
    connect(before, &QPushButton::clicked, this, [this] { step(-1); });
    connect(after, &QPushButton::clicked, this, [this] { step(1); });
    if (m_context.navigator.canOpen(CallSheetPlace{})) {
        auto* sheet = makeButton({.text = tr("Call sheet"),
                                  .kind = ButtonKind::Primary,
                                  .icon = Icon::Print,
                                  .key = QKeySequence::Print},
                                 m_head);
        m_head->addAction(sheet);
        connect(sheet, &QPushButton::clicked, this,
                [this] { m_context.navigator.open(CallSheetPlace{m_board.day}); });
    }
    column.addWidget(m_head);
}

void ReadinessPage::buildBoard(QVBoxLayout& column) {
    m_card = new Card(tr("Readiness"), CardContent::Full, this);
    m_model = new ReadinessModel(this);
    m_table = new TableView(RowHeight::Patients, m_card);
    m_table->setRowDelegate(new ReadinessDelegate(m_table));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Doses of the day and what they need"));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView& header = *m_table->horizontalHeader();
    header.setStretchLastSection(false);
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const int width = kReadyWidths[static_cast<size_t>(i)];
        header.setSectionResizeMode(i, width == 0 ? QHeaderView::Stretch : QHeaderView::Fixed);
        header.resizeSection(i, px(qMax(width, 60)));
    }
    m_empty = new EmptyState(Icon::Dose, tr("No dose is booked for this day"), {}, m_card);
    m_empty->setContentsMargins(px(14), 0, px(14), px(10)); // Its own: hidden, it takes no room.
    m_card->body().addWidget(m_empty);
    m_card->body().addWidget(m_table, 1);
    column.addWidget(m_card, 100);
    m_table->installEventFilter(this);
    connect(m_table, &TableView::rowOpened, this, &ReadinessPage::openCell);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReadinessPage::showCell);
}

void ReadinessPage::buildCall(QVBoxLayout& column) {
    m_detail = new Card({}, CardContent::Padded, this);
    m_state = new TextLabel({}, TextRole::Strong, Token::Text, m_detail);
    m_words = makeParagraph({}, TextRole::Body, Token::Text2, m_detail);
    m_detail->body().addWidget(m_state);
    m_detail->body().addWidget(m_words);
    m_call = new QWidget(m_detail);
    auto* call = new QVBoxLayout(m_call);
    call->setContentsMargins(0, px(6), 0, 0);
    call->setSpacing(px(6));
    m_said = new QLineEdit(m_call);
    m_field = new Field(tr("What was said"), m_said, m_call);
    call->addWidget(m_field);
    call->addWidget(makeKeyHints({{QStringLiteral("Y"), tr("settled")},
                                  {QStringLiteral("N"), tr("not settled")},
                                  {QStringLiteral("A"), tr("not needed")},
                                  {keyText(QKeySequence(Qt::Key_Return)), tr("write, then Enter keeps it")},
                                  {keyText(QKeySequence(Qt::Key_Escape)), tr("back to the board")}},
                                 m_call));
    m_detail->body().addWidget(m_call);
    column.addWidget(m_detail);
    column.addStretch(1);
    m_said->installEventFilter(this);
    connect(m_said, &QLineEdit::textEdited, &m_keep, qOverload<>(&QTimer::start));
}

void ReadinessPage::step(int days) {
    if (mayLeave()) {
        m_board.day = m_board.day.addDays(days);
        refresh();
        m_table->setFocus(Qt::OtherFocusReason);
    }
}

void ReadinessPage::refresh() {
    auto board = workflow::ReadinessQuery(m_context.practice).board(m_board.day);
    m_trouble->setVisible(!board.has_value());
    if (!board) {
        m_trouble->setBannerText(bannerTextOf(board.error()));
        return;
    }
    m_board = std::move(*board);
    showBoard();
}

void ReadinessPage::showBoard() {
    const int late = m_board.notReady();
    const int doses = static_cast<int>(m_board.rows.size());
    const bool isNext = m_board.day == workflow::ReadinessQuery(m_context.practice).nextOpenDay();
    m_head->setTitle(isNext ? tr("Tomorrow: %1", "the next open day").arg(longDayText(m_board.day))
                            : longDayText(m_board.day));
    m_head->setSubtitle(tr("%1, %2").arg(tr("%n dose(s)", nullptr, doses),
                                         late == 0 ? tr("all ready") : tr("%n not ready", nullptr, late)));
    const QModelIndex former = m_table->currentIndex();
    const QString chosen = former.data(IdRole).toString();
    const int column = qMax(0, former.column());
    m_model->setRows(m_board.rows);
    m_empty->setVisible(doses == 0);
    m_table->setVisible(doses > 0);
    m_detail->setVisible(doses > 0);
    // What is said of a cell stands right below the rows, however few they are.
    m_card->setMaximumHeight(px(kCardHead + kReadyRow * qMax(doses, 2)));
    int row = 0;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        row = m_model->rowAt(i).dose.session.toString() == chosen ? i : row;
    }
    if (doses > 0) {
        m_table->setCurrentIndex(m_model->index(row, column));
    }
    showCell();
}

const ReadinessRow* ReadinessPage::currentRow() const {
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->rowAt(row) : nullptr;
}

const ReadinessCell* ReadinessPage::currentCell() const {
    const auto* row = currentRow();
    const auto item = ReadinessModel::itemOf(m_table->currentIndex().column());
    return row != nullptr && item ? &row->cell(*item) : nullptr;
}

QString ReadinessPage::draftOf(const ReadinessRow& row, const QString& criterion) const {
    const workflow::DraftDesk desk(m_context.practice);
    const auto draft = desk.find(desk.keyOf(kDraftForm + criterion, row.dose.session.uuid));
    return draft && draft->has_value() ? QString::fromUtf8((*draft)->content) : QString();
}

void ReadinessPage::showCell() {
    const auto* row = currentRow();
    if (row == nullptr) {
        return;
    }
    const auto* cell = currentCell();
    const QString name = row->dose.patient.displayName();
    if (cell == nullptr) {
        QStringList missing;
        for (const ReadinessCell& open : row->open()) {
            missing.append(QStringLiteral("%1 (%2)").arg(workflow::readinessTitle(open.item), open.words));
        }
        m_state->setText(QStringLiteral("%1: %2").arg(name, readinessLine(*row)));
        m_words->setText(missing.isEmpty() ? tr("Nothing is missing. Enter opens the sheet of the dose.")
                                           : tr("Missing: %1.").arg(missing.join(QStringLiteral(", "))));
    } else {
        m_state->setText(tr("%1, %2: %3", "name, item, state")
                             .arg(name, workflow::readinessTitle(cell->item), readinessWord(cell->state)));
        m_words->setText(cell->detail);
    }
    m_state->setToken(cell == nullptr ? Token::Text : readinessInk(cell->state));
    const bool isCall = cell != nullptr && !cell->criterion.isEmpty();
    m_call->setVisible(isCall);
    if (isCall && !m_said->hasFocus()) {
        m_field->setError({});
        m_field->setLabel(cell->item == ReadinessItem::Escort
                              ? tr("Who takes %1 home, with telephone").arg(name)
                              : tr("What was said; may stay empty"));
        m_said->setText(draftOf(*row, cell->criterion));
    }
}

void ReadinessPage::openCell() {
    const auto* row = currentRow();
    const auto* cell = currentCell();
    if (row == nullptr) {
        return;
    }
    if (cell != nullptr && !cell->criterion.isEmpty()) {
        m_said->setFocus(Qt::OtherFocusReason);
        return;
    }
    for (const Place& place : placesOf(*row, cell)) {
        if (m_context.navigator.canOpen(place)) {
            m_context.navigator.open(place);
            return;
        }
    }
}

void ReadinessPage::say(record::GateAnswer answer) {
    const auto* row = currentRow();
    const auto* cell = currentCell();
    if (row == nullptr || cell == nullptr || cell->criterion.isEmpty()) {
        return;
    }
    const auto dose = row->dose.session;
    const QString criterion = cell->criterion;
    const auto said = workflow::CallCare(m_context.practice).say(dose, criterion, answer, m_said->text());
    if (!said) {
        m_field->setError(said.error().sentence());
        m_said->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_keep.stop();
    m_said->clear();
    const workflow::DraftDesk desk(m_context.practice);
    (void)workflow::DraftDesk(m_context.practice).drop(desk.keyOf(kDraftForm + criterion, dose.uuid));
    m_table->setFocus(Qt::OtherFocusReason);
    Q_EMIT draftSettled();
    refresh();
}

void ReadinessPage::keepDraft() {
    const auto* row = currentRow();
    const auto* cell = currentCell();
    if (row == nullptr || cell == nullptr || cell->criterion.isEmpty()) {
        return;
    }
    workflow::DraftDesk desk(m_context.practice);
    const auto key = desk.keyOf(kDraftForm + cell->criterion, row->dose.session.uuid);
    const auto kept = m_said->text().isEmpty() ? desk.drop(key) : desk.keep(key, m_said->text().toUtf8());
    if (!kept) {
        m_field->setError(kept.error().sentence());
    } else if (!m_said->text().isEmpty()) {
        Q_EMIT draftKept();
    }
}

bool ReadinessPage::mayLeave() {
    if (m_keep.isActive()) {
        m_keep.stop();
        keepDraft();
    }
    return true;
}

bool ReadinessPage::takeKey(int key) {
    const auto* cell = currentCell();
    if (cell == nullptr || cell->criterion.isEmpty()) {
        return false;
    }
    switch (key) {
    case Qt::Key_Y:
        say(record::GateAnswer::Met);
        return true;
    case Qt::Key_N:
        say(record::GateAnswer::NotMet);
        return true;
    case Qt::Key_A:
        say(record::GateAnswer::NotApplicable);
        return true;
    default: // All other keys are the table's own.
        return false;
    }
}

bool ReadinessPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_said && event->type() == QEvent::FocusOut) {
        (void)mayLeave(); // The words belong to this cell, not to the one chosen next.
    }
    if (event->type() != QEvent::KeyPress) {
        return Page::eventFilter(watched, event);
    }
    const auto* press = static_cast<QKeyEvent*>(event);
    const bool isPlain = (press->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (watched == m_table && isPlain && !press->isAutoRepeat() && takeKey(press->key())) {
        return true;
    }
    if (watched == m_said && isPlain && isEnter(press->key())) {
        say(record::GateAnswer::Met);
        return true;
    }
    if (watched == m_said && press->key() == Qt::Key_Escape) {
        m_table->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return Page::eventFilter(watched, event);
}

} // namespace kairos::ui
