// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/document.h"

#include <QJsonObject>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace kairos::ui {

class Banner;
class DateField;
class Field;
class FormDraft;
class TextLabel;

/// A letter that is written in the program. What is typed is kept as a draft until it is saved.
class LetterForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LetterForm)

public:
    explicit LetterForm(const PageContext& context, QWidget* parent = nullptr);

    /// A new letter of the patient where `document` has no id. A draft that was left comes back.
    void begin(const record::Document& document);
    /// Keeps what is typed as a draft; no where that failed, which is shown.
    [[nodiscard]] bool keep();

    [[nodiscard]] QLineEdit& titleEdit() { return *m_title; }
    [[nodiscard]] DateField& dayField() { return *m_day; }
    [[nodiscard]] QPlainTextEdit& textEdit() { return *m_text; }
    [[nodiscard]] QPushButton& saveButton() { return *m_save; }
    [[nodiscard]] QString shownNotice() const;
    [[nodiscard]] QString shownProblem() const;
    [[nodiscard]] QList<KeyHint> keyHints() const;

Q_SIGNALS:
    void left();
    void saved();
    void printRequested(const kairos::record::DocumentId& letter);
    void draftKept();
    void draftSettled();

private:
    void makeFields();
    void watch();
    [[nodiscard]] QJsonObject state() const;
    void setState(const QJsonObject& state);
    [[nodiscard]] bool isComplete();
    [[nodiscard]] bool save();
    void leave();
    void say(const base::Error& error);

    PageContext m_context;
    record::Document m_document;
    QComboBox* m_kind;
    QLineEdit* m_title;
    DateField* m_day;
    QPlainTextEdit* m_text = nullptr;
    Field* m_titleField = nullptr;
    Field* m_dayField = nullptr;
    TextLabel* m_problem = nullptr;
    QPushButton* m_save = nullptr;
    Banner* m_notice;
    FormDraft* m_draft;
};

} // namespace kairos::ui
