// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/find_query.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/record_words.h"
#include "core/workflow/session_parts.h"

#include "core/record/records.h"
#include "core/storage/practice_file.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace kairos::workflow {

using namespace record;
using storage::SearchedRecord;

namespace {

constexpr int kMostAtOnce = 100;

QDate localDay(const base::Instant& at, const QTimeZone& zone) {
    return at.local(zone).date();
}

template <class Record>
std::optional<QDate> recordDay(const Record& value, const QTimeZone& zone) {
    if constexpr (std::is_same_v<Record, DosingSession>) {
        return value.startedAt ? localDay(*value.startedAt, zone) : value.booked.date;
    } else if constexpr (std::is_same_v<Record, Note>) {
        return localDay(value.writtenAt, zone);
    } else if constexpr (std::is_same_v<Record, Reading>) {
        return localDay(value.measuredAt, zone);
    } else if constexpr (std::is_same_v<Record, AdverseEvent>) {
        return localDay(value.onset, zone);
    } else if constexpr (std::is_same_v<Record, RiskItem>) {
        return localDay(value.openedAt, zone);
    } else if constexpr (std::is_same_v<Record, GoalAttainment> || std::is_same_v<Record, CommitmentReview>) {
        return value.on;
    } else if constexpr (std::is_same_v<Record, Commitment>) {
        return value.madeOn;
    } else if constexpr (std::is_same_v<Record, Consent>) {
        return value.given;
    } else if constexpr (std::is_same_v<Record, Document>) {
        return value.dated;
    } else if constexpr (std::is_same_v<Record, TherapySheet>) {
        return value.date;
    } else if constexpr (std::is_same_v<Record, SessionEvent> || std::is_same_v<Record, AdverseFollowUp> ||
                         std::is_same_v<Record, GateCheck> || std::is_same_v<Record, ScreeningFinding> ||
                         std::is_same_v<Record, ThreadLine> || std::is_same_v<Record, Theme>) {
        return localDay(value.at, zone);
    } else {
        return std::nullopt;
    }
}

template <class Record>
std::optional<SessionId> sessionIdOf(const Record& value) {
    if constexpr (std::is_same_v<Record, DosingSession>) {
        return value.id;
    } else if constexpr (std::is_same_v<Record, Note> || std::is_same_v<Record, Reading> ||
                         std::is_same_v<Record, SessionEvent> || std::is_same_v<Record, AdverseEvent> ||
                         std::is_same_v<Record, GateCheck> || std::is_same_v<Record, GoalAttainment> ||
                         std::is_same_v<Record, Commitment> || std::is_same_v<Record, ThreadLine> ||
                         std::is_same_v<Record, Theme> || std::is_same_v<Record, CommitmentReview> ||
                         std::is_same_v<Record, Document> || std::is_same_v<Record, TherapySheet>) {
        return value.session;
    } else {
        return std::nullopt;
    }
}

template <class Record>
bool isAddendum(const Record& value) {
    if constexpr (std::is_same_v<Record, Note>) {
        return value.addendumTo.has_value();
    } else if constexpr (std::is_same_v<Record, AdverseFollowUp>) {
        return value.kind == FollowUpKind::Addendum;
    } else {
        return false;
    }
}

template <class Record>
std::optional<AdverseEventId> eventIdOf(const Record& value) {
    if constexpr (std::is_same_v<Record, AdverseEvent>) {
        return value.id;
    } else if constexpr (std::is_same_v<Record, AdverseFollowUp>) {
        return value.event;
    } else {
        return std::nullopt;
    }
}

template <class Record>
std::optional<GoalId> goalOf(const Record& value) {
    if constexpr (std::is_same_v<Record, Goal>) {
        return value.id;
    } else if constexpr (std::is_same_v<Record, GoalAttainment>) {
        return value.goal;
    } else {
        return std::nullopt;
    }
}

/// Loads the records behind the hits of one search.
class HitLoader final {
public:
    HitLoader(OpenPractice& practice, const QList<base::SearchTerm>& terms)
        : m_practice(practice), m_terms(terms) {}

    void load(const SearchedRecord& hit, FindAnswer& answer) {
        withRecordType(hit.kind, [&]<class Record>() {
            if constexpr (isSearched(Record::kKind)) {
                const auto value =
                    m_practice.file().records().template find<Record>(decltype(Record::id){hit.id});
                if (!value) {
                    answer.damaged.append(kindWords(hit.kind) + QLatin1Char(' ') + hit.id.toString());
                } else if (value->has_value()) {
                    add(hit, **value, answer);
                }
            }
        });
    }

