// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/person_model.h"

#include "core/security/permissions.h"

namespace kairos::ui {

PersonModel::PersonModel(QObject* parent)
    : RowModel({{tr("Name")}, {tr("Roles"), ColumnSide::Right}}, parent) {}

QString PersonModel::display(const record::Clinician& row, int column) const {
    if (column == Name) {
        return row.name;
    }
    QStringList roles;
    for (const record::Role role : row.roles) {
        roles.append(security::roleName(role));
    }
    return roles.join(QStringLiteral(", "));
}

QVariant PersonModel::extra(const record::Clinician& row, int column, int role) const {
    if (role == StrongRole) {
        return column == Name;
    }
    if (role == IconRole && column == Name) {
        return static_cast<int>(Icon::User);
    }
    if (role == VoiceRole && column == Roles) {
        return static_cast<int>(Token::Text2);
    }
    return role == IdRole ? QVariant(row.id.toString()) : QVariant();
}

} // namespace kairos::ui
