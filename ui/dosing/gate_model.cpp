// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/gate_model.h"

#include <algorithm>

namespace kairos::ui {

using safety::GateLine;
using safety::GateState;

namespace {

int rankOf(const GateLine& line) {
    if (!line.holds()) {
        return 2;
    }
    return line.level == base::FindingLevel::Stop ? 0 : 1;
}

} // namespace

GateModel::GateModel(QObject* parent)
    : RowModel<GateLine>({{tr("Criterion")}, {tr("Evidence")}, {tr("State")}}, parent) {}

QList<GateLine> GateModel::sorted(QList<GateLine> lines) {
    std::stable_sort(lines.begin(), lines.end(),
                     [](const GateLine& a, const GateLine& b) { return rankOf(a) < rankOf(b); });
    return lines;
}

QString GateModel::display(const GateLine& line, int column) const {
    switch (column) {
    case Criterion:
        return line.text;
    case Evidence:
        return line.state == GateState::Overridden ? tr("overridden: %1").arg(line.overrideReason)
                                                   : line.evidence;
    case State: {
        const auto state = chip(line, column);
        return state ? state->word : QString();
    }
    }
    return {};
}

std::optional<Chip> GateModel::chip(const GateLine& line, int column) const {
    if (column != State) {
        return std::nullopt;
    }
    switch (line.state) {
    case GateState::Met:
        return Chip{ChipKind::Done, tr("met"), line.text};
    case GateState::NotApplicable:
        return Chip{ChipKind::Planned, tr("n/a"), line.text};
    case GateState::Overridden:
        return Chip{ChipKind::Late, tr("overridden"), line.text};
    case GateState::NotMet:
        return line.level == base::FindingLevel::Stop ? Chip{ChipKind::Blocked, tr("holds"), line.text}
                                                      : Chip{ChipKind::Late, tr("open"), line.text};
    }
    return std::nullopt;
}

QVariant GateModel::extra(const GateLine& line, int column, int role) const {
    if (role == IdRole) {
        return line.id;
    }
    if (role == StrongRole) {
        return column == Criterion && line.holds();
    }
    if (role == VoiceRole && column != Criterion) {
        return static_cast<int>(Token::Text2);
    }
    return {};
}

} // namespace kairos::ui
