// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/instrument.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <optional>

namespace kairos::ui {

/// A total of before on the strip: a dashed line with its word above.
struct StripMark {
    double total = 0;
    QString word; ///< "26 Oct 6", "baseline 19"

    bool operator==(const StripMark&) const = default;
};

/// The range of a scale with its severity bands, the total of now as a pointer, totals of before as marks.
class BandStrip final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BandStrip)

public:
    explicit BandStrip(const scales::Instrument& instrument, QWidget* parent = nullptr);

    void setTotal(std::optional<double> total);
    /// At most two are shown: the last rating and the baseline.
    void setMarks(const QList<StripMark>& marks);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] qreal mapX(double total) const;
    void paintBands(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;
    void describe();

    const scales::Instrument& m_instrument;
    std::optional<double> m_total;
    QList<StripMark> m_marks;
};

} // namespace kairos::ui
