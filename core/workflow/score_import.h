// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/import_care.h"
#include "core/workflow/rating_care.h"

#include "core/record/patient.h"
#include "core/record/rating.h"
#include "core/scales/instrument.h"
#include "core/scales/score.h"
#include "core/storage/practice_file.h"

#include <QHash>

#include <optional>

namespace kairos::workflow {

/// One run of ImportCare::importScores(): what it knows of the patients, and the batch it gathers.
class ScoreImport final {
public:
    explicit ScoreImport(OpenPractice& practice) : m_practice(practice) {}

    /// Takes one row: into the batch, as unchanged, or as rejected.
    [[nodiscard]] base::Outcome take(const exchange::ScoreRow& row);
    /// Saves the batch.
    [[nodiscard]] base::Outcome flush();

    /// The counts; `rejected` holds lines and reasons, without cells.
    [[nodiscard]] const ImportReport& report() const { return m_report; }

private:
    struct KnownRating {
        qint64 atMs = 0;
        std::optional<double> total;
    };
    /// What a row says, scored.
    struct Scored {
        const scales::Instrument& instrument;
        RatingDraft draft;
        scales::Score score;
    };
    /// A patient of the file.
    struct Subject {
        record::Patient patient;
        bool isNew = false;
        bool isCounted = false;                     ///< a row of the patient has landed
        QHash<QString, QList<KnownRating>> ratings; ///< by instrument
    };

    [[nodiscard]] base::Result<Subject*> subjectOf(const exchange::ScoreRow& row);
    [[nodiscard]] base::Result<Subject> findSubject(const exchange::ScoreRow& row) const;
    [[nodiscard]] std::optional<QString> objection(const Subject& subject,
                                                   const exchange::ScoreRow& row) const;
    [[nodiscard]] base::Outcome loadRatings(Subject& subject) const;
    [[nodiscard]] base::Outcome add(Subject& subject, const exchange::ScoreRow& row, const Scored& scored);
    [[nodiscard]] base::Outcome addRisk(const record::Rating& rating, const Scored& scored);
    void count(Subject& subject);
    void addBirthDate(Subject& subject, const exchange::ScoreRow& row);
    void reject(const exchange::ScoreRow& row, const QString& reason);

    OpenPractice& m_practice;
    ImportReport m_report;
    QHash<QString, Subject> m_subjects; ///< by folded MRN
    QList<storage::Change> m_batch;
    QHash<record::PatientId, storage::Change> m_risks; ///< of the batch
    int m_newRisks = 0;                                ///< of the batch
};

} // namespace kairos::workflow
