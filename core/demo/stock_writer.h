// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/calendar.h"
#include "core/record/clinician.h"
#include "core/record/dosing_session.h"
#include "core/record/ledger_entry.h"
#include "core/record/vial.h"
#include "core/storage/practice_file.h"

namespace kairos::demo {

/// The drug stock of the story: one lot, received weeks before its Monday, from which the told doses since
/// then are drawn. It has ids of its own, so that what else is told stays the same with and without a stock.
class StockWriter final {
public:
    /// `monitor` keeps the stock, `prescriber` is the second person. Everything referred to outlives the
    /// writer.
    StockWriter(Calendar& calendar, const record::Clinician& monitor, const record::Clinician& prescriber);

    /// The lot and its first line.
    [[nodiscard]] QList<storage::Change> receive();
    /// Chooses the lot for a session that starts at `start`, with the second person's check; nothing for
    /// another drug and for a dose before the lot came.
    void prepare(record::DosingSession& session, const base::Instant& start);
    /// The lines of such a session: what was drawn at its start, and once it is over the waste of the rest.
    [[nodiscard]] QList<storage::Change> draw(const record::DosingSession& session);

private:
    [[nodiscard]] storage::Change line(record::LedgerKind kind, base::Millilitres volume,
                                       const base::Instant& at,
                                       const record::DosingSession* session = nullptr);

    Calendar& m_calendar;
    const record::Clinician& m_monitor;
    const record::Clinician& m_prescriber;
    record::Vial m_vial;
};

} // namespace kairos::demo
