// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/trial_table.h"

#include "ui/chart/screening_words.h"

namespace kairos::ui {

TrialTable::TrialTable(QObject* parent)
    : RowModel({{tr("Treatment")},
                {tr("Highest dose")},
                {tr("Weeks"), ColumnSide::Right},
                {tr("Outcome")},
                {tr("Remark")}},
               parent) {}

QString TrialTable::display(const record::AntidepressantTrial& trial, int column) const {
    switch (column) {
    case Drug:
        return trial.drug;
    case Dose:
        return trial.dose;
    case Weeks:
        return trial.weeks ? QString::number(*trial.weeks) : tr("unknown");
    case Remark:
        return trial.remark;
    default: // The outcome is a chip.
        return {};
    }
}

std::optional<Chip> TrialTable::chip(const record::AntidepressantTrial& trial, int column) const {
    return column == Outcome ? std::optional(ScreeningWords::outcome(trial)) : std::nullopt;
}

QVariant TrialTable::extra(const record::AntidepressantTrial& trial, int column, int role) const {
    if (role == StrongRole) {
        return column == Drug;
    }
    if (role == VoiceRole && (column == Remark || (column == Weeks && !trial.weeks))) {
        return static_cast<int>(Token::Text2);
    }
    return {};
}

} // namespace kairos::ui
