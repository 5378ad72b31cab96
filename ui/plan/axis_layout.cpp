// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/axis_layout.h"

#include "ui/plan/plan_words.h"

#include "ui/shared/type_scale.h"

#include <QFontMetricsF>

#include <algorithm>

namespace kairos::ui {
namespace {

constexpr int kStrandHead = 20;
constexpr int kRow = 26;
constexpr int kLanePad = 5;
constexpr int kBar = 20;
constexpr int kGlyph = 14;
constexpr int kLabelGap = 6;
constexpr int kMostRows = 4;

/// A held dose, session or rating is its glyph alone; the window of integration stays, as its hours matter.
bool showsBar(const AxisItem& item) {
    if (!item.from || !item.to || item.isWaived) {
        return false;
    }
    return !item.isHeld || item.lane == AxisLane::Integration;
}

QRectF extent(const PlacedItem& placed) {
    const qreal half = pxF(kGlyph) / 2 + 2;
    const QRectF glyph(placed.glyph.x() - half, placed.glyph.y() - half, 2 * half, 2 * half);
    return placed.bar.isNull() ? glyph : placed.bar.united(glyph);
}

PlacedItem placeAlong(const AxisItem& item, int index, const AxisScale& scale) {
    PlacedItem placed;
    placed.index = index;
    placed.glyph = {scale.xOf(*item.place()), 0};
    if (showsBar(item)) {
        const qreal from = scale.xOf(*item.from);
        placed.bar = QRectF(from, -pxF(kBar) / 2, qMax(pxF(6), scale.xOf(*item.to) - from), pxF(kBar));
    }
    return placed;
}

/// Stacks what would lie on top of each other; returns how many rows the lane needs.
int stack(QList<PlacedItem>& placed, QList<int>& rows) {
    std::array<qreal, kMostRows> ends{};
    ends.fill(-1e9);
    int used = 1;
    for (PlacedItem& item : placed) {
        const QRectF room = extent(item);
        int row = 0;
        while (row < kMostRows - 1 && ends[static_cast<size_t>(row)] > room.left() - 2) {
            ++row;
        }
        ends[static_cast<size_t>(row)] = qMax(ends[static_cast<size_t>(row)], room.right());
        rows.append(row);
        used = qMax(used, row + 1);
    }
    return used;
}

/// Tries the places of one label: in the bar, right of all, left of all; long words before short ones.
class Labels final {
public:
    Labels(const QList<AxisItem>& items, const AxisScale& scale) : m_items(items), m_scale(scale) {}

    void addObstacle(const PlacedItem& placed) { m_taken.append({extent(placed), placed.index}); }
    /// The way from where a step stands to where a tried move puts it.
    void addGhost(const PlacedItem& placed, qreal to) {
        const qreal half = pxF(kGlyph) / 2 + pxF(4);
        const qreal from = placed.glyph.x();
        m_taken.append(
            {QRectF(qMin(from, to) - half, placed.glyph.y() - half, qAbs(to - from) + 2 * half, 2 * half),
             -1});
    }

    void place(PlacedItem& placed) {
        const AxisItem& item = m_items.at(placed.index);
        for (const QString& text : {item.label, item.shortLabel}) {
            if (text.isEmpty()) {
                continue;
            }
            for (const QRectF& room : candidates(placed, labelWidth(item, text))) {
                if (isFree(room, placed.index)) {
                    placed.label = room;
                    placed.text = text;
                    m_taken.append({room, -1});
                    return;
                }
            }
        }
    }

private:
    struct Taken {
        QRectF rect;
        int owner;
    };

    [[nodiscard]] QList<QRectF> candidates(const PlacedItem& placed, qreal width) const {
        const QFontMetricsF metrics(fontFor(TextRole::Caption));
        const qreal height = metrics.height();
        const qreal top = placed.glyph.y() - height / 2;
        const QRectF own = extent(placed);
        QList<QRectF> rooms;
        const qreal inside = placed.glyph.x() + pxF(kGlyph) / 2 + pxF(kLabelGap);
        if (!placed.bar.isNull() && inside + width <= placed.bar.right() - pxF(3)) {
            rooms.append(QRectF(inside, top, width, height));
        }
        rooms.append(QRectF(own.right() + pxF(kLabelGap), top, width, height));
        rooms.append(QRectF(own.left() - pxF(kLabelGap) - width, top, width, height));
        return rooms;
    }

