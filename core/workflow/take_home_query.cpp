// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/take_home_query.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/sheet_head.h"
#include "core/workflow/thread_query.h"
#include "core/workflow/words.h"

#include "core/record/patient.h"
#include "core/storage/practice_file.h"
#include "core/therapy/take_home_text.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

QString longDay(QDate day, const QLocale& locale) {
    return locale.toString(day, QStringLiteral("ddd d MMM yyyy"));
}

/// Preparation and integration are words patients hear in the clinic; any other session is one.
QString sessionWords(TherapyType type) {
    return type == TherapyType::Preparation   ? Words::tr("preparation")
           : type == TherapyType::Integration ? Words::tr("integration")
                                              : Words::tr("therapy session");
}

struct Appointed {
    base::Appointment booked;
    QString words;
};

QStringList appointmentsOf(const QList<DosingSession>& doses, const QList<TherapySession>& sessions,
                           const base::Instant& now, const QLocale& locale) {
    QList<Appointed> ahead;
    for (const DosingSession& dose : doses) {
        if (dose.state == SessionState::Planned && dose.booked.instant() >= now) {
            ahead.append({dose.booked, Words::tr("dose")});
        }
    }
    for (const TherapySession& session : sessions) {
        if (session.state == SessionState::Planned && session.booked.instant() >= now) {
            ahead.append({session.booked, sessionWords(session.type)});
        }
    }
    std::stable_sort(ahead.begin(), ahead.end(), [](const Appointed& a, const Appointed& b) {
        return a.booked.instant() < b.booked.instant();
    });
    QStringList lines;
    for (const Appointed& next : std::as_const(ahead)) {
        lines.append(Words::tr("%1, %2: %3")
                         .arg(longDay(next.booked.date, locale),
                              next.booked.time.toString(QStringLiteral("HH:mm")), next.words));
    }
    return lines;
}

/// The latest dose that has an intention: the one to come before the last one given.
void takeIntention(reports::TakeHome& page, const therapy::Thread& thread, const QLocale& locale) {
    for (const therapy::ThreadDose& dose : thread.doses()) {
        QStringList words;
        for (const therapy::ThreadStep& step : dose.steps) {
            if (step.kind == therapy::ThreadStepKind::Intention) {
                words.append(step.words);
            }
        }
        if (!words.isEmpty()) {
            page.intention = words.join(QStringLiteral("; "));
            page.intentionOf =
                dose.on.isValid()
                    ? Words::tr("for dose %1, %2").arg(QString::number(dose.number), longDay(dose.on, locale))
                    : Words::tr("for dose %1").arg(dose.number);
        }
    }
}

void takeCommitments(reports::TakeHome& page, const therapy::Thread& thread, const QLocale& locale) {
    QList<therapy::ThreadStep> open;
    for (const therapy::ThreadDose& dose : thread.doses()) {
        for (const therapy::ThreadStep& step : dose.steps) {
            const bool isOpen = step.kind == therapy::ThreadStepKind::Commitment &&
                                step.state != CommitmentState::Kept && step.state != CommitmentState::Dropped;
            if (isOpen) {
                open.append(step);
            } else if (!open.isEmpty() && step.commitment == open.last().commitment && step.due.isValid()) {
                open.last().due = step.due; // a later session moved it
            }
        }
    }
    std::stable_sort(
        open.begin(), open.end(),
        [](const therapy::ThreadStep& a, const therapy::ThreadStep& b) { return a.due < b.due; });
    for (const therapy::ThreadStep& step : std::as_const(open)) {
        page.commitments.append(Words::tr("“%1”, by %2").arg(step.words, longDay(step.due, locale)));
    }
}

} // namespace

base::Result<reports::TakeHome> TakeHomeQuery::page(const PatientId& patient, const QLocale& locale) const {
    const auto person = m_practice.file().records().find<Patient>(patient);
    const auto head = sheetHead(m_practice, locale);
    const auto thread = ThreadQuery(m_practice).ofPatient(patient);
    const auto doses = SessionDesk(m_practice).dosingOf(patient);
    const auto sessions = SessionDesk(m_practice).therapyOf(patient);
    for (const auto* error : {person ? nullptr : &person.error(), head ? nullptr : &head.error(),
                              thread ? nullptr : &thread.error(), doses ? nullptr : &doses.error(),
                              sessions ? nullptr : &sessions.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    if (!*person) {
        return base::fail(base::ErrorCode::NotFound, Words::tr("The take-home page was not made"),
                          Words::tr("there is no such patient"), Words::tr("choose the patient again"));
    }
    reports::TakeHome page{*head, {}, {}, {}, {}, {}, {}};
    page.title = Words::tr("For you to take home");
    page.subtitle = whoseSheet(**person, locale);
    page.leftOut = Words::tr("Confidential. Intention and commitments are in your own words.");
    takeIntention(page, *thread, locale);
    takeCommitments(page, *thread, locale);
    page.appointments = appointmentsOf(*doses, *sessions, m_practice.now(), locale);
    for (const therapy::TakeHomePart& part : therapy::TakeHomeText::builtIn().parts) {
        page.advice.append({part.title, part.lines});
    }
    page.crisisText = m_practice.practice().crisisText.trimmed();
    return page;
}

} // namespace kairos::workflow
