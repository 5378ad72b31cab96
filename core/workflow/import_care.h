// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/score_csv.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace kairos::workflow {

class OpenPractice;

/// What became of a file of scores. Every row of it is accepted, unchanged or rejected.
struct ImportReport {
    qint64 accepted = 0;                   ///< rows that became a rating
    qint64 unchanged = 0;                  ///< rows whose rating the chart already holds
    qint64 patientsNew = 0;                ///< patients the file brought
    qint64 patientsMatched = 0;            ///< patients of the practice that rows belong to, by MRN
    qint64 riskItems = 0;                  ///< risk items opened or added to
    QStringList header;                    ///< of the file
    QList<exchange::RejectedRow> rejected; ///< in the order of the file
};

/// Bringing in what other programs hold.
class ImportCare final {
public:
    explicit ImportCare(OpenPractice& practice) : m_practice(practice) {}

    /// Takes in a file of scores (exchange/score_csv.h). Patients are matched by MRN; those the practice does
    /// not know are registered. A row is rejected, besides what readScores() rejects, when its MRN is that of
    /// a patient with another birth date or an altogether different name, when it lies before that patient's
    /// birth, or when the chart holds another score of the instrument at that time. An answer that shows
    /// danger opens or adds to the patient's risk item; a question that the file does not answer does not.
    /// Saved in batches: after a failure the same file can be taken in again, and what had landed counts as
    /// unchanged. Refused: the signed-in person may not import. InvalidInput: the file as a whole.
    [[nodiscard]] base::Result<ImportReport> importScores(const QByteArray& bytes);

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
