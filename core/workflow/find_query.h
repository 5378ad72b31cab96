// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/found_passage.h"

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/record/patient.h"
#include "core/record/therapy_session.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// What is looked for, as a person typed it: see base::searchTerms.
struct FindRequest {
    QString text;
    std::optional<record::PatientId> patient = {}; ///< this one's records alone
    int offset = 0;                                ///< how many hits were shown before
    int limit = 20;                                ///< at most 100
};

/// The session that a hit belongs to.
struct FoundSession {
    record::SessionId id;
    std::optional<record::TherapyType> therapy; ///< none of a dosing session
    int number = 0;
};

/// One record that was found, with the passage that shows why.
struct FoundRecord {
    record::RecordKind kind = record::RecordKind::Note;
    base::Uuid id;
    record::Patient patient;
    std::optional<FoundSession> session;
    std::optional<QDate> day; ///< in the practice's zone; none of a name, a medicine, a goal
    bool isAddendum = false;  ///< to what was signed before
    bool isFormer = false;    ///< a version of a note that was amended since
    std::optional<record::AdverseEventId> adverse; ///< which this is, or follows up
    std::optional<record::GoalId> goal;            ///< which this is, or a level of
    QString condition; ///< which contraindication an answer belongs to; empty for all else
    FoundPassage passage;
};

struct FindAnswer {
    /// TooShort: fewer than two letters. NotReady: the index is to be made first, see FindQuery::prepare.
    enum class State { NothingTyped, TooShort, NotReady, Done };

    State state = State::Done;
    QList<FoundRecord> records;
    bool hasMore = false; ///< further ones follow behind these
    QStringList damaged;  ///< hits whose record does not fit its own check: named and not shown
};

/// The full-text search of a practice: names, notes, goals and what else record/searched_text.h names, in
/// the text that holds now. What was entered in error is not found. Of an amended note one version is a hit:
/// the one that stands, or a former one where only that has the words.
class FindQuery final {
public:
    explicit FindQuery(OpenPractice& practice) : m_practice(practice) {}

    /// Damaged: the index is; the next prepare() makes it anew. Storage.
    [[nodiscard]] base::Result<FindAnswer> find(const FindRequest& request) const;
    /// One step towards an index that holds everything: how much is done, 1 when it is ready. Only a practice
    /// from before the search, or one whose index is lost, takes more than one.
    [[nodiscard]] base::Result<double> prepare() const;
    /// The next prepare() begins a new index.
    [[nodiscard]] base::Outcome startAnew() const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
