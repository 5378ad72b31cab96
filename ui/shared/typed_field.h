// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace kairos::ui {

/// How the text of a typed field reads.
enum class FieldReading { Empty, Valid, Unreadable, OutOfRange };

/// A line edit that holds a value as typed text and says at its right end what it understood, or its unit.
/// The base of NumberField, DateField and TimeField.
class TypedField : public QLineEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TypedField)

public:
    explicit TypedField(QWidget* parent = nullptr);

    [[nodiscard]] virtual FieldReading reading() const = 0;
    /// What to do about a text that does not read; empty for an empty or a valid field.
    [[nodiscard]] virtual QString problem() const = 0;

Q_SIGNALS:
    /// The value changed, by a person or by a setter.
    void valueChanged();

protected:
    /// Shown in the second voice at the right, inside the field.
    [[nodiscard]] virtual QString trailingText() const = 0;
    /// The text of a valid value when the field is left.
    [[nodiscard]] virtual QString settledText() const = 0;
    /// Makes room for the trailing text; a field calls it when that changes.
    void updateTrailing();

    void paintEvent(QPaintEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void settle();

    QString m_trailing;
};

} // namespace kairos::ui
