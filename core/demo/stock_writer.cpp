// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/stock_writer.h"

#include "core/stock/ledger_line.h"

namespace kairos::demo {

using namespace record;
using base::Instant;

namespace {

/// Days are those of the story, whose Monday is day 0.
Vial vialLot() {
    Vial vial;
    vial.drug = QStringLiteral("ketamine (racemic)");
    vial.strength = base::MilligramsPerMillilitre{50};
    vial.volume = base::Millilitres{2};
    vial.lot = QStringLiteral("7K22");
    vial.keeping = VialKeeping::SingleDose;
    vial.received = 60;
    return vial;
}
const Moment kVialsCame{-58, QTime(8, 20)};
constexpr int kVialExpiryDay = 510;

Vial deviceLot(const protocols::EsketamineDevices& devices) {
    Vial vial;
    vial.drug = QStringLiteral("esketamine nasal spray");
    vial.strength = base::MilligramsPerMillilitre{devices.mgPerDevice / devices.mlPerDevice};
    vial.volume = base::Millilitres{devices.mlPerDevice};
    vial.lot = QStringLiteral("ES-0417");
    vial.keeping = VialKeeping::Device;
    vial.received = 6;
    return vial;
}
const Moment kDevicesCame{-13, QTime(8, 35)};
constexpr int kDeviceExpiryDay = 420;

} // namespace

StockWriter::StockWriter(Calendar& calendar, const People& people,
                         const protocols::EsketamineDevices& devices)
    : m_calendar(calendar), m_people(people), m_lots{vialLot(), deviceLot(devices)} {
    const auto came = [&](Vial& vial, const Moment& moment, int expiryDay) {
        vial.receivedAt = calendar.instant(moment);
        vial.id = calendar.id<VialId>(vial.receivedAt);
        vial.expiry = calendar.date(expiryDay);
    };
    came(m_lots.first(), kVialsCame, kVialExpiryDay);
    came(m_lots.last(), kDevicesCame, kDeviceExpiryDay);
}

LedgerEntry StockWriter::line(const Vial& vial, LedgerKind kind, base::Millilitres volume,
                              const Instant& at) {
    LedgerEntry entry;
    entry.id = m_calendar.id<LedgerEntryId>(at);
    entry.vial = vial.id;
    entry.kind = kind;
    entry.at = at;
    entry.by = m_people.monitor.id;
    entry.volume = volume;
    entry.amount = stock::drugIn(vial, volume);
    return entry;
}

LedgerEntry StockWriter::lineFor(const DosingSession& session, LedgerKind kind, base::Millilitres volume,
                                 const Instant& at) {
    LedgerEntry entry = line(*lotOf(session), kind, volume, at);
    entry.session = session.id;
    entry.patient = session.patient;
    if (kind == LedgerKind::Wasted) {
        entry.witness = m_people.prescriber.id;
    }
    return entry;
}

storage::Change StockWriter::written(const LedgerEntry& entry) const {
    const Actor monitor{m_people.monitor.id, m_people.monitor.name};
    return {Action::Created, entry, {}, storage::Origin{monitor, entry.at}};
}

const Vial* StockWriter::lotOf(const DosingSession& session) const {
    for (const Vial& vial : m_lots) {
        if (vial.drug == session.drug) {
            return &vial;
        }
    }
    return nullptr;
}

QList<storage::Change> StockWriter::receive() {
    const Actor monitor{m_people.monitor.id, m_people.monitor.name};
    QList<storage::Change> changes;
    for (const Vial& vial : std::as_const(m_lots)) {
        changes.append({Action::Created, vial, {}, storage::Origin{monitor, vial.receivedAt}});
        changes.append(written(
            line(vial, LedgerKind::Received, stock::wholeVials(vial, vial.received), vial.receivedAt)));
    }
    return changes;
}

void StockWriter::prepare(DosingSession& session, const Instant& start) const {
    const Vial* vial = lotOf(session);
    if (vial == nullptr || !session.dose || start < vial->receivedAt) {
        return;
    }
    session.vial = vial->id;
    session.lot = vial->lot;
    session.expiry = vial->expiry;
    DoseCheck check;
    check.by = m_people.prescriber.id;
    check.at = start.plusMinutes(-6);
    check.drug = session.drug;
    check.dose = *session.dose;
    if (!stock::isDevice(*vial)) {
        check.volume = base::Millilitres{session.dose->value / vial->strength.value};
    }
    session.check = check;
}

QList<storage::Change> StockWriter::draw(const DosingSession& session, const QList<SessionEvent>& sprays) {
    if (!session.vial) {
        return {};
    }
    const Vial& vial = *lotOf(session);
    QList<storage::Change> changes;
    if (stock::isDevice(vial)) {
        for (const SessionEvent& spray : sprays) {
            LedgerEntry drawn = lineFor(session, LedgerKind::Drawn, stock::wholeVials(vial, 1), spray.at);
            drawn.event = spray.id;
            changes.append(written(drawn));
        }
        return changes;
    }
    const base::Millilitres volume{session.dose->value / vial.strength.value};
    changes.append(written(lineFor(session, LedgerKind::Drawn, volume, *session.startedAt)));
    if (session.stoppedAt) {
        const auto opened = stock::wholeVials(vial, stock::vialsToOpen(vial, volume));
        changes.append(written(
            lineFor(session, LedgerKind::Wasted, opened - volume, session.stoppedAt->plusMinutes(6))));
    }
    return changes;
}

} // namespace kairos::demo
