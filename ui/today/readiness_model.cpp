// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/readiness_model.h"

#include "ui/today/today_words.h"

#include "ui/shared/formats.h"
#include "ui/shared/type_scale.h"

#include <QPainter>
#include <QWidget>

namespace kairos::ui {

using workflow::ReadinessItem;
using workflow::ReadinessRow;
using workflow::ReadinessState;

namespace {

constexpr int kPad = 10;
constexpr int kReadySign = 14;

QList<ColumnSpec> readinessColumns() {
    QList<ColumnSpec> specs{{TodayWords::tr("Dose")}};
    for (int i = 0; i < workflow::kReadinessItems; ++i) {
        specs.append({workflow::readinessTitle(static_cast<ReadinessItem>(i))});
    }
    return specs;
}

const Theme& themeFor(const QStyleOptionViewItem& option) {
    return option.widget != nullptr ? themeOf(*option.widget) : applicationTheme();
}

QString doseWords(const ReadinessRow& row) {
    return QStringLiteral("%1  %2").arg(timeText(row.dose.booked.time), row.dose.patient.displayName());
}

} // namespace

Icon readinessSign(ReadinessState state) {
    switch (state) {
    case ReadinessState::Ready:
        return Icon::Done;
    case ReadinessState::NotNeeded:
        return Icon::Info;
    case ReadinessState::Missing:
        return Icon::Caution;
    case ReadinessState::Holds:
        return Icon::Stop;
    }
    return Icon::Info;
}

Token readinessInk(ReadinessState state) {
    switch (state) {
    case ReadinessState::Ready:
        return Token::Ok;
    case ReadinessState::NotNeeded:
        return Token::Text3;
    case ReadinessState::Missing:
        return Token::Caution;
    case ReadinessState::Holds:
        return Token::Stop;
    }
    return Token::Text;
}

QString readinessWord(ReadinessState state) {
    switch (state) {
    case ReadinessState::Ready:
        return TodayWords::tr("ready");
    case ReadinessState::NotNeeded:
        return TodayWords::tr("no question");
    case ReadinessState::Missing:
        return TodayWords::tr("missing");
    case ReadinessState::Holds:
        return TodayWords::tr("holds the dose");
    }
    return {};
}

QString readinessLine(const ReadinessRow& row) {
    const auto open = row.open();
    const QString dose =
        row.dose.number > 0 ? TodayWords::tr("dose %1").arg(row.dose.number) : TodayWords::tr("dose");
    if (open.isEmpty()) {
        return TodayWords::tr("%1, ready", "dose 4").arg(dose);
    }
    const QString count = TodayWords::tr("%n open", nullptr, static_cast<int>(open.size()));
    return row.isHeld() ? TodayWords::tr("%1, held: %2", "dose 4; 3 open").arg(dose, count)
                        : TodayWords::tr("%1, %2", "dose 4; 3 open").arg(dose, count);
}

ReadinessModel::ReadinessModel(QObject* parent) : RowModel<ReadinessRow>(readinessColumns(), parent) {}

std::optional<ReadinessItem> ReadinessModel::itemOf(int column) {
    return column < FirstItem ? std::nullopt : std::optional(static_cast<ReadinessItem>(column - FirstItem));
}

QString ReadinessModel::display(const ReadinessRow& row, int column) const {
    const auto item = itemOf(column);
    return item ? row.cell(*item).words : doseWords(row);
}

QVariant ReadinessModel::extra(const ReadinessRow& row, int column, int role) const {
    const auto item = itemOf(column);
    switch (role) {
    case IdRole:
        return row.dose.session.toString();
    case StateRole:
        return item ? QVariant(static_cast<int>(row.cell(*item).state)) : QVariant();
    case LineRole:
        return item ? QVariant() : QVariant(readinessLine(row));
    case Qt::AccessibleDescriptionRole:
        return item ? TodayWords::tr("%1 of %2: %3, %4")
                          .arg(workflow::readinessTitle(*item), row.dose.patient.displayName(),
                               readinessWord(row.cell(*item).state), row.cell(*item).detail)
                    : readinessLine(row);
    case Qt::ToolTipRole:
        return item ? row.cell(*item).detail : QString();
    default: // The other roles are the table's own.
        return {};
    }
}

ReadinessDelegate::ReadinessDelegate(QObject* parent) : RowDelegate(parent) {}

void ReadinessDelegate::paintContent(QPainter& painter, const QStyleOptionViewItem& option,
                                     const QModelIndex& index) const {
    if (index.column() == ReadinessModel::Dose) {
        paintDose(painter, option, index);
    } else {
        paintItem(painter, option, index);
    }
}

void ReadinessDelegate::paintDose(QPainter& painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const {
    const Theme& theme = themeFor(option);
    QRect box = option.rect.adjusted(px(14), px(5), -px(4), -px(5));
    const QRect top(box.left(), box.top(), box.width(), box.height() / 2);
    const QRect bottom(box.left(), top.bottom() + 1, box.width(), box.height() - top.height());
    const auto draw = [&](const QRect& rect, TextRole role, Token token, const QString& words) {
        const QFont font = fontFor(role);
        painter.setFont(font);
        painter.setPen(theme.color(token));
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(words, Qt::ElideRight, rect.width()));
    };
    draw(top, TextRole::Strong, Token::Text, index.data().toString());
    draw(bottom, TextRole::Caption, Token::Text2, index.data(ReadinessModel::LineRole).toString());
}

void ReadinessDelegate::paintItem(QPainter& painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const {
    const Theme& theme = themeFor(option);
    const auto state = static_cast<ReadinessState>(index.data(ReadinessModel::StateRole).toInt());
    const bool isOpen = state == ReadinessState::Missing || state == ReadinessState::Holds;
    const int side = px(kReadySign);
    const QRect sign(option.rect.left() + px(kPad), option.rect.center().y() - side / 2, side, side);
    paintIcon(painter, readinessSign(state), sign, theme.color(readinessInk(state)));
    QRect box = option.rect;
    box.setLeft(sign.right() + px(6));
    box.setRight(option.rect.right() - px(4));
    const QFont font = fontFor(isOpen ? TextRole::CaptionStrong : TextRole::Caption);
    painter.setFont(font);
    painter.setPen(theme.color(isOpen ? readinessInk(state)
                                      : (state == ReadinessState::NotNeeded ? Token::Text2 : Token::Text)));
    // Two lines where one is not enough: a name is not to be cut.
    QTextOption flow(Qt::AlignLeft | Qt::AlignVCenter);
    flow.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    painter.drawText(QRectF(box), index.data().toString(), flow);
}

} // namespace kairos::ui
