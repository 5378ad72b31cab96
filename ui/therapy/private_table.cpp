// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/private_table.h"

#include "ui/shared/formats.h"

namespace kairos::ui {

PrivateTable::PrivateTable(QTimeZone zone, QObject* parent)
    : RowModel({{tr("Written")}, {tr("State")}}, parent), m_zone(std::move(zone)) {}

QString PrivateTable::display(const PrivateRow& row, int column) const {
    return column == Written ? dateTimeText(row.note.at, m_zone) : QString();
}

std::optional<Chip> PrivateTable::chip(const PrivateRow& row, int column) const {
    if (column != State) {
        return std::nullopt;
    }
    const QString object = tr("private note of %1").arg(dateTimeText(row.note.at, m_zone));
    if (row.release) {
        return row.release->state == storage::ReleaseState::Asked
                   ? Chip{ChipKind::Due, tr("to confirm"), object}
                   : Chip{ChipKind::Done, tr("released"), object};
    }
    return row.note.version > 1 ? std::optional(Chip{ChipKind::Planned, tr("amended"), object})
                                : std::nullopt;
}

QVariant PrivateTable::extra(const PrivateRow& row, int column, int role) const {
    switch (role) {
    case StrongRole:
        return column == Written;
    case IdRole:
        return row.note.id.toString();
    default: // Nothing else differs.
        return {};
    }
}

} // namespace kairos::ui
