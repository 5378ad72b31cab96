// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stock/lot_rules.h"

namespace kairos::support {

/// An id that is told apart by its last byte.
template <class Id>
Id numbered(quint8 number) {
    Id id;
    id.uuid.bytes[15] = number;
    return id;
}

/// A lot of 10 mL vials at 50 mg/mL, good to the end of 2026, with the lines a test writes.
struct Lot {
    record::Vial vial;
    QList<record::LedgerEntry> entries;

    explicit Lot(record::VialKeeping keeping = record::VialKeeping::SingleDose, int vials = 3) {
        vial.id = numbered<record::VialId>(1);
        vial.drug = QStringLiteral("ketamine");
        vial.strength = base::MilligramsPerMillilitre{50};
        vial.volume = base::Millilitres{10};
        vial.lot = QStringLiteral("K-2211");
        vial.expiry = QDate(2026, 12, 31);
        vial.keeping = keeping;
        vial.received = vials;
        add(record::LedgerKind::Received, vials * 10.0);
    }
    /// A line that nobody has written yet.
    [[nodiscard]] record::LedgerEntry line(record::LedgerKind kind, double ml) const {
        record::LedgerEntry entry;
        entry.id = numbered<record::LedgerEntryId>(static_cast<quint8>(entries.size() + 1));
        entry.vial = vial.id;
        entry.kind = kind;
        entry.at = base::Instant{1000 * (entries.size() + 1), 0};
        entry.by = numbered<record::ClinicianId>(1);
        entry.volume = base::Millilitres{ml};
        return entry;
    }
    record::LedgerEntry& add(record::LedgerKind kind, double ml) {
        entries.append(line(kind, ml));
        return entries.last();
    }
    record::LedgerEntry& drawFor(quint8 session, double ml) {
        auto& entry = add(record::LedgerKind::Drawn, ml);
        entry.session = numbered<record::SessionId>(session);
        return entry;
    }
    [[nodiscard]] record::LedgerEntry witnessed(record::LedgerKind kind, double ml) const {
        auto entry = line(kind, ml);
        entry.witness = numbered<record::ClinicianId>(2);
        return entry;
    }
    [[nodiscard]] record::LedgerEntry takingBack(qsizetype at) const {
        auto entry = line(record::LedgerKind::Counter, 0);
        entry.takesBack = entries.at(at).id;
        entry.reason = QStringLiteral("wrong lot");
        return entry;
    }
    [[nodiscard]] stock::LotStanding standing() const { return stock::standingOf(vial, entries); }
    [[nodiscard]] base::Outcome check(const record::LedgerEntry& entry) const {
        return stock::checkLine(vial, standing(), entry);
    }
};

} // namespace kairos::support
