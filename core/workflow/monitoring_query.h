// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/ids.h"
#include "core/reports/monitoring_sheet.h"

#include <QLocale>

namespace kairos::workflow {

class OpenPractice;

/// Reads a session of esketamine for its monitoring worksheet.
class MonitoringQuery final {
public:
    explicit MonitoringQuery(OpenPractice& practice) : m_practice(practice) {}

    /// Refused: the session is no dose of the nasal spray.
    [[nodiscard]] base::Result<reports::MonitoringSheet> sheet(const record::SessionId& id,
                                                               const QLocale& locale) const;

private:
    OpenPractice& m_practice;
};

/// Whether the risk programme of esketamine asks for this session.
[[nodiscard]] bool isMonitored(const record::DosingSession& session);

} // namespace kairos::workflow
