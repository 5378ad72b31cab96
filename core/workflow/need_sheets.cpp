// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/need_query.h"
#include "core/workflow/open_practice.h"

#include "core/storage/practice_file.h"
#include "core/storage/projection.h"
#include "core/therapy/sheet_forms.h"

namespace kairos::workflow {

using namespace record;

/// A safety plan that was not gone through again by its day is no longer known to hold. Nobody is asked for
/// one of a patient whose care has ended.
base::Outcome NeedQuery::addSheetReviews() {
    const auto due = m_practice.file().records().list<TherapySheet>(
        {.state = static_cast<qint64>(storage::SheetColumn::Reviewed),
         .beforeMs = m_today.addDays(1).startOfDay(Qt::UTC).toMSecsSinceEpoch()});
    if (!due) {
        return tl::unexpected<base::Error>(due.error());
    }
    for (const TherapySheet& sheet : due->records) {
        const auto person = patient(sheet.patient);
        if (!therapy::asksForReview(sheet, m_today) || !person || person->stage == record::Stage::Ended) {
            continue;
        }
        m_left -= 1;
        Need need;
        need.kind = NeedKind::SheetReviewDue;
        need.patient = person;
        need.therapySheet = sheet.id;
        need.detail = therapy::SheetForms::builtIn().titleOf(sheet.form).toLower();
        need.at = base::Instant::fromLocal(sheet.reviewOn, QTime(0, 0), m_practice.zone());
        m_needs.append(need);
    }
    return {};
}

} // namespace kairos::workflow
