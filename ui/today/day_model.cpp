// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/day_model.h"

#include "ui/today/today_words.h"

#include "ui/shared/formats.h"

namespace kairos::ui {
namespace {

QList<ColumnSpec> columns() {
    return {{TodayWords::tr("Time")},
            {TodayWords::tr("Patient")},
            {TodayWords::tr("Session")},
            {TodayWords::tr("Worth knowing")},
            {TodayWords::tr("State"), ColumnSide::Right}};
}

} // namespace

DayModel::DayModel(QObject* parent) : RowModel<DayLine>(columns(), parent) {}

QString DayModel::display(const DayLine& line, int column) const {
    switch (column) {
    case Time:
        return timeText(line.row.booked.time);
    case Patient:
        return line.row.patient.displayName();
    case Session:
        return line.session;
    case Worth:
        return line.worth;
    default: // The state is a chip.
        return line.state.word;
    }
}

std::optional<Chip> DayModel::chip(const DayLine& line, int column) const {
    return column == State ? std::optional(line.state) : std::nullopt;
}

QVariant DayModel::extra(const DayLine& line, int column, int role) const {
    if (role == IdRole) {
        return line.row.session.toString();
    }
    if (role == StrongRole) {
        return column == Time || column == Patient;
    }
    if (role == VoiceRole && column == Worth) {
        return static_cast<int>(Token::Text2);
    }
    return {};
}

} // namespace kairos::ui
