// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/monitoring_sheet.h"

#include "core/reports/monitoring_data.h"
#include "core/reports/wording.h"
#include "core/reports/words.h"

#include <algorithm>

namespace kairos::reports {
namespace {

/// Where a datum stands on the sheet; one that no section names stands in the last.
const QList<std::pair<const char*, QStringList>>& sections() {
    static const QList<std::pair<const char*, QStringList>> kSections = {
        {QT_TRANSLATE_NOOP("Words", "Patient"),
         {QStringLiteral("name"), QStringLiteral("born"), QStringLiteral("sex"),
          QStringLiteral("first-session"), QStringLiteral("enrolment")}},
        {QT_TRANSLATE_NOOP("Words", "Who and where"), {QStringLiteral("monitor"), QStringLiteral("setting")}},
        {QT_TRANSLATE_NOOP("Words", "Dose and time"),
         {QStringLiteral("date"), QStringLiteral("dose"), QStringLiteral("lot"), QStringLiteral("duration"),
          QStringLiteral("two-hours"), QStringLiteral("could-leave")}},
        {QT_TRANSLATE_NOOP("Words", "Vital signs"),
         {QStringLiteral("signs-before"), QStringLiteral("signs-end"), QStringLiteral("pressure-before"),
          QStringLiteral("pressure-after"), QStringLiteral("pressure-end"), QStringLiteral("oximetry")}},
        {QT_TRANSLATE_NOOP("Words", "What happened"), {}}};
    return kSections;
}

QString sectionOf(const QString& item) {
    for (const auto& [title, ids] : sections()) {
        if (ids.contains(item)) {
            return Words::tr(title);
        }
    }
    return Words::tr(sections().last().first);
}

QStringList noticeOf(const MonitoringSheet& sheet, const MonitoringFacts& facts,
                     const safety::MonitoringForm& form, const std::optional<base::Instant>& begin) {
    QStringList notice = {
        Words::tr("A worksheet to transcribe from. It is not the form of the risk programme and "
                  "does not take its place: fill that one in at the programme's web page or on "
                  "its paper.")};
    if (begin) {
        const QDate due = begin->local(facts.session.zone).date().addDays(form.submitDays.value);
        notice.append(Words::tr("The form is due within %1 days of the session: by %2.")
                          .arg(form.submitDays.value)
                          .arg(dayText(due, facts.session.locale)));
    }
    const int count = sheet.missing();
    notice.append(count == 0 ? Words::tr("Nothing is missing in the record.")
                             : Words::tr("%n datum(s) missing in the record, each marked with what to do.",
                                         nullptr, count));
    return notice;
}

} // namespace

int MonitoringSheet::missing() const {
    int count = 0;
    for (const MonitoringSection& section : sections) {
        count += static_cast<int>(std::count_if(section.lines.begin(), section.lines.end(),
                                                [](const MonitoringLine& line) { return line.isMissing; }));
    }
    return count;
}

const MonitoringLine* MonitoringSheet::line(const QString& id) const {
    for (const MonitoringSection& section : sections) {
        for (const MonitoringLine& line : section.lines) {
            if (line.id == id) {
                return &line;
            }
        }
    }
    return nullptr;
}

MonitoringSheet monitoringSheet(const MonitoringFacts& facts, const safety::MonitoringForm& form) {
    const MonitoringData data(facts, form);
    const auto& session = *facts.session.dosing;
    MonitoringSheet sheet;
    sheet.title = Words::tr("Monitoring worksheet");
    sheet.subtitle = Words::tr("%1, session %2, %3")
                         .arg(session.drug)
                         .arg(session.number)
                         .arg(dayText(session.booked.date, facts.session.locale));
    sheet.identity = identityOf(facts.session, session.booked.date);
    for (const auto& [title, ids] : sections()) {
        sheet.sections.append({Words::tr(title), {}});
    }
    for (const safety::MonitoringItem& item : form.items) {
        const QString title = sectionOf(item.id);
        for (MonitoringSection& section : sheet.sections) {
            if (section.title == title) {
                section.lines.append(data.answer(item.id));
            }
        }
    }
    sheet.sections.insert(1, {Words::tr("Medicines taken now"), data.medication()});
    sheet.notice = noticeOf(sheet, facts, form, data.begin());
    sheet.sources = form.sources;
    sheet.sources.append(form.note);
    sheet.sources.append(form.unsourced);
    sheet.leftOut = Words::tr("Left out: notes, other ratings, readings between those named.");
    return sheet;
}

} // namespace kairos::reports
