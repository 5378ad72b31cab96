// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/interaction_table.h"

#include "ui/chart/screening_words.h"
#include "ui/shared/formats.h"

#include <algorithm>

namespace kairos::ui {
namespace {

/// Where a line stands: what was not checked comes after the cautions and before the rest.
int rankOf(const InteractionLine& line) {
    if (!line.finding) {
        return 2;
    }
    switch (line.finding->level) {
    case safety::InteractionLevel::Strong:
        return 0;
    case safety::InteractionLevel::Caution:
        return 1;
    case safety::InteractionLevel::Information:
        return 3;
    case safety::InteractionLevel::NoneNamed:
        return 4;
    }
    return 4;
}

InteractionLine lineOf(const QString& typed, const workflow::ScreeningView& view) {
    InteractionLine line;
    line.medicine = typed;
    for (const record::Medication& medicine : view.medication) {
        if (medicine.name == typed) {
            line.id = medicine.id;
            line.dose = medicine.dose;
            line.confirmed =
                medicine.confirmed
                    ? InteractionTable::tr("confirmed %1", "a day").arg(plainDateText(*medicine.confirmed))
                    : InteractionTable::tr("never confirmed");
        }
    }
    return line;
}

} // namespace

QList<InteractionLine> interactionLines(const workflow::ScreeningView& view) {
    QList<InteractionLine> lines;
    for (const auto& finding : view.interactions.findings) {
        InteractionLine line = lineOf(finding.typed, view);
        line.finding = finding;
        lines.append(line);
    }
    for (const auto& unchecked : view.interactions.unchecked) {
        InteractionLine line = lineOf(unchecked.typed, view);
        line.unchecked = unchecked;
        lines.append(line);
    }
    std::stable_sort(lines.begin(), lines.end(), [](const InteractionLine& a, const InteractionLine& b) {
        return rankOf(a) < rankOf(b);
    });
    return lines;
}

InteractionTable::InteractionTable(QObject* parent)
    : RowModel({{tr("Level")}, {tr("Medicine")}, {tr("What to know")}, {tr("Source")}}, parent) {}

QString InteractionTable::title(const InteractionLine& line) {
    const QString medicine =
        line.dose.isEmpty() ? line.medicine : QStringLiteral("%1, %2").arg(line.medicine, line.dose);
    return line.confirmed.isEmpty() ? medicine : QStringLiteral("%1 (%2)").arg(medicine, line.confirmed);
}

QString InteractionTable::text(const InteractionLine& line) {
    if (line.finding) {
        return QStringLiteral("%1: %2 %3")
            .arg(line.finding->className, line.finding->effect, line.finding->action);
    }
    const QString unknown =
        line.unchecked->isPart
            ? tr("\"%1\" is not in our list: not checked.").arg(line.unchecked->words.join(QLatin1Char(' ')))
            : tr("Not in our list: not checked.");
    const QString look = tr("Look it up before a dose.");
    if (line.unchecked->didYouMean.isEmpty()) {
        return QStringLiteral("%1 %2").arg(unknown, look);
    }
    return tr("%1 Did you mean %2? Correct the name in the patient form. %3")
        .arg(unknown, line.unchecked->didYouMean.join(tr(" or ")), look);
}

QString InteractionTable::source(const InteractionLine& line) {
    return line.finding ? ScreeningWords::sourced(line.finding->source, line.finding->confidence) : QString();
}

QString InteractionTable::display(const InteractionLine& line, int column) const {
    switch (column) {
    case Medicine:
        return line.medicine;
    case Effect:
        return text(line);
    case Source:
        return line.finding ? ScreeningWords::marked(line.finding->source, line.finding->confidence)
                            : QString();
    default: // The level is a chip.
        return {};
    }
}

std::optional<Chip> InteractionTable::chip(const InteractionLine& line, int column) const {
    if (column != Level) {
        return std::nullopt;
    }
    return line.finding ? ScreeningWords::level(line.finding->level, line.medicine)
                        : ScreeningWords::notChecked(line.medicine);
}

QVariant InteractionTable::extra(const InteractionLine& line, int column, int role) const {
    if (role == Qt::ToolTipRole) {
        return column == Effect ? text(line) : display(line, column);
    }
    if (role == StrongRole) {
        return column == Medicine;
    }
    if (role == LeadRole && column == Effect && line.finding) {
        return line.finding->className;
    }
    if (role == VoiceRole && column == Source) {
        return static_cast<int>(Token::Text2);
    }
    return {};
}

} // namespace kairos::ui
