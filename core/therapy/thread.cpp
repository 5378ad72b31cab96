// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/thread.h"

#include "core/base/text.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace kairos::therapy {

using namespace record;

namespace {

template <class Session>
base::Instant momentOf(const Session& session) {
    return session.startedAt.value_or(session.booked.instant());
}

bool isOff(SessionState state) {
    return state == SessionState::Cancelled || state == SessionState::NoShow;
}

/// The key under which wordings are one theme.
QString themeKey(QStringView words) {
    return base::foldForSearch(words).trimmed();
}

/// Puts what was said under the doses it belongs to.
class Weaver final {
public:
    explicit Weaver(const ThreadFacts& facts) : m_facts(facts) {
        for (const DosingSession& dose : facts.doses) {
            if (!isOff(dose.state)) {
                m_given.append(dose);
            }
        }
        std::stable_sort(m_given.begin(), m_given.end(), [](const DosingSession& a, const DosingSession& b) {
            return momentOf(a) < momentOf(b);
        });
        m_doses.resize(m_given.size() + 2); // before the first, each dose, before the one to come
        for (qsizetype i = 0; i < m_given.size(); ++i) {
            const DosingSession& dose = m_given.at(i);
            m_doses[i + 1].dose = dose.id;
            m_doses[i + 1].number = dose.number;
            m_doses[i + 1].on = momentOf(dose).local(facts.zone).date();
        }
        m_doses.last().number = m_given.isEmpty() ? 1 : m_given.last().number + 1;
        for (const TherapySession& session : facts.sessions) {
            m_sessions.insert(session.id, session);
        }
    }

    QList<ThreadDose> weave() {
        addLines(ThreadPart::Intention, ThreadStepKind::Intention);
        addDoseIntentions();
        addLines(ThreadPart::Arose, ThreadStepKind::Arose);
        addLines(ThreadPart::Meaning, ThreadStepKind::Meaning);
        addCommitments();
        for (const Theme& theme : m_facts.themes) {
            const auto known = m_sessions.constFind(theme.session);
            const bool isAhead = known != m_sessions.constEnd() && known->type == TherapyType::Preparation;
            m_doses[isAhead ? nextDose(theme.session, theme.at) : lastDose(theme.session, theme.at)]
                .themes.append(theme);
        }
        QList<ThreadDose> told;
        std::copy_if(m_doses.begin(), m_doses.end(), std::back_inserter(told),
                     [](const ThreadDose& dose) { return !dose.steps.isEmpty() || !dose.themes.isEmpty(); });
        return told;
    }

private:
    /// Where a dose itself stands; none for a therapy session.
    std::optional<qsizetype> placeOf(const SessionId& session) const {
        for (qsizetype i = 0; i < m_given.size(); ++i) {
            if (m_given.at(i).id == session) {
                return i + 1;
            }
        }
        return std::nullopt;
    }
    /// When a session was; what is said of an unknown one counts by the time of writing.
    base::Instant saidAt(const SessionId& session, const base::Instant& written) const {
        const auto known = m_sessions.constFind(session);
        return known == m_sessions.constEnd() ? written : momentOf(*known);
    }
    qsizetype lastDose(const SessionId& session, const base::Instant& written) const {
        if (const auto own = placeOf(session)) {
            return *own;
        }
        const base::Instant at = saidAt(session, written);
        qsizetype place = 0;
        for (qsizetype i = 0; i < m_given.size(); ++i) {
            if (m_given.at(i).startedAt && *m_given.at(i).startedAt <= at) {
                place = i + 1;
            }
        }
        return place;
    }
    qsizetype nextDose(const SessionId& session, const base::Instant& written) const {
        if (const auto own = placeOf(session)) {
            return *own;
        }
        const base::Instant at = saidAt(session, written);
        for (qsizetype i = 0; i < m_given.size(); ++i) {
            if (momentOf(m_given.at(i)) > at) {
                return i + 1;
            }
        }
        return m_doses.size() - 1;
    }
    QDate dayOf(const SessionId& session, const base::Instant& written) const {
        return saidAt(session, written).local(m_facts.zone).date();
    }

