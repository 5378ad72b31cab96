// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/next_delegate.h"

#include "ui/plan/step_lists.h"

#include "ui/shared/theme.h"
#include "ui/shared/type_scale.h"

#include <QPainter>

namespace kairos::ui {
namespace {

constexpr int kSide = 14;

} // namespace

NextDelegate::NextDelegate(QObject* parent) : RowDelegate(parent) {}

void NextDelegate::paintContent(QPainter& painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
    const auto* model = qobject_cast<const NextModel*>(index.model());
    if (model == nullptr || index.column() == 0) {
        RowDelegate::paintContent(painter, option, index);
        return;
    }
    const Theme& theme = option.widget != nullptr ? themeOf(*option.widget) : applicationTheme();
    const NextLine& line = model->rowAt(index.row());
    const QRect inner = option.rect.adjusted(px(kSide), 0, -px(kSide), -1);
    const QFontMetrics lead(fontFor(TextRole::Strong));
    const QFontMetrics rest(fontFor(TextRole::Caption));
    const int height = lead.height() + (line.rest.isEmpty() ? 0 : rest.height());
    const int top = inner.top() + (inner.height() - height) / 2;
    painter.setFont(fontFor(TextRole::Strong));
    painter.setPen(theme.color(Token::Text));
    painter.drawText(QRect(inner.left(), top, inner.width(), lead.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     lead.elidedText(line.lead, Qt::ElideRight, inner.width()));
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(QRect(inner.left(), top + lead.height(), inner.width(), rest.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     rest.elidedText(line.rest, Qt::ElideRight, inner.width()));
}

} // namespace kairos::ui
