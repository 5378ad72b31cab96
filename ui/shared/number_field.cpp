// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/number_field.h"

#include "ui/shared/formats.h"
#include "ui/shared/typed_values.h"

namespace kairos::ui {

NumberField::NumberField(const QString& unit, int decimals, QWidget* parent)
    : TypedField(parent), m_unit(unit), m_decimals(decimals) {
    setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    updateTrailing();
}

std::optional<double> NumberField::value() const {
    return reading() == FieldReading::Valid ? typed() : std::nullopt;
}

void NumberField::setValue(std::optional<double> value) {
    setText(value ? shortNumberText(*value, m_decimals, locale()) : QString());
}

void NumberField::setPossible(double least, double most) {
    m_least = least;
    m_most = most;
}

void NumberField::setUnit(const QString& unit) {
    m_unit = unit;
    updateTrailing();
}

FieldReading NumberField::reading() const {
    if (text().trimmed().isEmpty()) {
        return FieldReading::Empty;
    }
    const auto number = typed();
    if (!number) {
        return FieldReading::Unreadable;
    }
    const bool tooLow = m_least && *number < *m_least;
    const bool tooHigh = m_most && *number > *m_most;
    return tooLow || tooHigh ? FieldReading::OutOfRange : FieldReading::Valid;
}

QString NumberField::problem() const {
    switch (reading()) {
    case FieldReading::Empty:
    case FieldReading::Valid:
        return {};
    case FieldReading::Unreadable:
        return tr("Write a number like %1").arg(numberText(68.4, 1, locale()));
    case FieldReading::OutOfRange:
        return tr("Write %1")
            .arg(rangeText(shortNumberText(*m_least, m_decimals, locale()),
                           withUnit(shortNumberText(*m_most, m_decimals, locale()), m_unit)));
    }
    return {};
}

QString NumberField::settledText() const {
    // Digits a person typed beyond the usual ones are theirs: a value never changes by leaving the field.
    const auto number = typed();
    const QString settled = number ? shortNumberText(*number, m_decimals, locale()) : text();
    return readNumber(settled, locale(), m_unit) == number ? settled : text();
}

std::optional<double> NumberField::typed() const {
    return readNumber(text(), locale(), m_unit);
}

} // namespace kairos::ui
