// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/chip.h"

#include "ui/shared/paint_controls.h"
#include "ui/shared/type_scale.h"

#include <QCoreApplication>
#include <QPainter>

namespace kairos::ui {
namespace {

constexpr int kHeight = 22;
constexpr int kIcon = 14;
constexpr int kPadding = 8;
constexpr int kGap = 5;

std::optional<Icon> signOf(const Chip& chip) {
    return chip.sign ? chip.sign : chipIcon(chip.kind);
}

QFont chipFont() {
    return fontFor(TextRole::CaptionStrong);
}

} // namespace

QString Chip::accessibleText() const {
    return object.isEmpty() ? word : QStringLiteral("%1, %2").arg(word, object);
}

QString chipWord(ChipKind kind) {
    switch (kind) {
    case ChipKind::Done:
        return QCoreApplication::translate("ui.shared", "done");
    case ChipKind::Signed:
        return QCoreApplication::translate("ui.shared", "signed");
    case ChipKind::Next:
        return QCoreApplication::translate("ui.shared", "next");
    case ChipKind::Due:
        return QCoreApplication::translate("ui.shared", "due");
    case ChipKind::Late:
        return QCoreApplication::translate("ui.shared", "late");
    case ChipKind::Blocked:
        return QCoreApplication::translate("ui.shared", "blocked");
    case ChipKind::Risk:
        return QCoreApplication::translate("ui.shared", "risk open");
    case ChipKind::Draft:
        return QCoreApplication::translate("ui.shared", "draft");
    case ChipKind::Planned:
        return QCoreApplication::translate("ui.shared", "planned");
    }
    return {};
}

std::optional<Icon> chipIcon(ChipKind kind) {
    switch (kind) {
    case ChipKind::Done:
        return Icon::Done;
    case ChipKind::Signed:
        return Icon::Signed;
    case ChipKind::Next:
        return Icon::Next;
    case ChipKind::Due:
        return Icon::Due;
    case ChipKind::Late:
        return Icon::Caution;
    case ChipKind::Blocked:
        return Icon::Blocked;
    case ChipKind::Risk:
        return Icon::Stop;
    case ChipKind::Draft:
        return Icon::Draft;
    case ChipKind::Planned:
        return std::nullopt;
    }
    return std::nullopt;
}

Token chipInk(ChipKind kind) {
    switch (kind) {
    case ChipKind::Done:
    case ChipKind::Signed:
        return Token::Ok;
    case ChipKind::Next:
        return Token::Accent;
    case ChipKind::Due:
        return Token::Info;
    case ChipKind::Late:
        return Token::Caution;
    case ChipKind::Blocked:
    case ChipKind::Risk:
        return Token::Stop;
    case ChipKind::Draft:
    case ChipKind::Planned:
        return Token::Text2;
    }
    return Token::Text2;
}

Token chipGround(ChipKind kind) {
    switch (kind) {
    case ChipKind::Done:
    case ChipKind::Signed:
        return Token::OkSoft;
    case ChipKind::Next:
        return Token::AccentSoft;
    case ChipKind::Due:
        return Token::InfoSoft;
    case ChipKind::Late:
        return Token::CautionSoft;
    case ChipKind::Blocked:
    case ChipKind::Risk:
        return Token::StopSoft;
    case ChipKind::Draft:
    case ChipKind::Planned:
        return Token::NeutralSoft;
    }
    return Token::NeutralSoft;
}

QSize chipSize(const Chip& chip) {
    const QFontMetricsF metrics(chipFont());
    const int icon = signOf(chip) ? px(kIcon) + px(kGap) : 0;
    // One pixel more than the advance: eliding measures in fractions.
    return {qCeil(metrics.horizontalAdvance(chip.word)) + 1 + icon + 2 * px(kPadding),
            qMax(px(kHeight), qCeil(metrics.height()) + px(6))};
}

void paintChip(QPainter& painter, const Theme& theme, const QRect& rect, const Chip& chip) {
    painter.save();
    const QColor ink = theme.color(chipInk(chip.kind));
    paintBox(painter, rect, theme.color(chipGround(chip.kind)), Qt::transparent, 0);
    int left = rect.left() + px(kPadding);
    if (const auto sign = signOf(chip)) {
        const int side = px(kIcon);
        paintIcon(painter, *sign, QRect(left, rect.top() + (rect.height() - side) / 2, side, side), ink);
        left += side + px(kGap);
    }
    painter.setFont(chipFont());
    painter.setPen(ink);
    const QRect text(left, rect.top(), rect.right() + 1 - px(kPadding) - left, rect.height());
    const QString word = QFontMetrics(painter.font()).elidedText(chip.word, Qt::ElideRight, text.width());
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, word);
    painter.restore();
}

} // namespace kairos::ui
