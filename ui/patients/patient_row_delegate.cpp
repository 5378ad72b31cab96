// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patient_row_delegate.h"

#include "ui/patients/patients_model.h"

#include "ui/shared/glyphs.h"
#include "ui/shared/theme.h"
#include "ui/shared/type_scale.h"

#include <QPainter>
#include <QWidget>

namespace kairos::ui {
namespace {

constexpr int kRowPad = 14;
constexpr int kGlyph = 11;
constexpr int kMostGlyphs = 12;
constexpr int kCurve = 62;
constexpr int kCurveHeight = 20;

const Theme& themeFor(const QStyleOptionViewItem& option) {
    return option.widget != nullptr ? themeOf(*option.widget) : applicationTheme();
}

} // namespace

PatientRowDelegate::PatientRowDelegate(QObject* parent) : RowDelegate(parent) {}

void PatientRowDelegate::paintContent(QPainter& painter, const QStyleOptionViewItem& option,
                                      const QModelIndex& index) const {
    if (index.column() == PatientsModel::Doses) {
        paintDoses(painter, option, index);
    } else if (index.column() == PatientsModel::Score) {
        paintScores(painter, option, index);
    } else {
        RowDelegate::paintContent(painter, option, index);
    }
}

void PatientRowDelegate::paintDoses(QPainter& painter, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const {
    const int given = index.data(GivenRole).toInt();
    const int all = given + index.data(PlannedRole).toInt();
    if (all == 0 || all > kMostGlyphs) {
        // More than a row of signs can be counted at a glance: words.
        RowDelegate::paintContent(painter, option, index);
        return;
    }
    const Theme& theme = themeFor(option);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground =
        theme.color(option.state.testFlag(QStyle::State_Selected) ? Token::Select : Token::Surface);
    for (int i = 0; i < all; ++i) {
        const QPointF center(option.rect.left() + px(kRowPad) + (i + 0.5) * pxF(kGlyph),
                             option.rect.center().y());
        const bool isGiven = i < given;
        paintMarker(painter, markerPath(Marker::TriangleDown, center, pxF(kGlyph - 3)),
                    isGiven ? GlyphFill::Filled : GlyphFill::Outlined,
                    theme.color(isGiven ? Token::Text : Token::Text3), ground);
    }
}

void PatientRowDelegate::paintScores(QPainter& painter, const QStyleOptionViewItem& option,
                                     const QModelIndex& index) const {
    const QVariantList scores = index.data(ScoresRole).toList();
    const QVariant range = index.data(ScoreRangeRole);
    if (scores.isEmpty() || !range.isValid()) {
        RowDelegate::paintContent(painter, option, index);
        return;
    }
    const QPointF ends = range.toPointF();
    const qreal span = qMax(1.0, ends.y() - ends.x());
    const QRectF plot(option.rect.left() + px(kRowPad), option.rect.center().y() - px(kCurveHeight) / 2.0,
                      px(kCurve), px(kCurveHeight));
    QPolygonF line;
    for (qsizetype i = 0; i < scores.size(); ++i) {
        const qreal share = scores.size() == 1 ? 1.0 : qreal(i) / qreal(scores.size() - 1);
        const qreal height = (scores.at(i).toDouble() - ends.x()) / span;
        line.append({plot.left() + share * plot.width(), plot.bottom() - height * plot.height()});
    }
    const Theme& theme = themeFor(option);
    const QColor ink = theme.series(1).color;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    painter.setBrush(ink);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(line.last(), pxF(2.5), pxF(2.5));
    QStyleOptionViewItem words(option);
    words.rect.setLeft(static_cast<int>(plot.right()) - px(2));
    RowDelegate::paintContent(painter, words, index);
}

} // namespace kairos::ui
