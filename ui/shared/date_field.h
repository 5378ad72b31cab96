// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/typed_field.h"

#include <QDate>

#include <optional>

namespace kairos::ui {

/// A typed date that may be empty. It says the weekday of what it understood, and settles as "Mon 2 Nov
/// 2026".
class DateField final : public TypedField {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DateField)

public:
    explicit DateField(QWidget* parent = nullptr);

    /// None while the field is empty, unreadable or out of range.
    [[nodiscard]] std::optional<QDate> date() const;
    void setDate(std::optional<QDate> date);
    /// The days that are possible, both included; an invalid date leaves that side open.
    void setPossible(QDate first, QDate last);

    [[nodiscard]] FieldReading reading() const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] QString trailingText() const override;
    [[nodiscard]] QString settledText() const override;

private:
    QDate m_first;
    QDate m_last;
};

} // namespace kairos::ui
