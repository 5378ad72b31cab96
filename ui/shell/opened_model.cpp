// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/opened_model.h"

#include <QDir>
#include <QFileInfo>

namespace kairos::ui {

OpenedModel::OpenedModel(QObject* parent)
    : RowModel({{tr("Practice")}, {tr("Last opened")}, {tr("State"), ColumnSide::Right}}, parent) {}

QString OpenedModel::display(const OpenedRow& row, int column) const {
    switch (column) {
    case Name:
        return openedName(row.practice) + QLatin1Char(' ') +
               QDir::toNativeSeparators(QFileInfo(row.practice.path).path());
    case When:
        return row.when;
    default: // State is a chip.
        return {};
    }
}

std::optional<Chip> OpenedModel::chip(const OpenedRow& row, int column) const {
    if (column != State) {
        return std::nullopt;
    }
    if (!row.isThere) {
        return Chip{ChipKind::Late, tr("file missing"), openedName(row.practice)};
    }
    return row.practice.synthetic
               ? std::optional(Chip{ChipKind::Planned, tr("synthetic"), openedName(row.practice)})
               : std::nullopt;
}

QVariant OpenedModel::extra(const OpenedRow& row, int column, int role) const {
    if (role == LeadRole && column == Name) {
        return openedName(row.practice);
    }
    if (role == VoiceRole && column == When) {
        return static_cast<int>(Token::Text2);
    }
    if (role == Qt::ToolTipRole) {
        return QDir::toNativeSeparators(row.practice.path);
    }
    return {};
}

QString openedName(const OpenedPractice& practice) {
    return practice.name.isEmpty() ? QFileInfo(practice.path).completeBaseName() : practice.name;
}

} // namespace kairos::ui
