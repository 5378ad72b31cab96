// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/consent.h"
#include "core/record/document.h"
#include "core/workflow/chart_query.h"

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

/// A consent or a session that a paper may belong to.
struct PaperLinks {
    QList<record::Consent> consents;
    QList<workflow::SessionLine> sessions; ///< newest first
};

/// What a paper is: its kind, its title, its day, the consent it stands for and the session it belongs to. It
/// saves nothing itself.
class PaperForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaperForm)

public:
    explicit PaperForm(const workflow::OpenPractice& practice, QWidget* parent = nullptr);

    /// Shows a paper; `links` are those it may have. `verb` is what the button does.
    void begin(const record::Document& document, const PaperLinks& links, const QString& verb);
    /// The paper with what is typed; none while a field is wrong, which is shown.
    [[nodiscard]] std::optional<record::Document> typed();

    [[nodiscard]] QComboBox& kindBox() { return *m_kind; }
    [[nodiscard]] QLineEdit& titleEdit() { return *m_title; }
    [[nodiscard]] DateField& dayField() { return *m_day; }
    [[nodiscard]] QComboBox& consentBox() { return *m_consent; }
    [[nodiscard]] QComboBox& sessionBox() { return *m_session; }
    [[nodiscard]] QPushButton& saveButton() { return *m_save; }
    [[nodiscard]] QPushButton& leaveButton() { return *m_leave; }
    [[nodiscard]] QString shownProblem() const;

Q_SIGNALS:
    void saveRequested();
    void leaveRequested();

private:
    void makeFields();
    void fitTitle();
    void showConsents(const QList<record::Consent>& consents);
    void showSessions(const QList<workflow::SessionLine>& sessions);

    const workflow::OpenPractice& m_practice;
    record::Document m_document;
    QComboBox* m_kind;
    QLineEdit* m_title;
    DateField* m_day;
    QComboBox* m_consent;
    QComboBox* m_session;
    Field* m_titleField = nullptr;
    Field* m_dayField = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_leave = nullptr;
};

} // namespace kairos::ui
