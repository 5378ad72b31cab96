// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/found_delegate.h"

#include "ui/patients/found_model.h"

#include "ui/shared/theme.h"
#include "ui/shared/type_scale.h"

#include <QPainter>
#include <QTextLayout>
#include <QWidget>

#include <memory>

namespace kairos::ui {
namespace {

constexpr int kFoundPad = 14;
constexpr int kLines = 2;

/// A run of a cell's text that is laid out by itself: a line of its own, or a paragraph.
struct Piece {
    QString text;
    qsizetype offset = 0; ///< where it begins in the cell's text
    int lines = 1;        ///< how many it may take
};

QList<Piece> piecesOf(const QModelIndex& index) {
    const QString text = index.data(Qt::DisplayRole).toString();
    if (index.column() == FoundModel::Passage) {
        return {{text, 0, kLines}};
    }
    QList<Piece> pieces;
    qsizetype offset = 0;
    for (const QString& line : text.split(QChar(QChar::LineSeparator))) {
        pieces.append({line, offset, 1});
        offset += line.size() + 1;
    }
    return pieces;
}

/// The weights of a piece: the lead word, and what the search found.
QList<QTextLayout::FormatRange> formatsOf(const QModelIndex& index, const Piece& piece) {
    QList<QTextLayout::FormatRange> formats;
    const auto add = [&](qsizetype start, qsizetype length, bool isMark) {
        const qsizetype from = qMax(start - piece.offset, qsizetype{0});
        const qsizetype to = qMin(start - piece.offset + length, piece.text.size());
        if (from < to) {
            QTextLayout::FormatRange range{static_cast<int>(from), static_cast<int>(to - from), {}};
            range.format.setFontWeight(QFont::DemiBold);
            range.format.setFontUnderline(isMark);
            formats.append(range);
        }
    };
    add(0, index.data(LeadRole).toString().size(), false);
    for (const MatchRange& mark : index.data(FoundModel::MarksRole).value<QList<MatchRange>>()) {
        add(mark.start, mark.length, true);
    }
    return formats;
}

/// A piece in its width.
struct Block {
    QTextLayout layout;
    bool isWhole = true; ///< everything stands in its lines
};

std::unique_ptr<Block> laidOut(const QModelIndex& index, const Piece& piece, qreal width) {
    auto block = std::make_unique<Block>();
    block->layout.setText(piece.text);
    block->layout.setFont(fontFor(TextRole::Body));
    block->layout.setFormats(formatsOf(index, piece));
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    block->layout.setTextOption(wrap);
    block->layout.beginLayout();
    int shown = 0;
    qreal height = 0;
    for (int i = 0; i < piece.lines; ++i) {
        QTextLine line = block->layout.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
        shown = line.textStart() + line.textLength();
    }
    block->layout.endLayout();
    block->isWhole = shown >= piece.text.size();
    return block;
}

/// As much of the piece as fits; what does not is cut off behind an ellipsis.
std::unique_ptr<Block> fitted(const QModelIndex& index, const Piece& piece, qreal width) {
    auto whole = laidOut(index, piece, width);
    if (whole->isWhole) {
        return whole;
    }
    const auto part = [&](qsizetype length) {
        return laidOut(index,
                       {piece.text.left(length).trimmed() + QStringLiteral("…"), piece.offset, piece.lines},
                       width);
    };
    qsizetype low = 0;
    qsizetype high = piece.text.size();
    while (low < high) {
        const qsizetype middle = (low + high + 1) / 2;
        if (part(middle)->isWhole) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return part(low);
}

} // namespace

FoundDelegate::FoundDelegate(QObject* parent) : RowDelegate(parent) {}

void FoundDelegate::paintContent(QPainter& painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    const Theme& theme = option.widget != nullptr ? themeOf(*option.widget) : applicationTheme();
    const QRect inner = option.rect.adjusted(px(kFoundPad), 0, -px(kFoundPad), -1);
    const qreal height = QFontMetricsF(fontFor(TextRole::Body)).height();
    // Two lines or one: the first lines of a row stand on one base line.
    qreal top = inner.top() + (inner.height() - kLines * height) / 2;
    const QVariant voice = index.data(VoiceRole);
    Token ink = voice.isValid() ? static_cast<Token>(voice.toInt()) : Token::Text;
    for (const Piece& piece : piecesOf(index)) {
        const auto block = fitted(index, piece, inner.width());
        const bool isRight = index.column() == FoundModel::Day;
        const qreal left =
            isRight ? inner.right() + 1 - block->layout.lineAt(0).naturalTextWidth() : inner.left();
        painter.setPen(theme.color(ink));
        block->layout.draw(&painter, {left, top});
        top += height;
        ink = Token::Text2;
    }
}

QSize FoundDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    // Asked for where a cell wants its tooltip: the widest of its lines, or half of what wraps into two.
    Q_UNUSED(option)
    const QFontMetrics metrics(fontFor(TextRole::Strong));
    int width = 0;
    for (const Piece& piece : piecesOf(index)) {
        width = qMax(width, metrics.horizontalAdvance(piece.text) / piece.lines);
    }
    return {width + 2 * px(kFoundPad), kLines * metrics.height() + px(8)};
}

} // namespace kairos::ui
