// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPixmap>
#include <QWidget>

namespace kairos::ui {

class PaperPainter;

/// Pages under each other as they will print, drawn by the painter that prints them.
class PaperView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaperView)

public:
    explicit PaperView(QWidget* parent = nullptr);

    /// Draws the pages of this document, which outlives the view or the next call. Null empties the view.
    void setDocument(PaperPainter* document);
    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    /// Makes the pages larger or smaller, within reason.
    void zoomBy(double factor);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void draw();

    PaperPainter* m_document = nullptr;
    QList<QPixmap> m_pages;
    double m_zoom = 1.25;
};

} // namespace kairos::ui
