// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/need_list.h"

#include "ui/shared/paint_controls.h"
#include "ui/shared/type_scale.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace kairos::ui {
namespace {

constexpr int kNeedSide = 14;
constexpr int kTextLeft = 46;
constexpr int kTop = 10;
constexpr int kGap = 4;
constexpr int kIconSide = 18;

const NeedLine& lineOf(const QModelIndex& index) {
    return static_cast<const NeedModel*>(index.model())->rowAt(index.row());
}

/// Where the parts of a row stand.
struct Places {
    QRect sign;
    QRect title;
    QRect chip;
    QRect detail;
    int height = 0;
};

Places linePlaces(const NeedLine& line, const QRect& row) {
    Places places;
    const QSize chip = chipSize(line.state);
    const QFontMetrics title(fontFor(TextRole::Strong));
    const QFontMetrics detail(fontFor(TextRole::Caption));
    const int first = qMax(chip.height(), title.height());
    const int left = row.left() + px(kTextLeft);
    const int right = row.right() - px(kNeedSide);
    const int top = row.top() + px(kTop);
    places.sign =
        QRect(row.left() + px(kNeedSide), top + (first - px(kIconSide)) / 2, px(kIconSide), px(kIconSide));
    places.chip = QRect(QPoint(right - chip.width() + 1, top + (first - chip.height()) / 2), chip);
    places.title = QRect(left, top, right - left, first);
    int below = top + first;
    if (title.horizontalAdvance(line.title) > places.chip.left() - px(8) - left) {
        // A long title keeps its own line; the chip goes below it.
        const QRect wrapped =
            title.boundingRect(QRect(left, top, right - left, 10000), Qt::TextWordWrap, line.title);
        places.title = QRect(left, top, right - left, wrapped.height());
        places.chip.moveTopLeft({left, places.title.bottom() + px(kGap)});
        below = places.chip.bottom();
    }
    const QRect words =
        detail.boundingRect(QRect(left, 0, right - left, 10000), Qt::TextWordWrap, line.detail);
    places.detail = QRect(left, below + px(kGap), right - left, line.detail.isEmpty() ? 0 : words.height());
    places.height = places.detail.bottom() + px(kTop) - row.top();
    return places;
}

} // namespace

NeedModel::NeedModel(QObject* parent)
    : RowModel<NeedLine>(QList<ColumnSpec>{ColumnSpec{tr("Needs a person")}}, parent) {}

QString NeedModel::display(const NeedLine& line, int column) const {
    Q_UNUSED(column)
    return QStringLiteral("%1, %2. %3").arg(line.title, line.state.word, line.detail);
}

NeedDelegate::NeedDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

QSize NeedDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    return {width, linePlaces(lineOf(index), QRect(0, 0, width, 10)).height};
}

void NeedDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const Theme& theme = option.widget != nullptr ? themeOf(*option.widget) : applicationTheme();
    const NeedLine& line = lineOf(index);
    const Places places = linePlaces(line, option.rect);
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    if (isCurrent) {
        painter->fillRect(option.rect, theme.color(Token::Select));
        painter->fillRect(QRect(option.rect.topLeft(), QSize(px(3), option.rect.height())),
                          theme.color(Token::Accent));
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      theme.color(Token::Line));
    paintIcon(*painter, line.sign, places.sign, theme.color(line.ink));
    painter->setFont(fontFor(TextRole::Strong));
    painter->setPen(theme.color(Token::Text));
    painter->drawText(places.title, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, line.title);
    paintChip(*painter, theme, places.chip, line.state);
    painter->setFont(fontFor(TextRole::Caption));
    painter->setPen(theme.color(Token::Text2));
    painter->drawText(places.detail, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, line.detail);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        paintInnerFocus(*painter, theme, option.rect);
    }
}

NeedList::NeedList(QWidget* parent) : QListView(parent), m_model(new NeedModel(this)) {
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setResizeMode(QListView::Adjust);
    setModel(m_model);
    setItemDelegate(new NeedDelegate(this));
    setAccessibleName(tr("Needs a person, most dangerous first"));
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT needOpened(index.row()); });
}

void NeedList::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        Q_EMIT needOpened(currentIndex().row());
        event->accept();
        return;
    }
    QListView::keyPressEvent(event);
}

void NeedList::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // Words wrap at the new width.
}

} // namespace kairos::ui
