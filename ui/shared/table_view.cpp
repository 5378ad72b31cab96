// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/table_view.h"

#include "ui/shared/row_delegate.h"
#include "ui/shared/type_scale.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace kairos::ui {
namespace {

int rowPixels(RowHeight height) {
    switch (height) {
    case RowHeight::Table:
        return 34;
    case RowHeight::Dense:
        return 29;
    case RowHeight::Patients:
        return 42;
    case RowHeight::TwoLines:
        return 52;
    }
    return 34;
}

constexpr int kTableHeadHeight = 28;

} // namespace

TableView::TableView(RowHeight height, QWidget* parent) : QTableView(parent), m_height(height) {
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setFocusPolicy(Qt::NoFocus);
    setRowDelegate(new RowDelegate(this));
    applyMetrics();
    connect(this, &QTableView::doubleClicked, this, &TableView::rowOpened);
}

void TableView::setModel(QAbstractItemModel* model) {
    QTableView::setModel(model);
    applyColumns();
    if (m_fitsRows && model != nullptr) {
        setFitsRows();
    }
}

void TableView::setRowDelegate(RowDelegate* delegate) {
    RowDelegate* const former = m_rows;
    m_rows = delegate;
    m_rows->setParent(this);
    setItemDelegate(m_rows);
    delete former;
}

void TableView::setStretchColumns(const QList<int>& columns) {
    m_stretch = columns;
    applyColumns();
}

void TableView::setYieldingColumns(const QList<int>& columns) {
    m_yielding = columns;
    applyColumns();
}

void TableView::setFitsRows() {
    m_fitsRows = true;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    if (model() != nullptr) {
        const auto grow = [this] { updateGeometry(); };
        connect(model(), &QAbstractItemModel::modelReset, this, grow);
        connect(model(), &QAbstractItemModel::rowsInserted, this, grow);
        connect(model(), &QAbstractItemModel::rowsRemoved, this, grow);
    }
    updateGeometry();
}

void TableView::setExpectedRows(int rows) {
    m_expectedRows = rows;
    updateGeometry();
}

QSize TableView::sizeHint() const {
    if (!m_fitsRows || model() == nullptr) {
        return QTableView::sizeHint();
    }
    const bool hasHead = !horizontalHeader()->isHidden();
    const int head = hasHead ? qMax(horizontalHeader()->height(), px(kTableHeadHeight)) : 0;
    const int rows = model()->rowCount() > 0 ? model()->rowCount() : m_expectedRows;
    return {QTableView::sizeHint().width(), head + rows * verticalHeader()->defaultSectionSize()};
}

QSize TableView::minimumSizeHint() const {
    return m_fitsRows ? QSize(px(120), sizeHint().height()) : QTableView::minimumSizeHint();
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (!m_fitsRows || !current.isValid() || !hasFocus()) {
        return;
    }
    // Such a table does not scroll: the page around it does.
    for (QWidget* around = parentWidget(); around != nullptr; around = around->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(around); area != nullptr) {
            const QRect row = visualRect(current);
            const QPoint middle = viewport()->mapTo(area->widget(), row.center());
            area->ensureVisible(area->horizontalScrollBar()->value(), middle.y(), 0, row.height());
            return;
        }
    }
}

void TableView::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        Q_EMIT rowOpened(currentIndex());
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange) {
        applyMetrics();
        measure();
    }
}

void TableView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    shareRoom();
}

void TableView::applyMetrics() {
    horizontalHeader()->setFont(fontFor(TextRole::CaptionStrong));
    const QFontMetrics head(fontFor(TextRole::CaptionStrong));
    horizontalHeader()->setFixedHeight(qMax(px(kTableHeadHeight), head.height() + px(8)));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(px(rowPixels(m_height)));
    updateGeometry();
}

void TableView::applyColumns() {
    if (model() == nullptr || (m_stretch.isEmpty() && m_yielding.isEmpty())) {
        return;
    }
    horizontalHeader()->setStretchLastSection(false);
    for (int column = 0; column < model()->columnCount(); ++column) {
        auto mode = QHeaderView::ResizeToContents;
        if (m_stretch.contains(column)) {
            mode = QHeaderView::Stretch;
        } else if (m_yielding.contains(column)) {
            mode = QHeaderView::Fixed;
        }
        horizontalHeader()->setSectionResizeMode(column, mode);
    }
    if (!m_yielding.isEmpty()) {
        const auto once = Qt::UniqueConnection;
        connect(model(), &QAbstractItemModel::modelReset, this, &TableView::measure, once);
        connect(model(), &QAbstractItemModel::dataChanged, this, &TableView::measure, once);
        connect(model(), &QAbstractItemModel::rowsInserted, this, &TableView::measure, once);
        connect(model(), &QAbstractItemModel::rowsRemoved, this, &TableView::measure, once);
    }
    measure();
}

/// Looking at every cell takes its time: it is done when they change, not while the window is drawn larger.
void TableView::measure() {
    if (model() == nullptr || m_yielding.isEmpty()) {
        return;
    }
    m_wanted.clear();
    for (int column = 0; column < model()->columnCount(); ++column) {
        m_wanted.append(sizeHintForColumn(column));
    }
    shareRoom();
}

void TableView::shareRoom() {
    if (model() == nullptr || m_yielding.isEmpty()) {
        return;
    }
    QHeaderView& head = *horizontalHeader();
    int room = viewport()->width();
    QList<std::pair<int, int>> wishes; // of the yielding ones, width and column
    for (int column = 0; column < m_wanted.size(); ++column) {
        const int wanted = qMax(m_wanted.at(column), head.sectionSizeHint(column));
        if (m_yielding.contains(column)) {
            wishes.append({wanted, column});
        } else {
            room -= wanted;
        }
    }
    std::sort(wishes.begin(), wishes.end());
    auto left = static_cast<int>(wishes.size());
    for (const auto& [wish, column] : std::as_const(wishes)) {
        const int share = room / left;
        // What a narrow one leaves is shared by the wider ones, and the widest fills the table up.
        const int width = qMax(left == 1 ? share : qMin(wish, share), head.sectionSizeHint(column));
        head.resizeSection(column, width);
        room -= width;
        --left;
    }
}

} // namespace kairos::ui
