// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/consent.h"
#include "core/record/document.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace kairos::workflow {
class OpenPractice;
}

namespace kairos::ui {

class DateField;
class Field;

/// What a paper is: its kind, its title, its day, and the consent it stands for. It saves nothing itself.
class PaperForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaperForm)

public:
    explicit PaperForm(const workflow::OpenPractice& practice, QWidget* parent = nullptr);

    /// Shows a paper; `consents` are those it may stand for. `verb` is what the button does.
    void begin(const record::Document& document, const QList<record::Consent>& consents, const QString& verb);
    /// The paper with what is typed; none while a field is wrong, which is shown.
    [[nodiscard]] std::optional<record::Document> typed();

    [[nodiscard]] QComboBox& kindBox() { return *m_kind; }
    [[nodiscard]] QLineEdit& titleEdit() { return *m_title; }
    [[nodiscard]] DateField& dayField() { return *m_day; }
    [[nodiscard]] QComboBox& consentBox() { return *m_consent; }
    [[nodiscard]] QPushButton& saveButton() { return *m_save; }
    [[nodiscard]] QPushButton& leaveButton() { return *m_leave; }
    [[nodiscard]] QString shownProblem() const;

Q_SIGNALS:
    void saveRequested();
    void leaveRequested();

private:
    void makeFields();
    void fitTitle();

    const workflow::OpenPractice& m_practice;
    record::Document m_document;
    QComboBox* m_kind;
    QLineEdit* m_title;
    DateField* m_day;
    QComboBox* m_consent;
    Field* m_titleField = nullptr;
    Field* m_dayField = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_leave = nullptr;
};

} // namespace kairos::ui
