// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QScrollArea>

namespace kairos::ui {

/// A picture that can be made larger and smaller; at first as wide as there is room.
class ScanCanvas final : public QScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScanCanvas)

public:
    explicit ScanCanvas(QWidget* parent = nullptr);

    /// Shows a picture from its top; the former size stays.
    void setPicture(const QImage& picture);
    [[nodiscard]] const QImage& picture() const;
    void larger();
    void smaller();
    void fitWidth();
    /// Screen dots a dot of the picture.
    [[nodiscard]] double scale() const;
    [[nodiscard]] bool fitsWidth() const { return m_fitsWidth; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Face;
    void zoomBy(double factor);
    void layOut();

    Face* m_face;
    double m_scale = 1;
    bool m_fitsWidth = true;
};

} // namespace kairos::ui
