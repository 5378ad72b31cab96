// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/people_model.h"

#include "core/security/permissions.h"

namespace kairos::ui {

PeopleModel::PeopleModel(QObject* parent)
    : RowModel({{tr("Name")}, {tr("Roles")}, {tr("State"), ColumnSide::Right}}, parent) {}

QString PeopleModel::display(const record::Clinician& row, int column) const {
    if (column == Name) {
        return row.name;
    }
    if (column == State) {
        return {};
    }
    QStringList roles;
    for (const record::Role role : row.roles) {
        roles.append(security::roleName(role));
    }
    return roles.join(QStringLiteral(", "));
}

std::optional<Chip> PeopleModel::chip(const record::Clinician& row, int column) const {
    if (column != State) {
        return std::nullopt;
    }
    return row.active ? Chip{ChipKind::Done, tr("signs in"), row.name}
                      : Chip{ChipKind::Planned, tr("left"), row.name};
}

QVariant PeopleModel::extra(const record::Clinician& row, int column, int role) const {
    if (role == StrongRole) {
        return column == Name;
    }
    return role == IdRole ? QVariant(row.id.toString()) : QVariant();
}

} // namespace kairos::ui
