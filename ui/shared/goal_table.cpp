// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/goal_table.h"

#include "ui/shared/formats.h"
#include "ui/shared/theme.h"

#include "core/therapy/goal_rules.h"
#include "core/therapy/goal_words.h"

#include <algorithm>

namespace kairos::ui {

using record::GoalState;
using therapy::goalLevelText;
using workflow::GoalRow;

namespace {

bool hasRule(const GoalRow& row, QLatin1String rule) {
    return std::any_of(row.findings.begin(), row.findings.end(),
                       [rule](const base::Finding& finding) { return finding.rule == rule; });
}

/// "+22.8", with the true minus sign.
QString signedText(double value) {
    const QString number = numberText(value, 1);
    return value > 0 ? QStringLiteral("+%1").arg(number) : number;
}

} // namespace

GoalTable::GoalTable(QObject* parent)
    : RowModel({{tr("Goal")},
                {tr("Measured by")},
                {tr("By")},
                {tr("Weight"), ColumnSide::Right},
                {tr("Baseline"), ColumnSide::Right},
                {tr("Reached")},
                {tr("State")}},
               parent) {}

QString GoalTable::display(const GoalRow& row, int column) const {
    const record::Goal& goal = row.goal;
    switch (column) {
    case Goal:
        return goal.text;
    case Measure:
        return goal.measure;
    case Due:
        return goal.due.isValid() ? plainDateText(goal.due) : QString();
    case Weight:
        return goal.weight ? QString::number(*goal.weight) : QString();
    case Baseline:
        return goal.baseline ? goalLevelText(*goal.baseline) : QString();
    case Reached:
        return row.latest() != nullptr
                   ? tr("%1 on %2").arg(goalLevelText(row.latest()->level), plainDateText(row.latest()->on))
                   : tr("not rated");
    default: // The state is a chip.
        return {};
    }
}

std::optional<Chip> GoalTable::chip(const GoalRow& row, int column) const {
    if (column != State) {
        return std::nullopt;
    }
    const QString& object = row.goal.text;
    switch (row.goal.state) {
    case GoalState::Met:
        return Chip{ChipKind::Done, tr("met"), object};
    case GoalState::Partly:
        return Chip{ChipKind::Planned, tr("partly met"), object};
    case GoalState::Dropped:
        return Chip{ChipKind::Planned, tr("dropped"), object};
    case GoalState::Active:
        break;
    }
    if (hasRule(row, QLatin1String("goal.due"))) {
        return Chip{ChipKind::Late, tr("day passed"), object};
    }
    if (hasRule(row, QLatin1String("goal.scale"))) {
        return Chip{ChipKind::Draft, tr("to work out"), object};
    }
    return Chip{ChipKind::Planned, tr("active"), object};
}

QVariant GoalTable::extra(const GoalRow& row, int column, int role) const {
    switch (role) {
    case StrongRole:
        return column == Goal;
    case VoiceRole:
        return column == Measure || (column == Reached && row.latest() == nullptr)
                   ? QVariant(static_cast<int>(Token::Text2))
                   : QVariant();
    case Qt::ToolTipRole:
        return column == Goal ? row.goal.text : column == Measure ? row.goal.measure : QString();
    case IdRole:
        return row.goal.id.toString();
    default: // Nothing else differs.
        return {};
    }
}

QString attainmentText(const therapy::AttainmentSummary& summary) {
    if (!summary.score) {
        return GoalTable::tr("no score: no goal is rated yet");
    }
    QStringList parts{
        GoalTable::tr("T-score %1 of %n goal(s)", nullptr, summary.rated).arg(numberText(*summary.score, 1))};
    if (summary.change) {
        parts.append(GoalTable::tr("%1 at baseline").arg(numberText(*summary.baseline, 1)));
        parts.append(GoalTable::tr("change %1").arg(signedText(*summary.change)));
    } else {
        parts.append(GoalTable::tr("no change: a baseline level is missing"));
    }
    if (summary.rated < summary.goals) {
        parts.append(GoalTable::tr("%n not rated", nullptr, summary.goals - summary.rated));
    }
    if (summary.dropped > 0) {
        parts.append(GoalTable::tr("%n dropped, not counted", nullptr, summary.dropped));
    }
    return parts.join(QStringLiteral(", "));
}

QString goalDetailText(const GoalRow& row) {
    QStringList lines;
    if (const auto* latest = row.latest()) {
        QStringList reached;
        for (const record::GoalAttainment& attained : row.attained) {
            reached.append(
                GoalTable::tr("%1 on %2").arg(goalLevelText(attained.level), plainDateText(attained.on)));
        }
        lines.append(GoalTable::tr("Reached %1. %2 stands for: %3.")
                         .arg(reached.join(QStringLiteral(", ")), goalLevelText(latest->level),
                              therapy::goalLevelWords(row.goal, latest->level)));
        if (!latest->remark.isEmpty()) {
            lines.append(latest->remark);
        }
    }
    if (!row.goal.stateReason.isEmpty()) {
        lines.append(row.goal.stateReason);
    }
    for (const base::Finding& finding : row.findings) {
        lines.append(QStringLiteral("%1 (%2, %3).")
                         .arg(finding.text, finding.source, base::confidenceMark(finding.confidence)));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace kairos::ui
