// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/row_delegate.h"

#include "ui/shared/chip.h"
#include "ui/shared/match.h"
#include "ui/shared/paint_controls.h"
#include "ui/shared/roles.h"
#include "ui/shared/table_view.h"
#include "ui/shared/type_scale.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

namespace kairos::ui {
namespace {

constexpr int kRowPadding = 14;
constexpr int kRowIcon = 16;

QTextLayout::FormatRange strongRange(int start, int length) {
    QTextLayout::FormatRange range;
    range.start = start;
    range.length = length;
    range.format.setFontWeight(QFont::DemiBold);
    return range;
}

QList<QTextLayout::FormatRange> formatsOf(const QModelIndex& index, const QString& text,
                                          const QString& match) {
    QList<QTextLayout::FormatRange> formats;
    const int size = static_cast<int>(text.size());
    if (index.data(StrongRole).toBool()) {
        formats.append(strongRange(0, size));
    }
    const QString lead = index.data(LeadRole).toString();
    if (!lead.isEmpty() && text.startsWith(lead)) {
        formats.append(strongRange(0, static_cast<int>(lead.size())));
    }
    if (!match.isEmpty()) {
        const auto ranges = matchRanges(text, match);
        for (const MatchRange& found : ranges) {
            auto range = strongRange(found.start, found.length);
            range.format.setFontUnderline(true);
            formats.append(range);
        }
    }
    return formats;
}

QColor inkOf(const Theme& theme, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const QVariant voice = index.data(VoiceRole);
    if (!option.state.testFlag(QStyle::State_Enabled)) {
        return theme.color(Token::Text3);
    }
    return theme.color(voice.isValid() ? static_cast<Token>(voice.toInt()) : Token::Text);
}

/// A line of text with its runs of weight; elided by width where it does not fit.
class CellText final {
public:
    CellText(const QString& text, const QModelIndex& index, const QString& match)
        : m_layout(text, fontFor(TextRole::Body)) {
        m_layout.setFormats(formatsOf(index, text, match));
        m_layout.beginLayout();
        QTextLine line = m_layout.createLine();
        if (line.isValid()) {
            line.setNumColumns(static_cast<int>(text.size()));
            m_width = line.naturalTextWidth();
            m_height = line.height();
        }
        m_layout.endLayout();
    }

    qreal width() const { return m_width; }
    qreal height() const { return m_height; }
    void draw(QPainter& painter, const QPointF& at) const { m_layout.draw(&painter, at); }

private:
    QTextLayout m_layout;
    qreal m_width = 0;
    qreal m_height = 0;
};

QString elided(const QString& text, const QModelIndex& index, const QString& match, qreal width) {
    if (CellText(text, index, match).width() <= width) {
        return text;
    }
    // Semibold runs make the width uneven, so the longest beginning that fits is searched for.
    int low = 0;
    int high = static_cast<int>(text.size());
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        const QString part = text.left(middle).trimmed() + QStringLiteral("…");
        CellText(part, index, match).width() <= width ? low = middle : high = middle - 1;
    }
    return text.left(low).trimmed() + QStringLiteral("…");
}

int iconRoom(const QModelIndex& index) {
    return index.data(IconRole).isValid() ? px(kRowIcon) + px(6) : 0;
}

} // namespace

RowDelegate::RowDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

void RowDelegate::setMatch(const QString& query) {
    m_match = query;
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    painter->save();
    paintGround(*painter, option, index);
    paintContent(*painter, option, index);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.widget != nullptr) {
        paintInnerFocus(*painter, themeOf(*option.widget), option.rect.adjusted(2, 2, -2, -3));
    }
    painter->restore();
}

void RowDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    const Theme& theme = option.widget != nullptr ? themeOf(*option.widget) : applicationTheme();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen) {
        painter.fillRect(option.rect, theme.color(Token::Select));
    }
    // A table as high as its rows ends at the edge of its card: no second line there.
    const auto* table = qobject_cast<const TableView*>(option.widget);
    const bool atEdge = table != nullptr && table->fitsRows() && index.row() == index.model()->rowCount() - 1;
    if (!atEdge) {
        painter.setPen(theme.color(Token::Line));
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    // The first column in sight may be another than the first of the model.
    if (chosen && (option.rect.left() <= 0 || index.column() == 0)) {
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                         theme.color(Token::Accent));
    }
}

void RowDelegate::paintContent(QPainter& painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
    const Theme& theme = option.widget != nullptr ? themeOf(*option.widget) : applicationTheme();
    const QRect inner = option.rect.adjusted(px(kRowPadding), 0, -px(kRowPadding), -1);
    const auto alignment = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
    const QVariant state = index.data(ChipRole);
    if (state.canConvert<Chip>()) {
        const auto chip = state.value<Chip>();
        const QSize size = chipSize(chip).boundedTo(inner.size());
        const int left = alignment.testFlag(Qt::AlignRight) ? inner.right() + 1 - size.width() : inner.left();
        paintChip(painter, theme,
                  QRect(QPoint(left, inner.top() + (inner.height() - size.height()) / 2), size), chip);
        return;
    }
    const QColor ink = inkOf(theme, option, index);
    const int room = iconRoom(index);
    const QString whole = index.data(Qt::DisplayRole).toString();
    const QString text = elided(whole, index, m_match, inner.width() - room);
    const CellText cell(text, index, m_match);
    const bool right = alignment.testFlag(Qt::AlignRight);
    const qreal left = right ? inner.right() + 1 - cell.width() - room : inner.left();
    if (room > 0) {
        const int side = px(kRowIcon);
        paintIcon(painter, static_cast<Icon>(index.data(IconRole).toInt()),
                  QRectF(left, inner.top() + (inner.height() - side) / 2, side, side), ink);
    }
    painter.setPen(ink);
    cell.draw(painter, QPointF(left + room, inner.top() + (inner.height() - cell.height()) / 2));
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    Q_UNUSED(option)
    const QVariant state = index.data(ChipRole);
    if (state.canConvert<Chip>()) {
        return chipSize(state.value<Chip>()) + QSize(2 * px(kRowPadding), px(8));
    }
    const CellText cell(index.data(Qt::DisplayRole).toString(), index, m_match);
    return {qCeil(cell.width()) + iconRoom(index) + 2 * px(kRowPadding) + 1, qCeil(cell.height()) + px(8)};
}

bool RowDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                            const QModelIndex& index) {
    const bool own = !index.data(Qt::ToolTipRole).toString().isEmpty();
    if (event->type() == QEvent::ToolTip && !own && sizeHint(option, index).width() > option.rect.width()) {
        QToolTip::showText(event->globalPos(), index.data(Qt::DisplayRole).toString(), view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace kairos::ui
