// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/outcomes/dose_mark.h"
#include "core/storage/practice_file.h"
#include "core/workflow/open_practice.h"

namespace kairos::cli {

/// Every record of a kind that a patient has, oldest first. Damaged when one of them does not fit its hash:
/// a list that leaves it out would read as if it had never been.
template <class Record>
[[nodiscard]] base::Result<QList<Record>> recordsOf(const workflow::OpenPractice& practice,
                                                    const record::PatientId& patient) {
    storage::RowFilter filter;
    filter.patient = patient;
    const auto loaded = practice.file().records().list<Record>(filter);
    if (!loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    if (!loaded->damaged.isEmpty()) {
        return base::fail(base::ErrorCode::Damaged, QStringLiteral("The records were not listed"),
                          QStringLiteral("%1 does not fit its hash").arg(loaded->damaged.first()),
                          QStringLiteral("run kairos-cli verify --deep, and keep this file"));
    }
    return loaded->records;
}

/// The doses a patient was given, against which ratings are judged.
[[nodiscard]] base::Result<outcomes::Course> courseOf(const workflow::OpenPractice& practice,
                                                      const record::PatientId& patient);

} // namespace kairos::cli