    /// Takes the former versions out whose present one is a hit, too, or that stand behind another one.
    void joinVersions(FindAnswer& answer) const {
        QSet<base::Uuid> told;
        for (const FoundRecord& found : std::as_const(answer.records)) {
            if (!found.isFormer) {
                told.insert(found.id);
            }
        }
        QList<FoundRecord> joined;
        for (const FoundRecord& found : std::as_const(answer.records)) {
            const auto standing = m_standing.value(found.id);
            if (!found.isFormer || !told.contains(standing)) {
                joined.append(found);
                told.insert(found.isFormer ? standing : found.id);
            }
        }
        answer.records = joined;
    }

private:
    template <class Record>
    void add(const SearchedRecord& hit, const Record& value, FindAnswer& answer) {
        const auto patient = patientOf(hit.patient);
        if (!patient) {
            return;
        }
        FoundRecord found;
        found.kind = hit.kind;
        found.id = hit.id;
        found.patient = *patient;
        found.day = recordDay(value, m_practice.zone());
        found.isAddendum = isAddendum(value);
        if constexpr (std::is_same_v<Record, Note>) {
            const NoteId standing = standingOf(value);
            found.isFormer = standing != value.id;
            m_standing.insert(hit.id, standing.uuid);
        }
        found.adverse = eventIdOf(value);
        found.goal = goalOf(value);
        if constexpr (std::is_same_v<Record, ScreeningFinding>) {
            found.condition = value.condition;
        }
        if (const auto session = sessionIdOf(value)) {
            found.session = sessionOf(*session);
        } else if constexpr (std::is_same_v<Record, AdverseFollowUp>) {
            const auto event = m_practice.file().records().template find<AdverseEvent>(value.event);
            if (event && event->has_value() && (*event)->session) {
                found.session = sessionOf(*(*event)->session);
            }
        }
        found.passage = passageOf(searchedPieces(value), m_terms);
        answer.records.append(found);
    }

    bool hasSignature(const base::Uuid& target) const {
        storage::RowFilter any;
        any.parent = target;
        any.limit = 1;
        const auto signatures = m_practice.file().records().list<Signature>(any);
        return signatures && !signatures->records.isEmpty();
    }

    /// The version that stands of a note and its amendments: the latest. Only what is signed is amended: most
    /// notes are answered without a look at the others of their session.
    NoteId standingOf(const Note& note) const {
        if (note.addendumTo || !(hasSignature(note.id.uuid) || hasSignature(note.session.uuid))) {
            return note.id;
        }
        storage::RowFilter ofSession;
        ofSession.parent = note.session.uuid;
        const auto notes = m_practice.file().records().list<Note>(ofSession);
        if (!notes) {
            return note.id;
        }
        const Note* standing = &note;
        for (const Note& other : notes->records) {
            if (other.amends == firstVersionOf(note) &&
                (standing->isFirst() || standing->writtenAt < other.writtenAt)) {
                standing = &other;
            }
        }
        return standing->id;
    }

    std::optional<Patient> patientOf(const std::optional<PatientId>& id) {
        if (!id) {
            return std::nullopt;
        }
        if (!m_patients.contains(*id)) {
            const auto found = m_practice.file().records().find<Patient>(*id);
            m_patients.insert(*id, found ? *found : std::nullopt);
        }
        return m_patients.value(*id);
    }

    std::optional<FoundSession> sessionOf(const SessionId& id) const {
        const auto dosing = m_practice.file().records().find<DosingSession>(id);
        if (dosing && dosing->has_value()) {
            return FoundSession{id, std::nullopt, (*dosing)->number};
        }
        const auto therapy = m_practice.file().records().find<TherapySession>(id);
        if (therapy && therapy->has_value()) {
            return FoundSession{id, (*therapy)->type, (*therapy)->number};
        }
        return std::nullopt;
    }

    OpenPractice& m_practice;
    const QList<base::SearchTerm>& m_terms;
    QHash<PatientId, std::optional<Patient>> m_patients;
    QHash<base::Uuid, base::Uuid> m_standing; ///< of each note that was found
};

} // namespace

base::Result<FindAnswer> FindQuery::find(const FindRequest& request) const {
    FindAnswer answer;
    const QList<base::SearchTerm> terms = base::searchTerms(request.text);
    if (!base::isEnoughToSearch(terms)) {
        answer.state = terms.isEmpty() ? FindAnswer::State::NothingTyped : FindAnswer::State::TooShort;
        return answer;
    }
    auto& index = m_practice.file().fullText();
    const auto isComplete = index.isComplete();
    if (!isComplete) {
        return tl::unexpected<base::Error>(isComplete.error());
    }
    if (!*isComplete) {
        answer.state = FindAnswer::State::NotReady;
        return answer;
    }
    const int limit = std::clamp(request.limit, 1, kMostAtOnce);
    const int offset = std::max(0, request.offset);
    const auto hits = index.find({terms, request.patient, offset + limit + 1});
    if (!hits) {
        return tl::unexpected<base::Error>(hits.error());
    }
    HitLoader loader(m_practice, terms);
    for (const SearchedRecord& hit : hits->mid(offset, limit)) {
        loader.load(hit, answer);
    }
    loader.joinVersions(answer);
    answer.hasMore = hits->size() > offset + limit;
    return answer;
}

base::Result<double> FindQuery::prepare() const {
    return m_practice.file().fullText().buildStep();
}

base::Outcome FindQuery::startAnew() const {
    return m_practice.file().fullText().startAnew();
}

} // namespace kairos::workflow
