// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/contrast.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHash>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QStringList>

namespace kairos::test {

/// What text needs to be read (WCAG 2.2, 1.4.3), in hundredths.
constexpr int kTextContrast = 450;

/// The words of a page that stand out too little from their ground, as it is painted. The page is drawn three
/// times as large, so that the strokes of small letters reach their full colour; the ground is the most
/// frequent colour where the words stand, the text the colour that differs most from it. Looks at what is in
/// view: labels, buttons, lines to type in and cells of lists. What is disabled may be faint.
class TextContrast final {
public:
    explicit TextContrast(QWidget& root) : m_root(root), m_image(canvas(root.size() * kScale)) {
        m_image.setDevicePixelRatio(kScale);
        root.render(&m_image);
    }

    [[nodiscard]] QStringList faint() {
        const auto widgets = m_root.findChildren<QWidget*>();
        for (QWidget* widget : widgets) {
            if (widget->isVisible() && widget->isEnabled()) {
                look(*widget);
            }
        }
        return m_faint;
    }
    /// How many words were measured.
    [[nodiscard]] int measured() const { return m_measured; }

private:
    static constexpr int kScale = 3;
    static constexpr int kInside = 5; ///< keeps the frame of a field out of it

    /// One for all pages of a size: the memory of a new one would be asked of the system each time.
    static QImage& canvas(const QSize& size) {
        static QImage image;
        if (image.size() != size) {
            image = QImage(size, QImage::Format_RGB32);
        }
        return image;
    }

    void look(QWidget& widget) {
        if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
            measure(widget, widget.rect(), label->text());
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
            measure(widget, inside(widget), button->text());
        } else if (const auto* edit = qobject_cast<const QLineEdit*>(&widget)) {
            measure(widget, inside(widget), edit->text().isEmpty() ? edit->placeholderText() : edit->text());
        } else if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
            measure(widget, inside(widget), box->currentText());
        } else if (auto* view = qobject_cast<QAbstractItemView*>(&widget)) {
            lookAtCells(*view);
        }
    }

    void lookAtCells(QAbstractItemView& view) {
        if (view.model() == nullptr) {
            return;
        }
        for (int row = 0; row < view.model()->rowCount(view.rootIndex()); ++row) {
            const QRect line = view.visualRect(view.model()->index(row, 0, view.rootIndex()));
            if (line.top() > view.viewport()->height()) {
                return;
            }
            for (int column = 0; column < view.model()->columnCount(view.rootIndex()); ++column) {
                const QModelIndex index = view.model()->index(row, column, view.rootIndex());
                const QRect cell = view.visualRect(index);
                // A cell that is half out of view may show none of its letters.
                if (view.viewport()->rect().contains(cell)) {
                    measure(*view.viewport(), cell.adjusted(1, 2, -1, -2), index.data().toString());
                }
            }
        }
    }

    static QRect inside(const QWidget& widget) {
        return widget.rect().adjusted(kInside, kInside, -kInside, -kInside);
    }

    void measure(QWidget& widget, const QRect& place, const QString& words) {
        const QRect seen = widget.visibleRegion().boundingRect().intersected(place);
        if (words.trimmed().isEmpty() || seen.width() < place.width() || seen.height() < place.height()) {
            return;
        }
        ++m_measured;
        const QRect area(widget.mapTo(&m_root, seen.topLeft()) * kScale, seen.size() * kScale);
        const int ratio = best(area.intersected(m_image.rect()));
        if (ratio < kTextContrast) {
            m_faint.append(QStringLiteral("%1 \"%2\" has %3:1")
                               .arg(QLatin1String(widget.metaObject()->className()), words)
                               .arg(ratio / 100.0, 0, 'f', 2));
        }
    }

    [[nodiscard]] int best(const QRect& area) const {
        QHash<QRgb, int> colors;
        for (int y = area.top(); y <= area.bottom(); ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(m_image.constScanLine(y));
            for (int x = area.left(); x <= area.right();) {
                const int start = x; // most of a line is a few runs of the ground's colour
                while (x <= area.right() && line[x] == line[start]) {
                    ++x;
                }
                colors[line[start]] += x - start;
            }
        }
        QRgb ground = 0;
        int most = 0;
        for (auto color = colors.cbegin(); color != colors.cend(); ++color) {
            if (color.value() > most) {
                most = color.value();
                ground = color.key();
            }
        }
        int ratio = 0;
        for (auto color = colors.cbegin(); color != colors.cend(); ++color) {
            ratio = std::max(ratio, contrastCut(QColor(color.key()), QColor(ground)));
        }
        return ratio;
    }

    QWidget& m_root;
    QImage& m_image;
    QStringList m_faint;
    int m_measured = 0;
};

} // namespace kairos::test
