// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/drafted_form.h"

#include "core/record/document.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace kairos::ui {

class DateField;
class Field;

/// A letter that is written in the program. What is typed is kept as a draft until it is saved.
class LetterForm final : public DraftedForm {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LetterForm)

public:
    explicit LetterForm(const PageContext& context, QWidget* parent = nullptr);

    /// A new letter of the patient where `document` has no id. A draft that was left comes back.
    void begin(const record::Document& document);

    [[nodiscard]] QLineEdit& titleEdit() { return *m_title; }
    [[nodiscard]] DateField& dayField() { return *m_day; }
    [[nodiscard]] QPlainTextEdit& textEdit() { return *m_text; }
    [[nodiscard]] QPushButton& saveButton() { return *m_save; }
    [[nodiscard]] QString trouble() const override;
    [[nodiscard]] QList<KeyHint> keyHints() const;

Q_SIGNALS:
    void saved();
    void printRequested(const kairos::record::DocumentId& letter);

protected:
    [[nodiscard]] QJsonObject state() const override;
    void setState(const QJsonObject& state) override;
    [[nodiscard]] QWidget& firstField() override;

private:
    void makeFields();
    [[nodiscard]] bool isComplete();
    [[nodiscard]] bool save();

    record::Document m_document;
    QComboBox* m_kind;
    QLineEdit* m_title;
    DateField* m_day;
    QPlainTextEdit* m_text = nullptr;
    Field* m_titleField = nullptr;
    Field* m_dayField = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace kairos::ui
