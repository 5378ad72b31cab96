// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/adverse_register.h"

#include <optional>

class QPushButton;
class QVBoxLayout;

namespace kairos::ui {

class AdverseModel;
class EmptyState;
class FollowUpForm;
class OutsideEventForm;
class TableView;
class TextLabel;

/// The adverse events of a patient, in sessions and outside of them, the latest first. Enter writes one from
/// outside a session anew, or opens the session of one; F8 says how one went on; Delete marks one as an
/// error.
class AdversePart final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdversePart)

public:
    AdversePart(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    /// Reads the events; until then the table is empty.
    void reload();
    /// Opens the form of a new one.
    void writeNew();
    /// Goes to the event with this id, where there is one.
    void choose(const QString& id);
    /// Writes what is typed as a draft now; where that fails it is said here, and no is the answer.
    [[nodiscard]] bool keepDraft();
    /// Gives the keys to the table, or to the part itself while there is none.
    void takeFocus();

    [[nodiscard]] TableView& table() { return *m_view; }
    [[nodiscard]] OutsideEventForm& form() { return *m_form; }
    [[nodiscard]] FollowUpForm& followUp() { return *m_followUp; }
    [[nodiscard]] QString trouble() const;

Q_SIGNALS:
    void draftKept();
    void draftSettled();

private:
    void buildForms(QVBoxLayout& column);
    void buildList(QVBoxLayout& column);
    void openRow(const workflow::AdverseRow& row);
    void beginFollowUp();
    void remove();
    void closeForms();
    void offerUndo(const record::AdverseEvent& event);
    void say(const base::Error& error);
    [[nodiscard]] std::optional<workflow::AdverseRow> current() const;

    record::PatientId m_patient;
    PageContext m_context;
    AdverseModel* m_model;
    TableView* m_view;
    OutsideEventForm* m_form;
    FollowUpForm* m_followUp;
    EmptyState* m_empty = nullptr;
    TextLabel* m_trouble;
    QPushButton* m_followButton = nullptr;
};

} // namespace kairos::ui
