// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/go_to_acts.h"

#include "ui/shared/key_cap.h"
#include "ui/shared/page_factory.h"

#include "core/base/search_terms.h"
#include "core/base/text.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_list.h"
#include "core/workflow/today_query.h"

#include <QCoreApplication>

#include <algorithm>

namespace kairos::ui {

using record::SessionState;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("kairos::ui::GoToBox", text);
}

/// Until the signature a session takes a monitor's file.
bool takesFile(const workflow::DayRow& row) {
    return row.isDosing && (row.state == SessionState::Arrived || row.state == SessionState::InProgress ||
                            row.state == SessionState::Held);
}

} // namespace

QList<GoToRow> goToActs(const PageContext& context, const QString& words,
                        const std::optional<record::PatientId>& opened) {
    QList<GoToRow> rows = {
        {say("Find in notes and names"), keyText(kFindKey), Icon::Search, FindPlace{}},
        {say("Register of adverse events"), say("over all patients"), Icon::Outcomes, OutcomesPlace{}},
        {say("Print the register of adverse events"), say("all events"), Icon::Print, AdverseSheetPlace{}},
        {say("Print the drug ledger"), say("for an inspection"), Icon::Print, LedgerSheetPlace{}}};
    if (opened) {
        if (const auto line = workflow::PatientList(context.practice).summary(*opened)) {
            rows.append({say("Write an adverse event: %1").arg(line->patient.displayName()),
                         say("outside of a session"), Icon::Plus,
                         ChartPlace{*opened, QString(kTabSessions), QString(kPartNewAdverse)}});
        }
    }
    const auto today = workflow::TodayQuery(context.practice).sessionsOn(context.practice.today());
    for (const workflow::DayRow& row : today.value_or(QList<workflow::DayRow>())) {
        if (takesFile(row)) {
            rows.append({say("Import a monitor's file: %1").arg(row.patient.displayName()),
                         say("dose %1").arg(row.number), Icon::Session,
                         DosingPlace{row.patient.id, row.session, false, QString(kPartMonitor)}});
        }
    }
    const QStringList wanted = base::foldForSearch(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    rows.removeIf([&](const GoToRow& row) {
        const QString title = base::foldForSearch(row.title);
        const bool isFound = std::all_of(wanted.begin(), wanted.end(),
                                         [&](const QString& word) { return title.contains(word); });
        return !isFound || !context.navigator.canOpen(row.place);
    });
    if (base::isEnoughToSearch(base::searchTerms(words)) && context.navigator.canOpen(FindPlace{})) {
        rows.append({say("Find “%1”").arg(words.trimmed()), say("in notes and names"), Icon::Search,
                     FindPlace{words.trimmed()}});
    }
    return rows;
}

} // namespace kairos::ui
