// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/navigator.h"
#include "ui/shared/row_model.h"

#include "core/workflow/chart_query.h"

#include <QTimeZone>

namespace kairos::ui {

/// Sessions of a chart as a table: when, what, who, finding, state.
class SessionTable final : public RowModel<workflow::SessionLine> {
    Q_OBJECT
public:
    enum Column { When, What, Who, Finding, State };
    explicit SessionTable(const QTimeZone& zone, const base::Instant& now, QObject* parent = nullptr);

    void setNow(const base::Instant& now) { m_now = now; }

protected:
    [[nodiscard]] QString display(const workflow::SessionLine& line, int column) const override;
    [[nodiscard]] QVariant sortValue(const workflow::SessionLine& line, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const workflow::SessionLine& line, int column) const override;
    [[nodiscard]] QVariant extra(const workflow::SessionLine& line, int column, int role) const override;

private:
    [[nodiscard]] QString what(const workflow::SessionLine& line) const;
    [[nodiscard]] QString finding(const workflow::SessionLine& line) const;

    QTimeZone m_zone;
    base::Instant m_now;
};

/// Where a session opens: the run sheet of a dose, the note of a therapy session.
[[nodiscard]] Place placeOf(const workflow::SessionLine& line, const record::PatientId& patient);

} // namespace kairos::ui
