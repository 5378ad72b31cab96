// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/session_curve.h"

#include <QWidget>

namespace kairos::ui {

/// The curve of a dosing session as a widget; its last reading is the accessible description.
class SessionCurveView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionCurveView)

public:
    explicit SessionCurveView(QWidget* parent = nullptr);

    void setCurve(const SessionCurve& curve);
    /// Changes the hollow point alone, while a reading is typed; none takes it away.
    void setPreview(const std::optional<CurvePoint>& preview);
    /// Moves the line of the moment, minutes.
    void setNow(std::optional<double> minute);
    [[nodiscard]] const SessionCurve& curve() const { return m_curve; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    SessionCurve m_curve;
};

} // namespace kairos::ui
