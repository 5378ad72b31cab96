// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/typed_field.h"

#include <optional>

namespace kairos::ui {

/// A number with its unit at the right. Empty is no value, never 0; nothing is changed by the mouse wheel.
class NumberField final : public TypedField {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NumberField)

public:
    /// `decimals` is how many digits after the decimal sign are kept when the field is left.
    explicit NumberField(const QString& unit = {}, int decimals = 1, QWidget* parent = nullptr);

    /// None while the field is empty, unreadable or out of range.
    [[nodiscard]] std::optional<double> value() const;
    void setValue(std::optional<double> value);
    /// What is possible at all, in the unit of the field. Clinical limits are findings, not ranges.
    void setPossible(double least, double most);
    /// What is counted now in a field that stands for more than one thing; the text stays.
    void setUnit(const QString& unit);
    [[nodiscard]] QString unit() const { return m_unit; }

    [[nodiscard]] FieldReading reading() const override;
    [[nodiscard]] QString problem() const override;

protected:
    [[nodiscard]] QString trailingText() const override { return m_unit; }
    [[nodiscard]] QString settledText() const override;

private:
    [[nodiscard]] std::optional<double> typed() const;

    QString m_unit;
    int m_decimals;
    std::optional<double> m_least;
    std::optional<double> m_most;
};

} // namespace kairos::ui
