// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/step_lists.h"

#include "ui/plan/plan_words.h"

#include "ui/shared/formats.h"

namespace kairos::ui {
namespace {

constexpr qsizetype kMostNext = 4; // what comes after is seen on the axis

QList<ColumnSpec> courseColumns(CourseColumns kind) {
    if (kind == CourseColumns::MovedSteps) {
        return {
            {PlanWords::tr("Step")}, {PlanWords::tr("Now")}, {PlanWords::tr("Then")}, {PlanWords::tr("Why")}};
    }
    return {{PlanWords::tr("Step")}, {PlanWords::tr("Aims at")}, {PlanWords::tr("Window")}};
}

QString rangeOf(const std::optional<record::StepWindow>& window) {
    if (!window) {
        return PlanWords::tr("no date fits");
    }
    return window->earliest == window->latest
               ? pointText(window->earliest)
               : rangeText(pointText(window->earliest), pointText(window->latest));
}

QString targetOrUnfit(const std::optional<record::StepWindow>& window) {
    return window ? pointText(window->target) : PlanWords::tr("no date fits");
}

void appendLines(QList<NextLine>& lines, const QList<planning::StepStatus>& statuses,
                 const workflow::PlanView& view, const QDateTime& now) {
    for (const planning::StepStatus& status : statuses) {
        const auto* row = view.row(status.key);
        if (row == nullptr) {
            continue;
        }
        const QString waits = waitsText(*row, view);
        const QString lead = stepLead(*row);
        const QString window = windowText(row->step.window);
        // One day is not said twice.
        const QString rest = !waits.isEmpty()        ? PlanWords::tr("Waits for %1").arg(waits)
                             : lead.endsWith(window) ? PlanWords::tr("on this day only")
                                                     : window;
        Chip chip = stepChip(*row, now);
        if (chip.kind == ChipKind::Planned) {
            chip = {ChipKind::Next, chipWord(ChipKind::Next), row->step.title};
        }
        lines.append({status.key, chip, lead, rest});
    }
}

} // namespace

QList<NextLine> nextLines(const workflow::PlanView& view, const QDateTime& now) {
    QList<NextLine> lines;
    appendLines(lines, view.next.blocked, view, now);
    appendLines(lines, view.next.late, view, now);
    appendLines(lines, view.next.next.mid(0, kMostNext), view, now);
    return lines;
}

NextModel::NextModel(QObject* parent)
    : RowModel<NextLine>({{PlanWords::tr("State")}, {PlanWords::tr("Step")}}, parent) {}

QString NextModel::display(const NextLine& line, int column) const {
    return column == 0 ? line.state.word : QStringLiteral("%1. %2").arg(line.lead, line.rest);
}

std::optional<Chip> NextModel::chip(const NextLine& line, int column) const {
    return column == 0 ? std::optional(line.state) : std::nullopt;
}

QVariant NextModel::extra(const NextLine& line, int column, int role) const {
    if (role == IdRole) {
        return line.key;
    }
    return role == LeadRole && column == 1 ? QVariant(line.lead) : QVariant();
}

ActualModel::ActualModel(QObject* parent)
    : RowModel<planning::KindActual>({{PlanWords::tr("Strand")},
                                      {PlanWords::tr("held"), ColumnSide::Right},
                                      {PlanWords::tr("in window"), ColumnSide::Right},
                                      {PlanWords::tr("off plan")}},
                                     parent) {}

QString ActualModel::display(const planning::KindActual& row, int column) const {
    switch (column) {
    case 0:
        return kindText(row.kind);
    case 1:
        return PlanWords::tr("%1 of %2").arg(row.held).arg(row.planned);
    case 2:
        return QString::number(row.inWindow);
    default: // What went another way than planned.
        break;
    }
    QStringList off;
    if (row.late > 0) {
        off.append(PlanWords::tr("%1 late").arg(row.late));
    }
    if (row.missed > 0) {
        off.append(PlanWords::tr("%1 missed").arg(row.missed));
    }
    if (row.waived > 0) {
        off.append(PlanWords::tr("%1 waived").arg(row.waived));
    }
    return off.isEmpty() ? PlanWords::tr("none") : off.join(QStringLiteral(", "));
}

QVariant ActualModel::extra(const planning::KindActual& row, int column, int role) const {
    const bool isOff = row.late > 0 || row.missed > 0;
    return role == VoiceRole && column == 3
               ? QVariant(static_cast<int>(isOff ? Token::Caution : Token::Text2))
               : QVariant();
}

CourseModel::CourseModel(CourseColumns columns, QObject* parent)
    : RowModel<CourseLine>(courseColumns(columns), parent), m_kind(columns) {}

QString CourseModel::display(const CourseLine& line, int column) const {
    if (column == 0) {
        return line.title;
    }
    if (m_kind == CourseColumns::MovedSteps) {
        return column == 3 ? line.why : targetOrUnfit(column == 1 ? line.before : line.after);
    }
    return column == 1 ? targetOrUnfit(line.after) : rangeOf(line.after);
}

QVariant CourseModel::extra(const CourseLine& line, int column, int role) const {
    if (role == StrongRole) {
        return column == (m_kind == CourseColumns::MovedSteps ? 2 : 1);
    }
    if (role == VoiceRole && !line.after && (column == 1 || column == 2)) {
        return static_cast<int>(Token::Caution);
    }
    return {};
}

} // namespace kairos::ui
