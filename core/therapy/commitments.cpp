// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/commitments.h"

#include "core/therapy/words.h"

#include <QLocale>

namespace kairos::therapy {

using namespace record;

Commitment settled(Commitment commitment, const QList<CommitmentReview>& reviews) {
    commitment.state = CommitmentState::Open;
    commitment.movedTo = {};
    for (const CommitmentReview& review : reviews) {
        commitment.state = review.outcome;
        if (review.movedTo.isValid()) {
            commitment.movedTo = review.movedTo;
        }
    }
    return commitment;
}

bool isOverdue(const Commitment& commitment, QDate today, const ThreadRules& rules) {
    return commitment.isOpen() && commitment.dueNow().addDays(rules.askAfterDays) <= today;
}

base::Findings commitmentFindings(const Commitment& commitment, QDate today, const ThreadRules& rules) {
    if (!commitment.isOpen() || commitment.dueNow() >= today) {
        return {};
    }
    const QString day = QLocale().toString(commitment.dueNow(), QStringLiteral("d MMM yyyy"));
    const bool isLate = isOverdue(commitment, today, rules);
    return {{isLate ? base::FindingLevel::Caution : base::FindingLevel::Information,
             QStringLiteral("commitment.due"),
             Words::tr("Its day was %1: ask what became of it").arg(day),
             rules.askSource,
             rules.askConfidence,
             {}}};
}

} // namespace kairos::therapy
