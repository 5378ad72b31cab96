// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/typed_field.h"

#include <QTime>

#include <optional>

namespace kairos::ui {

/// A typed time of day, 24 hours, that may be empty. "936" settles as "09:36".
class TimeField final : public TypedField {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeField)

public:
    explicit TimeField(QWidget* parent = nullptr);

    /// None while the field is empty or unreadable.
    [[nodiscard]] std::optional<QTime> time() const;
    void setTime(std::optional<QTime> time);

    [[nodiscard]] FieldReading reading() const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] QString trailingText() const override;
    [[nodiscard]] QString settledText() const override;
};

} // namespace kairos::ui
