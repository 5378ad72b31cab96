// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_delegate.h"
#include "ui/shared/row_model.h"

#include "core/base/finding.h"
#include "core/record/adverse_event.h"
#include "core/record/reading.h"
#include "core/record/session_event.h"

namespace kairos::ui {

class DosingController;

/// A reading of the session, or former figures of one, struck through below it.
struct ReadingRow {
    record::Reading reading;
    QString time;
    QString minute;
    QString remark; ///< the worst finding, or why and by whom the figures were corrected
    base::FindingLevel level = base::FindingLevel::Information;
    bool isFormer = false;
};

/// The rows of a session's readings, the newest first.
[[nodiscard]] QList<ReadingRow> readingRows(const DosingController& controller);

/// The readings of a session as a table.
class ReadingModel final : public RowModel<ReadingRow> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadingModel)

public:
    enum Column { Time, Minute, Pressure, Pulse, Spo2, Sedation, Breathing, Remark };

    explicit ReadingModel(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const ReadingRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const ReadingRow& row, int column, int role) const override;
};

/// Draws former figures struck through.
class ReadingDelegate final : public RowDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadingDelegate)

public:
    using RowDelegate::RowDelegate;

protected:
    void paintContent(QPainter& painter, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
};

/// One line of the session's log.
struct LogRow {
    base::Instant at;
    QString time;
    QString kind;
    QString text;
    std::optional<record::EventId> event; ///< one of the two
    std::optional<record::AdverseEvent> adverse = {};
};

/// Events and adverse events of a session, the newest first; an adverse event as it stands after its
/// follow-ups.
[[nodiscard]] QList<LogRow> logRows(DosingController& controller);

/// The log of a session as a table.
class LogModel final : public RowModel<LogRow> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogModel)

public:
    enum Column { Time, Kind, Text };

    explicit LogModel(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const LogRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const LogRow& row, int column, int role) const override;
};

} // namespace kairos::ui
