// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/block.h"

#include "core/reports/session_summary.h"
#include "core/workflow/summary_query.h"

#include <QCoreApplication>
#include <QList>

namespace kairos::safety {
struct SafetyRules;
}
namespace kairos::scales {
class InstrumentLibrary;
}

namespace kairos::ui {

/// What the pieces of a session summary are made from. All of it outlives the blocks.
struct SummarySource {
    const reports::SessionSummary& page;
    const workflow::SummaryBundle& bundle;
    const safety::SafetyRules& rules;
    const scales::InstrumentLibrary& instruments;
};

/// The pieces of a session summary, in the order in which they stand.
class SummaryBlocks final {
    Q_DECLARE_TR_FUNCTIONS(SummaryBlocks)

public:
    explicit SummaryBlocks(const SummarySource& source) : m_source(source) {}

    /// The bands of the whole document; those that do not fit a page any more go to the next.
    /// \param extraHeight points that the trend may grow by, where the page has room to spare
    [[nodiscard]] QList<Band> bands(double extraHeight) const;
    /// Title, practice and identity: on the first page whole, on the others in one line by the foot.
    [[nodiscard]] Block head() const;

private:
    [[nodiscard]] Block identity() const;
    [[nodiscard]] Block dose() const;
    [[nodiscard]] Block gates() const;
    [[nodiscard]] Block vitals(qsizetype first, qsizetype count, const QString& note) const;
    [[nodiscard]] Block curve() const;
    [[nodiscard]] Block ratings() const;
    [[nodiscard]] Block trend(double extraHeight) const;
    [[nodiscard]] Block eventsAndRisk() const;
    [[nodiscard]] Block nextSteps() const;
    [[nodiscard]] Block discharge() const;
    [[nodiscard]] Block note() const;
    [[nodiscard]] Block signatures() const;

    SummarySource m_source;
};

} // namespace kairos::ui
