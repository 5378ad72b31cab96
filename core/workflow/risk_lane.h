// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/rating.h"
#include "core/record/risk_item.h"
#include "core/scales/score.h"
#include "core/storage/practice_file.h"

#include <QDate>

#include <optional>

namespace kairos::scales {
struct Instrument;
}

namespace kairos::workflow {

class OpenPractice;

/// What a clinician writes at a risk item. Closing needs all of it; without a level the item's own stands.
struct RiskAssessment {
    QString assessment;
    QString plan;
    QDate nextLook;
    std::optional<record::RiskLevel> level = {};
};

/// The one lane that every sign of danger feeds. One item a patient and course gathers the evidence. A new
/// sign opens a closed item again when it is graver than was assessed at closing, or when the practice's days
/// are over (safety/risk_rules.h); below both it is noted at the closed item, so that whoever looks sees it.
class RiskLane final {
public:
    explicit RiskLane(OpenPractice& practice) : m_practice(practice) {}

    /// The gravest level of the rules a score raised that are marked for the lane; none when there is none.
    [[nodiscard]] static std::optional<record::RiskLevel> levelOf(const scales::Instrument& instrument,
                                                                  const scales::Score& score);
    /// The same by what was answered: a rule about nothing but an open question does not count.
    [[nodiscard]] static std::optional<record::RiskLevel> levelOfAnswers(const scales::Instrument& instrument,
                                                                         const scales::Score& score);
    /// What a rating brings to the lane, in the words of its rules; none when it raises nothing.
    [[nodiscard]] static std::optional<record::RiskEvidence>
    signOf(const record::Rating& rating, const scales::Instrument& instrument, const scales::Score& score);

    /// The item a new sign of the patient belongs to: the open one, else the last closed one of the course,
    /// else a new one, which has no evidence yet.
    [[nodiscard]] base::Result<record::RiskItem> itemFor(const record::PatientId& patient) const;
    /// The item with the sign: added, opened again, or noted at the closed item. None when it says nothing
    /// new. \pre the sign has a level
    [[nodiscard]] std::optional<record::RiskItem> withSign(record::RiskItem item,
                                                           const record::RiskEvidence& sign) const;
    /// What saving this rating changes in the lane; none when the rating raises nothing, or nothing new.
    [[nodiscard]] base::Result<std::optional<storage::Change>> changeFor(const record::Rating& rating,
                                                                         const scales::Instrument& instrument,
                                                                         const scales::Score& score) const;

    [[nodiscard]] base::Result<std::optional<record::RiskItem>>
    openItem(const record::PatientId& patient) const;
    [[nodiscard]] base::Result<QList<record::RiskItem>> itemsOf(const record::PatientId& patient) const;
    /// Every open item of the practice, gravest first.
    [[nodiscard]] base::Result<QList<record::RiskItem>> openItems() const;
    /// The days after which an equal sign opens a closed item again: the practice's own, else the default.
    [[nodiscard]] int reopenAfterDays() const;

    /// Opens an item, or the closed one of the course again, from a clinician's own finding.
    [[nodiscard]] base::Result<record::RiskItemId> open(const record::PatientId& patient,
                                                        record::RiskLevel level, const QString& evidence);
    /// Writes assessment and plan into the open item, which stays open. InvalidInput when one is missing.
    [[nodiscard]] base::Outcome assess(const record::RiskItemId& id, const RiskAssessment& assessment);
    /// InvalidInput when assessment, plan or next look is missing or the next look lies in the past.
    [[nodiscard]] base::Outcome close(const record::RiskItemId& id, const RiskAssessment& assessment);

private:
    [[nodiscard]] base::Result<record::RiskItem> openItemToWrite(const record::RiskItemId& id,
                                                                 const QString& what) const;
    void write(record::RiskItem& item, const RiskAssessment& assessment) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
