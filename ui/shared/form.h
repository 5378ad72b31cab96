// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QGridLayout;
class QHBoxLayout;

namespace kairos::ui {

class TextLabel;

/// A field of a form: label above, editor, and a line below that helps or, in its place, says what is wrong.
/// It is checked when it is left, not while it is typed; a shown error goes as soon as it is mended.
class Field final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Field)

public:
    /// The label names the unit too: "Weight, kg". The field takes the editor over.
    Field(const QString& label, QWidget* editor, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    void setHelp(const QString& help);
    /// Says "required" in the label. `missing` is what to do when it is empty: "Name who takes her home".
    void setRequired(const QString& missing);
    /// A check of its own; it returns what to do, or nothing when all is well. Typed fields check themselves
    /// first.
    void setCheck(std::function<QString()> check);

    /// Shows an error from outside, e.g. of a use case; an empty text takes it away.
    void setError(const QString& error);
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QString label() const { return m_labelText; }
    /// Required and empty.
    [[nodiscard]] bool isMissing() const;
    /// What is wrong now, without showing it; empty when all is well.
    [[nodiscard]] QString problem() const;
    /// Checks and shows; true when all is well.
    bool validate();
    [[nodiscard]] QWidget& editor() { return *m_editor; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showLine();

    QString m_labelText;
    QString m_help;
    QString m_missing;
    QString m_error;
    std::function<QString()> m_check;
    QWidget* m_editor;
    TextLabel* m_label;
    QWidget* m_line;
    QWidget* m_sign;
    TextLabel* m_words;
};

/// A group of fields under a title, one column; pairs that belong together share a row.
class FormSection final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormSection)

public:
    explicit FormSection(const QString& title = {}, QWidget* parent = nullptr);

    /// Adds a field across and returns it.
    Field* addField(const QString& label, QWidget* editor);
    /// Two fields that belong together, e.g. date and time.
    void addPair(Field* left, Field* right);
    /// Any widget across, e.g. a check box or a banner.
    void addWide(QWidget* widget);

    [[nodiscard]] const QList<Field*>& fields() const { return m_fields; }
    /// The labels of required fields that are empty.
    [[nodiscard]] QStringList missingFields() const;
    /// Checks all fields and shows every error; the first wrong one gets the focus.
    bool validate();

private:
    QGridLayout* m_grid;
    QList<Field*> m_fields;
};

} // namespace kairos::ui
