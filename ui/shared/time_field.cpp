// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/time_field.h"

#include "ui/shared/formats.h"
#include "ui/shared/type_scale.h"
#include "ui/shared/typed_values.h"

namespace kairos::ui {

TimeField::TimeField(QWidget* parent) : TypedField(parent) {
    setInputMethodHints(Qt::ImhTime);
}

std::optional<QTime> TimeField::time() const {
    return readTime(text());
}

void TimeField::setTime(std::optional<QTime> time) {
    setText(time ? timeText(*time) : QString());
}

FieldReading TimeField::reading() const {
    if (text().trimmed().isEmpty()) {
        return FieldReading::Empty;
    }
    return readTime(text()) ? FieldReading::Valid : FieldReading::Unreadable;
}

QString TimeField::problem() const {
    return reading() == FieldReading::Unreadable ? tr("Write the time like %1").arg(timeText(QTime(9, 36)))
                                                 : QString();
}

QSize TimeField::sizeHint() const {
    return {px(110), TypedField::sizeHint().height()};
}

QString TimeField::trailingText() const {
    const auto typed = readTime(text());
    const QString echo = typed ? timeText(*typed) : QString();
    return echo == text().trimmed() ? QString() : echo;
}

QString TimeField::settledText() const {
    const auto typed = readTime(text());
    return typed ? timeText(*typed) : text();
}

} // namespace kairos::ui
