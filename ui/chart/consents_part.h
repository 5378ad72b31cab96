// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/document.h"
#include "core/workflow/screening_query.h"

#include <QHash>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace kairos::ui {

class ConsentTable;
class DateField;
class EmptyState;
class Field;
class TableView;

/// Consents: a line to keep one that was signed, Enter for its paper, Delete to withdraw one.
class ConsentsPart final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsentsPart)

public:
    ConsentsPart(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    void show(const workflow::ScreeningView& view);
    using QWidget::show;
    /// Chooses the first form to which no consent is in force.
    void chooseMissing();
    /// Chooses a consent by its id; false when it is not there.
    [[nodiscard]] bool choose(const QString& id);

    [[nodiscard]] TableView& table() { return *m_view; }
    [[nodiscard]] const ConsentTable& model() const { return *m_model; }
    [[nodiscard]] QComboBox& formBox() { return *m_form; }
    [[nodiscard]] QLineEdit& versionEdit() { return *m_version; }
    [[nodiscard]] DateField& dateField() { return *m_given; }
    [[nodiscard]] QString shownProblem() const;

Q_SIGNALS:
    void saved();
    void failed(const kairos::base::Error& error);

private:
    [[nodiscard]] QWidget* makeEntry();
    void save();
    void withdraw();
    void openPaper(int row);
    [[nodiscard]] QHash<record::ConsentId, record::DocumentId> papers() const;

    record::PatientId m_patient;
    PageContext m_context;
    ConsentTable* m_model;
    TableView* m_view;
    EmptyState* m_empty;
    QComboBox* m_form = nullptr;
    QLineEdit* m_version = nullptr;
    DateField* m_given = nullptr;
    Field* m_versionField = nullptr;
    Field* m_givenField = nullptr;
};

} // namespace kairos::ui
