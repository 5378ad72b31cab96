// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stock/lot_standing.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace kairos::stock {

using namespace record;

namespace {

/// Of one moment, what was received comes first and what takes a line back comes last.
int rankOf(LedgerKind kind) {
    return kind == LedgerKind::Received ? 0 : kind == LedgerKind::Counter ? 2 : 1;
}

RegisterLine* lineOf(QList<RegisterLine>& lines, const LedgerEntryId& id) {
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&id](const RegisterLine& line) { return line.entry.id == id; });
    return found == lines.end() ? nullptr : &*found;
}

/// What single-dose vials hold after drawing: a rest may not be used for another patient.
QList<OpenRest> restsOf(const Vial& vial, const QList<RegisterLine>& lines) {
    QList<OpenRest> rests;
    if (vial.keeping != VialKeeping::SingleDose) {
        return rests;
    }
    const auto rest = [&rests](const LedgerEntry& entry) -> OpenRest& {
        const auto found = std::find_if(rests.begin(), rests.end(), [&entry](const OpenRest& open) {
            return open.session == *entry.session;
        });
        return found != rests.end() ? *found : rests.emplaceBack(OpenRest{*entry.session, entry.patient, {}});
    };
    for (const RegisterLine& line : lines) {
        if (line.isTakenBack || !line.entry.session) {
            continue;
        }
        const LedgerEntry& entry = line.entry;
        if (entry.kind == LedgerKind::Drawn) {
            // A booster is drawn from what the opened vial still holds, and from a new one after that.
            auto& open = rest(entry).volume;
            open = open + wholeVials(vial, vialsToOpen(vial, entry.volume - open)) - entry.volume;
        } else if (entry.kind == LedgerKind::Wasted) {
            auto& open = rest(entry).volume;
            open = open - entry.volume;
        }
    }
    rests.removeIf([](const OpenRest& open) { return open.volume.value <= kSameMl; });
    return rests;
}

} // namespace

base::Millilitres LotStanding::usable() const {
    base::Millilitres left = balance;
    for (const OpenRest& rest : rests) {
        left = left - rest.volume;
    }
    return std::max(left, base::Millilitres{});
}

base::Millilitres LotStanding::restOf(const SessionId& session) const {
    for (const OpenRest& rest : rests) {
        if (rest.session == session) {
            return rest.volume;
        }
    }
    return {};
}

const RegisterLine* LotStanding::line(const LedgerEntryId& id) const {
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&id](const RegisterLine& line) { return line.entry.id == id; });
    return found == lines.end() ? nullptr : &*found;
}

LotStanding standingOf(const Vial& vial, QList<LedgerEntry> entries) {
    std::sort(entries.begin(), entries.end(), [](const LedgerEntry& a, const LedgerEntry& b) {
        return std::tuple(a.at.utcMs, rankOf(a.kind), a.id) < std::tuple(b.at.utcMs, rankOf(b.kind), b.id);
    });
    LotStanding standing;
    for (const LedgerEntry& entry : entries) {
        RegisterLine line{entry, changeOf(entry), {}, false};
        if (entry.kind == LedgerKind::Counter && entry.takesBack) {
            if (RegisterLine* wrong = lineOf(standing.lines, *entry.takesBack)) {
                wrong->isTakenBack = true;
                line.change = wrong->change * -1.0;
            }
        }
        standing.balance = standing.balance + line.change;
        // Sums of decimal fractions leave dust, which is no stock.
        if (std::abs(standing.balance.value) < kSameMl) {
            standing.balance = {};
        }
        line.balance = standing.balance;
        standing.lines.append(line);
    }
    standing.amount = drugIn(vial, standing.balance);
    standing.rests = restsOf(vial, standing.lines);
    return standing;
}

} // namespace kairos::stock
