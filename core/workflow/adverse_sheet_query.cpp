// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/adverse_sheet_query.h"

#include "core/workflow/adverse_register.h"
#include "core/workflow/adverse_words.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/sheet_head.h"
#include "core/workflow/words.h"

#include "core/reports/wording.h"

#include <algorithm>

namespace kairos::workflow {

using record::Asked;

namespace {

QString joined(QStringList parts) {
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString patientWords(const record::Patient& patient) {
    return patient.mrn.isEmpty() ? Words::tr("record damaged")
                                 : Words::tr("%1, MRN %2").arg(patient.displayName(), patient.mrn);
}

QString judgedLine(const record::AdverseEvent& event) {
    const QString expected = event.expected == Asked::NotAsked ? QString()
                             : event.expected == Asked::Yes    ? Words::tr("expected")
                                                               : Words::tr("not expected");
    const QString words = joined({expected, relatedWords(event.related)});
    return words.isEmpty() ? Words::tr("not judged") : words;
}

reports::AdverseSheetLine lineOf(const AdverseRow& row, const OpenPractice& practice, const QLocale& locale) {
    const record::AdverseEvent& event = row.event;
    const auto moment = [&](const base::Instant& at) {
        return reports::momentText(at, practice.zone(), locale);
    };
    QStringList later;
    for (const record::AdverseFollowUp& line : row.followUps) {
        later.append(followUpWords(line, practice, locale));
    }
    reports::AdverseSheetLine printed;
    printed.when = moment(event.onset);
    printed.patient = patientWords(row.patient);
    printed.event = joined({event.term, event.grade ? gradeWords(*event.grade) : Words::tr("not graded"),
                            event.serious == Asked::Yes ? Words::tr("SERIOUS") : QString()});
    printed.dose =
        joined({event.session ? QString() : Words::tr("outside of a session"), row.drug,
                row.doseNumber ? Words::tr("dose %1").arg(*row.doseNumber) : QString(),
                row.onsetMinute ? Words::tr("minute %1").arg(*row.onsetMinute) : QString(),
                row.daysAfterDose ? Words::tr("%1 d after it").arg(*row.daysAfterDose) : QString()});
    printed.judged = judgedLine(event);
    const bool isSaidLater = std::any_of(row.followUps.begin(), row.followUps.end(),
                                         [](const auto& line) { return !line.outcome.isEmpty(); });
    printed.course = joined({event.action, isSaidLater ? QString() : event.outcome});
    if (!later.isEmpty()) {
        printed.course +=
            (printed.course.isEmpty() ? QString() : QStringLiteral("\n")) + later.join(QLatin1Char('\n'));
    }
    printed.over = event.resolvedAt ? moment(*event.resolvedAt) : Words::tr("goes on");
    return printed;
}

} // namespace

base::Result<reports::AdverseSheet> AdverseSheetQuery::sheet(const AdverseFilter& filter,
                                                             const QLocale& locale) const {
    const auto found = AdverseRegisterQuery(m_practice).rows(filter);
    const auto head = sheetHead(m_practice, locale);
    if (!found || !head) {
        return tl::unexpected<base::Error>(found ? head.error() : found.error());
    }
    reports::AdverseSheet sheet{*head, {}, {}, found->damaged};
    sheet.title = Words::tr("Adverse events");
    sheet.subtitle = filterWords(filter, locale);
    sheet.count =
        Words::tr("%1 of %2 events on record, the latest first").arg(found->rows.size()).arg(found->all);
    sheet.leftOut = Words::tr("Grades after CTCAE 5. Events that were entered in error are not shown.");
    for (const AdverseRow& row : found->rows) {
        sheet.lines.append(lineOf(row, m_practice, locale));
    }
    return sheet;
}

} // namespace kairos::workflow
