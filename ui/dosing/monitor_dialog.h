// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/dosing_session.h"
#include "core/workflow/monitor_import.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace kairos::ui {

class Field;
class TextLabel;
class TimeField;
struct PageContext;

/// A monitor's file on its way into a dosing session: which column holds what, what it would bring line by
/// line, and the button that takes it in.
class MonitorDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MonitorDialog)

public:
    /// The context outlives the dialog.
    MonitorDialog(const record::DosingSession& session, const PageContext& context, QByteArray bytes,
                  QWidget* parent = nullptr);

    /// Takes the file in; stays open with the sentence when it cannot.
    void accept() override;

    /// What the file would bring as the columns stand; none while it cannot be read so.
    [[nodiscard]] const std::optional<workflow::MonitorReport>& report() const { return m_report; }
    [[nodiscard]] QString summaryText() const;
    [[nodiscard]] QString linesText() const;
    /// The choice of a column by what it holds: "time", "sys", "dia", "hr", "spo2", "rr".
    [[nodiscard]] QComboBox& column(const QString& id) const;
    [[nodiscard]] QComboBox& timeKind() const { return *m_timeKind; }
    [[nodiscard]] TimeField& start() const { return *m_start; }
    [[nodiscard]] QPushButton& acceptButton() const { return *m_accept; }

private:
    void buildColumns(const QStringList& header);
    void buildButtons();
    void choose(const exchange::MonitorColumns& columns);
    [[nodiscard]] workflow::MonitorWish wish() const;
    void preview();
    void show(const workflow::MonitorReport& report);

    record::DosingSession m_session;
    const PageContext& m_context;
    QByteArray m_bytes;
    std::optional<workflow::MonitorReport> m_report;
    QList<QComboBox*> m_columns; ///< time, sys, dia, hr, spo2, rr
    QComboBox* m_timeKind = nullptr;
    TimeField* m_start = nullptr;
    Field* m_startField = nullptr;
    TextLabel* m_summary;
    TextLabel* m_trouble;
    QPlainTextEdit* m_lines = nullptr;
    QPushButton* m_accept = nullptr;
};

} // namespace kairos::ui
