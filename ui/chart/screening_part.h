// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/screening_query.h"

class QLineEdit;

namespace kairos::ui {

class Field;
class RowDetail;
class ScreeningTable;
class TableView;

/// The contraindications of one patient, answered by keyboard: Y present, C clear, N not asked, Enter for the
/// note. Each answer is saved at once.
class ScreeningPart final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScreeningPart)

public:
    ScreeningPart(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    /// The chosen line stays chosen; a note that is being typed stays.
    void show(const workflow::ScreeningView& view);
    using QWidget::show;
    /// Chooses the first line that keeps a first dose back.
    void chooseOpen();
    /// Chooses the line of a condition by its id; false when the list has none.
    [[nodiscard]] bool choose(const QString& condition);

    [[nodiscard]] TableView& table() { return *m_view; }
    [[nodiscard]] const ScreeningTable& model() const { return *m_model; }
    [[nodiscard]] QLineEdit& noteEdit() { return *m_note; }
    [[nodiscard]] RowDetail& detail() { return *m_detail; }

Q_SIGNALS:
    /// An answer was saved.
    void saved();
    void failed(const kairos::base::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showDetail();
    void answer(record::ScreeningState state);
    void saveNote();
    [[nodiscard]] bool save(const QString& condition, record::ScreeningState state, const QString& note);
    /// The chosen line; null where a person cannot answer it.
    [[nodiscard]] const safety::ScreeningLine* answerable() const;

    record::PatientId m_patient;
    PageContext m_context;
    ScreeningTable* m_model;
    TableView* m_view;
    RowDetail* m_detail;
    QLineEdit* m_note;
    Field* m_noteField;
};

} // namespace kairos::ui
