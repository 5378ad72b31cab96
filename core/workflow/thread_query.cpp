// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/thread_query.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/patient_reads.h"
#include "core/workflow/words.h"

#include "core/record/session_event.h"
#include "core/storage/practice_file.h"
#include "core/therapy/commitments.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

constexpr qint64 kYearMs = 365LL * 86'400'000;

/// All or nothing: a thread with a hole in it would be told as if it were whole.
template <class Record>
base::Result<QList<Record>> whole(base::Result<storage::Loaded<Record>> loaded) {
    if (!loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    if (!loaded->damaged.isEmpty()) {
        return base::fail(
            base::ErrorCode::Damaged, Words::tr("The thread was not read"),
            Words::tr("a record is damaged: %1").arg(loaded->damaged.join(QStringLiteral(", "))),
            Words::tr("restore a backup"));
    }
    return std::move(loaded->records);
}

QDate sessionDay(const TherapySession& session, const QTimeZone& zone) {
    return session.startedAt ? session.startedAt->local(zone).date() : session.booked.date;
}

void addDistinct(QStringList& words, const QString& theme) {
    const bool isKnown = std::any_of(
        words.begin(), words.end(), [&](const QString& known) { return therapy::isSameTheme(known, theme); });
    if (!isKnown) {
        words.append(theme);
    }
}

/// The commitments of other sessions that come up in this one.
QList<OpenCommitment> comingUp(const therapy::ThreadFacts& facts, const TherapySession& session,
                               QDate today) {
    const auto& rules = therapy::ThreadRules::builtIn();
    QList<OpenCommitment> open;
    for (const Commitment& commitment : facts.commitments) {
        if (commitment.session == session.id || commitment.madeOn > sessionDay(session, facts.zone)) {
            continue;
        }
        OpenCommitment row{commitment, {}, {}, {}};
        for (const CommitmentReview& review : facts.reviews) {
            if (review.commitment == commitment.id && review.session == session.id) {
                row.here = review;
            } else if (review.commitment == commitment.id) {
                row.earlier.append(review);
            }
        }
        if (row.here || commitment.isOpen()) {
            row.findings =
                row.here ? base::Findings() : therapy::commitmentFindings(commitment, today, rules);
            open.append(row);
        }
    }
    std::stable_sort(open.begin(), open.end(), [](const OpenCommitment& a, const OpenCommitment& b) {
        return a.here.has_value() != b.here.has_value() ? b.here.has_value()
                                                        : a.commitment.dueNow() < b.commitment.dueNow();
    });
    return open;
}

template <class Record>
QList<Record> ofSessionOnly(const QList<Record>& all, const SessionId& session) {
    QList<Record> own;
    std::copy_if(all.begin(), all.end(), std::back_inserter(own),
                 [&](const Record& value) { return value.session == session; });
    return own;
}

} // namespace

base::Result<therapy::ThreadFacts> ThreadQuery::factsOf(const PatientId& patient) const {
    auto& records = m_practice.file().records();
    auto& reads = m_practice.reads();
    const storage::RowFilter own{.patient = patient};
    therapy::ThreadFacts facts;
    facts.zone = m_practice.zone();
    return whole(reads.all<DosingSession>(patient))
        .and_then([&](QList<DosingSession> doses) {
            facts.doses = std::move(doses);
            return whole(reads.all<TherapySession>(patient));
        })
        .and_then([&](QList<TherapySession> sessions) {
            facts.sessions = std::move(sessions);
            return whole(records.list<ThreadLine>(own));
        })
        .and_then([&](QList<ThreadLine> lines) {
            facts.lines = std::move(lines);
            return whole(records.list<Commitment>(own));
        })
        .and_then([&](QList<Commitment> commitments) {
            facts.commitments = std::move(commitments);
            return whole(records.list<CommitmentReview>(own));
        })
        .and_then([&](QList<CommitmentReview> reviews) {
            facts.reviews = std::move(reviews);
            return whole(records.list<Theme>(own));
        })
        .and_then([&](QList<Theme> themes) {
            facts.themes = std::move(themes);
            return whole(records.list<Goal>(own));
        })
        .map([&](QList<Goal> goals) {
            facts.goals = std::move(goals);
            return facts;
        });
}

base::Result<therapy::Thread> ThreadQuery::ofPatient(const PatientId& patient) const {
    return factsOf(patient).map([](const therapy::ThreadFacts& facts) { return therapy::Thread(facts); });
}

QStringList ThreadQuery::suggestionsOf(const therapy::ThreadFacts& facts) const {
    QStringList words;
    for (const Theme& theme : facts.themes) {
        addDistinct(words, theme.words);
    }
    const auto ofYear = m_practice.file().records().list<Theme>({.fromMs = m_practice.now().utcMs - kYearMs});
    if (ofYear) {
        for (const Theme& theme : ofYear->records) {
            addDistinct(words, theme.words);
        }
    }
    return words;
}

QStringList ThreadQuery::aroseIn(const DosingSession& dose) const {
    QStringList words;
    const auto events = m_practice.file().records().list<SessionEvent>({.parent = dose.id.uuid});
    if (events) {
        for (const SessionEvent& event : events->records) {
            if (event.type == EventType::Observation && !event.text.isEmpty()) {
                words.append(event.text);
            }
        }
    }
    words.removeDuplicates();
    return words;
}

base::Result<SessionThread> ThreadQuery::ofSession(const TherapySession& session) const {
    const auto facts = factsOf(session.patient);
    if (!facts) {
        return tl::unexpected<base::Error>(facts.error());
    }
    SessionThread thread;
    thread.open = comingUp(*facts, session, m_practice.today());
    thread.lines = ofSessionOnly(facts->lines, session.id);
    thread.made = ofSessionOnly(facts->commitments, session.id);
    thread.themes = ofSessionOnly(facts->themes, session.id);
    thread.suggestions = suggestionsOf(*facts);
    const base::Instant at = session.startedAt.value_or(session.booked.instant());
    for (const DosingSession& dose : facts->doses) {
        if (dose.startedAt && *dose.startedAt <= at &&
            (!thread.lastDose || *thread.lastDose->startedAt < *dose.startedAt)) {
            thread.lastDose = dose;
        }
    }
    if (thread.lastDose) {
        thread.arose = aroseIn(*thread.lastDose);
    }
    return thread;
}

base::Result<QString> ThreadQuery::intentionFor(const DosingSession& dose) const {
    return ofPatient(dose.patient).map([&](const therapy::Thread& thread) {
        return thread.intentionFor(dose.id);
    });
}

} // namespace kairos::workflow