    [[nodiscard]] bool isFree(const QRectF& room, int owner) const {
        if (room.left() < m_scale.left + 2 || room.right() > m_scale.right() - 2) {
            return false;
        }
        const QRectF wide = room.adjusted(-3, 0, 3, 0);
        return std::none_of(m_taken.begin(), m_taken.end(), [&](const Taken& taken) {
            return taken.owner != owner && taken.rect.intersects(wide);
        });
    }

    const QList<AxisItem>& m_items;
    AxisScale m_scale;
    QList<Taken> m_taken;
};

/// One lane from `top` on: its items with their labels.
PlacedLane placeLane(AxisLane lane, int top, const AxisRequest& request, QList<PlacedItem>& all) {
    QList<PlacedItem> placed;
    for (int i = 0; i < request.items.size(); ++i) {
        if (request.items.at(i).lane != lane) {
            continue;
        }
        const PlacedItem item = placeAlong(request.items.at(i), i, request.scale);
        const QRectF room = extent(item);
        if (room.right() > request.scale.left && room.left() < request.scale.right()) {
            placed.append(item);
        }
    }
    std::stable_sort(placed.begin(), placed.end(), [](const PlacedItem& a, const PlacedItem& b) {
        return extent(a).left() < extent(b).left();
    });
    QList<int> rows;
    const int used = stack(placed, rows);
    const PlacedLane result{lane, top, used * px(kRow) + px(kLanePad)};
    Labels labels(request.items, request.scale);
    for (qsizetype i = 0; i < placed.size(); ++i) {
        const qreal middle = top + px(kLanePad) / 2.0 + (rows.at(i) + 0.5) * px(kRow);
        placed[i].glyph.setY(middle);
        placed[i].bar.translate(0, placed[i].bar.isNull() ? 0 : middle);
        labels.addObstacle(placed.at(i));
        const auto ghost = request.ghosts.constFind(request.items.at(placed.at(i).index).key);
        if (ghost != request.ghosts.constEnd()) {
            labels.addGhost(placed.at(i), request.scale.xOf(*ghost));
        }
    }
    // The step at hand is named before all others, then what is late or blocked.
    const auto rank = [&](const PlacedItem& item) {
        return item.index == request.current                         ? 0
               : request.items.at(item.index).mark != AxisMark::None ? 1
                                                                     : 2;
    };
    for (int wanted = 0; wanted <= 2; ++wanted) {
        for (PlacedItem& item : placed) {
            if (rank(item) == wanted) {
                labels.place(item);
            }
        }
    }
    all.append(placed);
    return result;
}

} // namespace

qreal AxisScale::xOf(const QDateTime& wall) const {
    const double day =
        static_cast<double>(start.daysTo(wall.date())) + wall.time().msecsSinceStartOfDay() / 86'400'000.0;
    return left + width * day / days;
}

qreal AxisScale::xOf(QDate day) const {
    return left + width * static_cast<double>(start.daysTo(day)) / days;
}

qreal labelSignSide() {
    return pxF(14);
}

qreal labelWidth(const AxisItem& item, const QString& text) {
    const bool isMarked = item.mark == AxisMark::Late || item.mark == AxisMark::Blocked;
    const QFontMetricsF metrics(fontFor(isMarked ? TextRole::CaptionStrong : TextRole::Caption));
    return metrics.horizontalAdvance(text) + (isMarked ? labelSignSide() + pxF(4) : 0) + 1;
}

AxisLayout layoutAxis(const AxisRequest& request) {
    AxisLayout layout;
    int top = request.top;
    const auto strand = [&](const QString& title, const QList<AxisLane>& lanes) {
        layout.strands.append({title, top, px(kStrandHead)});
        top += px(kStrandHead);
        for (const AxisLane lane : lanes) {
            layout.lanes.append(placeLane(lane, top, request, layout.items));
            top += layout.lanes.last().height;
        }
    };
    strand(PlanWords::tr("MEDICINE"), {AxisLane::Dosing, AxisLane::Care});
    strand(PlanWords::tr("THERAPY"), {AxisLane::Integration, AxisLane::Therapy});
    strand(PlanWords::tr("MEASURES"), {AxisLane::Ratings});
    layout.bottom = top;
    return layout;
}

} // namespace kairos::ui
