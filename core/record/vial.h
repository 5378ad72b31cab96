// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/units.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QDate>
#include <QString>

namespace kairos::record {

/// Whether what is left in an opened vial may be used again. A device is a nasal spray: it is counted, drawn
/// and wasted whole.
enum class VialKeeping { SingleDose = 1, MultiDose = 2, Device = 3 };

/// One lot of vials in the practice's stock, as the label says. What became of it stands in its ledger.
struct Vial {
    static constexpr RecordKind kKind = RecordKind::Vial;

    VialId id;
    QString drug;
    base::MilligramsPerMillilitre strength;
    base::Millilitres volume; ///< of one vial
    QString lot;
    QDate expiry; ///< the last day of use
    VialKeeping keeping = VialKeeping::SingleDose;
    int received = 0; ///< vials, 1 or more
    base::Instant receivedAt;

    bool operator==(const Vial&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.drug);
        visit(3, self.strength);
        visit(4, self.volume);
        visit(5, self.lot);
        visit(6, self.expiry);
        visit(7, self.keeping);
        visit(8, self.received);
        visit(9, self.receivedAt);
    }
};

} // namespace kairos::record
