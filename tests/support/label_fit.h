// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QCoreApplication>
#include <QLabel>
#include <QScrollArea>
#include <QStringList>
#include <QWidget>

namespace kairos::test {

/// Laid out and shown at a size, so that what is inside it has its place.
inline void showAt(QWidget& widget, QSize size) {
    widget.setAttribute(Qt::WA_DontShowOnScreen);
    widget.resize(size);
    widget.show();
    widget.ensurePolished();
}

inline bool labelFits(const QLabel& label) {
    const QSize room = label.contentsRect().size();
    if (label.text().isEmpty() || !label.pixmap().isNull()) {
        return true;
    }
    if (label.wordWrap()) {
        return label.heightForWidth(label.width()) <= label.height();
    }
    const QSize wanted = label.sizeHint();
    return wanted.width() <= label.width() && label.fontMetrics().height() <= room.height() + 1;
}

/// Lets what was asked of the widgets happen, and gives what that changed its place.
inline void layOut() {
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents();
}

/// The words that do not fit where they stand once all is laid out, with what holds them. Looks at labels,
/// buttons and everything whose class is StatusChip, among the visible children; also at what reaches outside
/// its parent, or beyond the side of a column that scrolls up and down alone.
inline QStringList clippedTexts(const QWidget& root) {
    layOut();
    QStringList clipped;
    const auto complain = [&clipped](const QWidget& widget, const QString& words) {
        clipped.append(QStringLiteral("%1 \"%2\" %3x%4, wants %5x%6")
                           .arg(QLatin1String(widget.metaObject()->className()), words)
                           .arg(widget.width())
                           .arg(widget.height())
                           .arg(widget.sizeHint().width())
                           .arg(widget.sizeHint().height()));
    };
    const auto widgets = root.findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (!widget->isVisibleTo(&root)) {
            continue;
        }
        const QSize wanted = widget->sizeHint();
        const bool small = wanted.width() > widget->width() || wanted.height() > widget->height();
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            const QWidget* parent = label->parentWidget();
            const bool outside = !label->text().isEmpty() && !parent->rect().contains(label->geometry());
            if (!labelFits(*label) || outside) {
                complain(*label, label->text());
            }
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            if (small && !button->text().isEmpty()) {
                complain(*button, button->text());
            }
        } else if (widget->inherits("kairos::ui::StatusChip") && small) {
            complain(*widget, widget->accessibleName());
        } else if (const auto* area = qobject_cast<const QScrollArea*>(widget)) {
            // What cannot be scrolled to is cut at the side.
            if (area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff && area->widget() != nullptr &&
                area->widget()->width() > area->viewport()->width()) {
                complain(*area->widget(), QStringLiteral("wider than its column"));
            }
        }
    }
    return clipped;
}

} // namespace kairos::test
