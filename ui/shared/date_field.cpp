// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/date_field.h"

#include "ui/shared/formats.h"
#include "ui/shared/type_scale.h"
#include "ui/shared/typed_values.h"

namespace kairos::ui {

DateField::DateField(QWidget* parent) : TypedField(parent) {
    setInputMethodHints(Qt::ImhDate);
}

std::optional<QDate> DateField::date() const {
    return reading() == FieldReading::Valid ? readDate(text(), locale()) : std::nullopt;
}

void DateField::setDate(std::optional<QDate> date) {
    setText(date ? dateText(*date, locale()) : QString());
}

void DateField::setPossible(QDate first, QDate last) {
    m_first = first;
    m_last = last;
    updateTrailing();
}

FieldReading DateField::reading() const {
    if (text().trimmed().isEmpty()) {
        return FieldReading::Empty;
    }
    const auto typed = readDate(text(), locale());
    if (!typed) {
        return FieldReading::Unreadable;
    }
    const bool early = m_first.isValid() && *typed < m_first;
    const bool late = m_last.isValid() && *typed > m_last;
    return early || late ? FieldReading::OutOfRange : FieldReading::Valid;
}

QString DateField::problem() const {
    switch (reading()) {
    case FieldReading::Empty:
    case FieldReading::Valid:
        return {};
    case FieldReading::Unreadable:
        return tr("Write the date like %1").arg(plainDateText(QDate(1984, 3, 14), locale()));
    case FieldReading::OutOfRange:
        break;
    }
    if (m_first.isValid() && m_last.isValid()) {
        return tr("Write a date from %1")
            .arg(rangeText(plainDateText(m_first, locale()), plainDateText(m_last, locale())));
    }
    return m_first.isValid() ? tr("Write %1 or a later date").arg(plainDateText(m_first, locale()))
                             : tr("Write %1 or an earlier date").arg(plainDateText(m_last, locale()));
}

QSize DateField::sizeHint() const {
    return {px(200), TypedField::sizeHint().height()};
}

QString DateField::trailingText() const {
    const auto typed = readDate(text(), locale());
    const QString echo = typed ? dateText(*typed, locale()) : QString();
    return echo == text().trimmed() ? QString() : echo;
}

QString DateField::settledText() const {
    const auto typed = readDate(text(), locale());
    return typed ? dateText(*typed, locale()) : text();
}

} // namespace kairos::ui