    void addLines(ThreadPart part, ThreadStepKind kind) {
        for (const ThreadLine& line : m_facts.lines) {
            if (line.part == part) {
                const auto place = part == ThreadPart::Intention ? nextDose(line.session, line.at)
                                                                 : lastDose(line.session, line.at);
                m_doses[place].steps.append({kind, line.words, dayOf(line.session, line.at), line.session});
            }
        }
    }
    /// The dose's own intention, unless it was taken over from the preparation as it stands there.
    void addDoseIntentions() {
        for (qsizetype i = 0; i < m_given.size(); ++i) {
            const DosingSession& dose = m_given.at(i);
            QStringList prepared;
            for (const ThreadStep& step : std::as_const(m_doses.at(i + 1).steps)) {
                prepared.append(step.words);
            }
            const QString words = dose.intention.trimmed();
            if (!words.isEmpty() && !prepared.contains(words) &&
                prepared.join(QStringLiteral("; ")) != words) {
                m_doses[i + 1].steps.append(
                    {ThreadStepKind::Intention, words, m_doses.at(i + 1).on, dose.id});
            }
        }
    }
    QString goalText(const Commitment& commitment) const {
        for (const Goal& goal : m_facts.goals) {
            if (commitment.goal == goal.id) {
                return goal.text;
            }
        }
        return {};
    }
    void addCommitments() {
        for (const Commitment& commitment : m_facts.commitments) {
            auto& steps = m_doses[lastDose(commitment.session, commitment.at)].steps;
            steps.append({ThreadStepKind::Commitment, commitment.words, commitment.madeOn, commitment.session,
                          commitment.id, commitment.state, commitment.due, goalText(commitment)});
            for (const CommitmentReview& review : m_facts.reviews) {
                if (review.commitment == commitment.id) {
                    steps.append({ThreadStepKind::Review,
                                  review.remark,
                                  review.on,
                                  review.session,
                                  commitment.id,
                                  review.outcome,
                                  review.movedTo,
                                  {}});
                }
            }
        }
    }

    const ThreadFacts& m_facts;
    QList<DosingSession> m_given; ///< and booked, by time
    QHash<SessionId, TherapySession> m_sessions;
    QList<ThreadDose> m_doses;
};

} // namespace

bool isSameTheme(QStringView a, QStringView b) {
    return themeKey(a) == themeKey(b);
}

Thread::Thread(const ThreadFacts& facts) : m_doses(Weaver(facts).weave()) {}

QList<ThemeCount> Thread::themes() const {
    QList<ThemeCount> counts;
    QHash<QString, qsizetype> places;
    QSet<std::pair<QString, SessionId>> counted;
    for (const ThreadDose& dose : m_doses) {
        for (const Theme& theme : dose.themes) {
            const QString key = themeKey(theme.words);
            if (!places.contains(key)) {
                places.insert(key, counts.size());
                counts.append({theme.words, 0});
            }
            if (!counted.contains({key, theme.session})) {
                counted.insert({key, theme.session});
                counts[places.value(key)].sessions += 1;
            }
        }
    }
    std::sort(counts.begin(), counts.end(), [](const ThemeCount& a, const ThemeCount& b) {
        return a.sessions != b.sessions ? a.sessions > b.sessions : themeKey(a.words) < themeKey(b.words);
    });
    return counts;
}

QList<ThreadDose> Thread::withTheme(const QString& words) const {
    QList<ThreadDose> kept;
    for (const ThreadDose& dose : m_doses) {
        ThreadDose told = dose;
        told.themes.clear();
        QSet<SessionId> sessions;
        for (const Theme& theme : dose.themes) {
            if (isSameTheme(theme.words, words)) {
                told.themes.append(theme);
                sessions.insert(theme.session);
            }
        }
        if (told.themes.isEmpty()) {
            continue;
        }
        bool isWithCommitment = false; // reviews follow their commitment
        told.steps.clear();
        for (const ThreadStep& step : dose.steps) {
            const bool isKept =
                step.kind == ThreadStepKind::Review ? isWithCommitment : sessions.contains(step.session);
            isWithCommitment = isKept && step.commitment;
            if (isKept) {
                told.steps.append(step);
            }
        }
        kept.append(told);
    }
    return kept;
}

QString Thread::intentionFor(const SessionId& dose) const {
    QStringList words;
    for (const ThreadDose& told : m_doses) {
        if (told.dose != dose) {
            continue;
        }
        for (const ThreadStep& step : told.steps) {
            if (step.kind == ThreadStepKind::Intention && step.session != dose) {
                words.append(step.words);
            }
        }
    }
    return words.join(QStringLiteral("; "));
}

} // namespace kairos::therapy
