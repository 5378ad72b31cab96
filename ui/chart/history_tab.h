// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"
#include "ui/shared/row_model.h"

#include "core/workflow/history_query.h"

#include <QTimeZone>

class QPushButton;

namespace kairos::ui {

class TableView;
class TextLabel;
class VersionsPane;

/// The journal of a patient as a table.
class HistoryTable final : public RowModel<workflow::HistoryLine> {
    Q_OBJECT
public:
    enum Column { When, Who, Did, What, Reason };
    explicit HistoryTable(const QTimeZone& zone, QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const workflow::HistoryLine& line, int column) const override;
    [[nodiscard]] QVariant sortValue(const workflow::HistoryLine& line, int column) const override;
    [[nodiscard]] QVariant extra(const workflow::HistoryLine& line, int column, int role) const override;

private:
    QTimeZone m_zone;
};

/// Who changed what and when, newest first: what the journal holds of this patient.
class HistoryTab final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryTab)

public:
    HistoryTab(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void refresh() override;
    /// Goes to the last entry of the record with this id.
    void showPart(const QString& part) override;

    [[nodiscard]] HistoryTable& table() { return *m_table; }
    /// The chosen entry's version of its record beside an earlier one.
    [[nodiscard]] VersionsPane& versions() { return *m_versions; }

private:
    void build();
    void showVersions();

    record::PatientId m_patient;
    PageContext m_context;
    int m_limit;
    TextLabel* m_count;
    QPushButton* m_more;
    HistoryTable* m_table;
    TableView* m_view;
    VersionsPane* m_versions;
};

} // namespace kairos::ui
