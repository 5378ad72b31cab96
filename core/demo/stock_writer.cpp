// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/stock_writer.h"

#include "core/stock/ledger_line.h"

namespace kairos::demo {

using namespace record;
using base::Instant;

namespace {

constexpr int kReceivedDay = -58; ///< of the story, whose Monday is day 0
constexpr int kExpiryDay = 510;
constexpr int kVials = 60;

} // namespace

StockWriter::StockWriter(Calendar& calendar, const Clinician& monitor, const Clinician& prescriber)
    : m_calendar(calendar), m_monitor(monitor), m_prescriber(prescriber) {
    const Instant at = calendar.instant({kReceivedDay, QTime(8, 20)});
    m_vial.id = calendar.id<VialId>(at);
    m_vial.drug = QStringLiteral("ketamine (racemic)");
    m_vial.strength = base::MilligramsPerMillilitre{50};
    m_vial.volume = base::Millilitres{2};
    m_vial.lot = QStringLiteral("7K22");
    m_vial.expiry = calendar.date(kExpiryDay);
    m_vial.keeping = VialKeeping::SingleDose;
    m_vial.received = kVials;
    m_vial.receivedAt = at;
}

storage::Change StockWriter::line(LedgerKind kind, base::Millilitres volume, const Instant& at,
                                  const DosingSession* session) {
    LedgerEntry entry;
    entry.id = m_calendar.id<LedgerEntryId>(at);
    entry.vial = m_vial.id;
    entry.kind = kind;
    entry.at = at;
    entry.by = m_monitor.id;
    entry.volume = volume;
    entry.amount = stock::drugIn(m_vial, volume);
    if (session != nullptr) {
        entry.session = session->id;
        entry.patient = session->patient;
    }
    if (kind == LedgerKind::Wasted) {
        entry.witness = m_prescriber.id;
    }
    return {Action::Created, entry, {}, storage::Origin{Actor{m_monitor.id, m_monitor.name}, at}};
}

QList<storage::Change> StockWriter::receive() {
    const Actor monitor{m_monitor.id, m_monitor.name};
    return {{Action::Created, m_vial, {}, storage::Origin{monitor, m_vial.receivedAt}},
            line(LedgerKind::Received, stock::wholeVials(m_vial, m_vial.received), m_vial.receivedAt)};
}

void StockWriter::prepare(DosingSession& session, const Instant& start) {
    if (session.drug != m_vial.drug || !session.dose || start < m_vial.receivedAt) {
        return;
    }
    session.vial = m_vial.id;
    session.expiry = m_vial.expiry;
    DoseCheck check;
    check.by = m_prescriber.id;
    check.at = start.plusMinutes(-6);
    check.drug = session.drug;
    check.dose = *session.dose;
    check.volume = base::Millilitres{session.dose->value / m_vial.strength.value};
    session.check = check;
}

QList<storage::Change> StockWriter::draw(const DosingSession& session) {
    if (!session.vial) {
        return {};
    }
    const base::Millilitres volume{session.dose->value / m_vial.strength.value};
    QList<storage::Change> changes = {line(LedgerKind::Drawn, volume, *session.startedAt, &session)};
    if (session.stoppedAt) {
        const auto opened = stock::wholeVials(m_vial, stock::vialsToOpen(m_vial, volume));
        changes.append(
            line(LedgerKind::Wasted, opened - volume, session.stoppedAt->plusMinutes(6), &session));
    }
    return changes;
}

} // namespace kairos::demo
