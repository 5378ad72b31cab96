// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/record/commitment.h"
#include "core/therapy/thread_rules.h"

#include <QDate>
#include <QList>

namespace kairos::therapy {

/// The commitment as its reviews leave it: state by the latest, its day by the latest that moved it.
/// `reviews`: its own, oldest first.
[[nodiscard]] record::Commitment settled(record::Commitment commitment,
                                         const QList<record::CommitmentReview>& reviews);

/// Whether it waits for a person: open, and its day `rules.askAfterDays` or more past.
[[nodiscard]] bool isOverdue(const record::Commitment& commitment, QDate today, const ThreadRules& rules);

/// What is to be said of a commitment today; nothing once it is kept or dropped, or while its day is to come.
[[nodiscard]] base::Findings commitmentFindings(const record::Commitment& commitment, QDate today,
                                                const ThreadRules& rules);

} // namespace kairos::therapy
