// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/calendar.h"
#include "core/protocols/dose_limits.h"
#include "core/record/clinician.h"
#include "core/record/dosing_session.h"
#include "core/record/ledger_entry.h"
#include "core/record/session_event.h"
#include "core/record/vial.h"
#include "core/storage/practice_file.h"

namespace kairos::demo {

/// The drug stock of the story: a lot of vials and one of nasal devices, received weeks before its Monday,
/// from which the told doses since then are drawn. It has ids of its own, so that what else is told stays the
/// same with and without a stock.
class StockWriter final {
public:
    /// Who keeps the stock, and who is the second person.
    struct People {
        const record::Clinician& monitor;
        const record::Clinician& prescriber;
    };

    /// Everything referred to outlives the writer.
    StockWriter(Calendar& calendar, const People& people, const protocols::EsketamineDevices& devices);

    /// The lots, each with its first line.
    [[nodiscard]] QList<storage::Change> receive();
    /// Chooses the lot for a session that starts at `start`, with the second person's check; nothing for
    /// a drug that is not in stock and for a dose before its lot came.
    void prepare(record::DosingSession& session, const base::Instant& start) const;
    /// The lines of such a session: what was drawn at its start, and once it is over the waste of the rest;
    /// of devices one line each, with its sprays.
    [[nodiscard]] QList<storage::Change> draw(const record::DosingSession& session,
                                              const QList<record::SessionEvent>& sprays);

private:
    [[nodiscard]] record::LedgerEntry line(const record::Vial& vial, record::LedgerKind kind,
                                           base::Millilitres volume, const base::Instant& at);
    [[nodiscard]] record::LedgerEntry lineFor(const record::DosingSession& session, record::LedgerKind kind,
                                              base::Millilitres volume, const base::Instant& at);
    [[nodiscard]] storage::Change written(const record::LedgerEntry& entry) const;
    /// Of the session's drug; null when none is in stock.
    [[nodiscard]] const record::Vial* lotOf(const record::DosingSession& session) const;

    Calendar& m_calendar;
    People m_people;
    QList<record::Vial> m_lots;
};

} // namespace kairos::demo
