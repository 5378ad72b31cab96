// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/dosing_view.h"

#include "core/base/result.h"
#include "core/reports/session_summary.h"

#include <QLocale>

namespace kairos::workflow {

class OpenPractice;

/// Everything a session summary is printed from, read at one moment.
struct SummaryBundle {
    reports::SummaryFacts facts;
    QList<EarlierDose> earlier; ///< for the faint curves; empty for a therapy session
    /// Doses of the course up to the session, for the trend's marks.
    QList<record::DosingSession> doses;
};

/// Reads a session for its printed summary.
class SummaryQuery final {
public:
    explicit SummaryQuery(OpenPractice& practice) : m_practice(practice) {}

    [[nodiscard]] base::Result<SummaryBundle> bundle(const record::SessionId& id,
                                                     const QLocale& locale) const;

private:
    [[nodiscard]] base::Outcome addDosing(const record::SessionId& id, SummaryBundle& bundle) const;
    /// The calls after the dose, and what was added to its adverse events.
    [[nodiscard]] base::Outcome addLater(SummaryBundle& bundle) const;
    [[nodiscard]] base::Outcome addTherapy(const record::SessionId& id, SummaryBundle& bundle) const;
    [[nodiscard]] base::Outcome addCourse(SummaryBundle& bundle) const;
    void addNextSteps(SummaryBundle& bundle) const;
    [[nodiscard]] base::Outcome addSignatures(const SessionContent& content, SummaryBundle& bundle) const;
    void addVersion(const record::SessionId& id, SummaryBundle& bundle) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
