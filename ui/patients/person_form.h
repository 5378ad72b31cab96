// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/patient.h"

#include <QHash>
#include <QJsonObject>
#include <QWidget>

#include <functional>

class QComboBox;

namespace kairos::ui {

class DateField;
class Field;
class FormSection;
class NumberField;

/// The fields of the person: who it is, how to reach them, who stands by.
class PersonForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PersonForm)

public:
    /// `check` is asked when a field is left; it returns what is wrong with the field of this name.
    explicit PersonForm(std::function<QString(const QString& field)> check, QWidget* parent = nullptr);

    /// The fields of those who stand by: a part of this form that may stand elsewhere on the page. Called
    /// once, after what comes before it in reading order is made.
    [[nodiscard]] QWidget* makeStandBy(QWidget* parent);
    /// `today` bounds the birth date.
    void setToday(QDate today);
    void load(const record::Patient& patient);
    /// Writes what is typed into the patient; an unreadable value is left out.
    void store(record::Patient& patient) const;
    /// Everything as typed, also what does not read: for drafts.
    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state);
    /// Checks every field and shows what is wrong; the first wrong one gets the focus.
    bool validate();
    /// The field of this name; null for a foreign one.
    [[nodiscard]] Field* field(const QString& name) const { return m_fields.value(name); }

Q_SIGNALS:
    void changed();

private:
    Field* add(FormSection& section, const QString& name, const QString& label, QWidget* editor);
    Field* make(const QString& name, const QString& label, QWidget* editor);
    void buildWho(class QVBoxLayout& column);
    void buildReach(QVBoxLayout& column);
    [[nodiscard]] QString text(const char* name) const;
    void setText(const char* name, const QString& text);
    [[nodiscard]] static QString typed(const QWidget& editor);
    static void type(QWidget& editor, const QString& text);

    std::function<QString(const QString&)> m_check;
    QHash<QString, Field*> m_fields;
    QStringList m_order;
    QList<FormSection*> m_sections;
    DateField* m_birth = nullptr;
    NumberField* m_height = nullptr;
    QComboBox* m_sex = nullptr;
    QComboBox* m_pregnancy = nullptr;
    QComboBox* m_contact = nullptr;
};

} // namespace kairos::ui
