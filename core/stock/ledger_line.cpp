// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stock/ledger_line.h"

#include <cmath>

namespace kairos::stock {

using record::LedgerKind;

bool isDevice(const record::Vial& vial) {
    return vial.keeping == record::VialKeeping::Device;
}

double unitsIn(const record::Vial& vial, base::Millilitres volume) {
    return vial.volume.value > 0 ? volume.value / vial.volume.value : 0;
}

base::Milligrams drugIn(const record::Vial& vial, base::Millilitres volume) {
    return base::Milligrams{volume.value * vial.strength.value};
}

base::Millilitres wholeVials(const record::Vial& vial, int count) {
    return vial.volume * count;
}

int vialsToOpen(const record::Vial& vial, base::Millilitres drawn) {
    if (drawn.value <= kSameMl || vial.volume.value <= 0) {
        return 0;
    }
    return static_cast<int>(std::ceil((drawn.value - kSameMl) / vial.volume.value));
}

base::Millilitres changeOf(const record::LedgerEntry& entry) {
    switch (entry.kind) {
    case LedgerKind::Received:
        return entry.volume;
    case LedgerKind::Drawn:
    case LedgerKind::Wasted:
    case LedgerKind::Returned:
        return entry.volume * -1.0;
    case LedgerKind::Counted:
        return entry.volume - entry.expected.value_or(entry.volume);
    case LedgerKind::Counter:
        break;
    }
    return {};
}

} // namespace kairos::stock
