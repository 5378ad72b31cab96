// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/commitment_table.h"

#include "core/therapy/thread_words.h"

#include <QLocale>

namespace kairos::ui {

using record::CommitmentState;
using workflow::OpenCommitment;

CommitmentTable::CommitmentTable(QObject* parent)
    : RowModel({{tr("Commitment")}, {tr("By")}, {tr("State")}}, parent) {}

QString CommitmentTable::display(const OpenCommitment& row, int column) const {
    switch (column) {
    case Words:
        return row.commitment.words;
    case Due:
        // Narrow: the words need the room, and the weekday stands below.
        return QLocale().toString(row.commitment.dueNow(), QStringLiteral("d MMM"));
    default: // The state is a chip.
        return {};
    }
}

std::optional<Chip> CommitmentTable::chip(const OpenCommitment& row, int column) const {
    if (column != State) {
        return std::nullopt;
    }
    // What an earlier session said is history: here it is open until this session has asked.
    const auto state = row.here ? row.here->outcome : CommitmentState::Open;
    return commitmentChip(state, row.findings.isEmpty() ? CommitmentDay::ToCome : CommitmentDay::Past,
                          row.commitment.words);
}

QVariant CommitmentTable::extra(const OpenCommitment& row, int column, int role) const {
    switch (role) {
    case StrongRole:
        return column == Words;
    case Qt::ToolTipRole:
        return column == Words ? row.commitment.words : QString();
    case IdRole:
        return row.commitment.id.toString();
    default: // Nothing else differs.
        return {};
    }
}

Chip commitmentChip(CommitmentState state, CommitmentDay day, const QString& words) {
    switch (state) {
    case CommitmentState::Kept:
        return {ChipKind::Done, therapy::commitmentStateText(state), words};
    case CommitmentState::Partly:
    case CommitmentState::Not:
        return {ChipKind::Next, therapy::commitmentStateText(state), words};
    case CommitmentState::Dropped:
        return {ChipKind::Planned, therapy::commitmentStateText(state), words};
    case CommitmentState::Open:
        break;
    }
    return day == CommitmentDay::Past ? Chip{ChipKind::Due, CommitmentTable::tr("ask"), words}
                                      : Chip{ChipKind::Planned, therapy::commitmentStateText(state), words};
}

} // namespace kairos::ui
