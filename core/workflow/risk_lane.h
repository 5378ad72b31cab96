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

/// How a risk item is closed: all three are needed.
struct RiskAssessment {
    QString assessment;
    QString plan;
    QDate nextLook;
};

/// The one lane that every sign of danger feeds. One open item a patient gathers the evidence; it closes only
/// by a documented assessment, plan and next look.
class RiskLane final {
public:
    explicit RiskLane(OpenPractice& practice) : m_practice(practice) {}

    /// The grave level of a score's suicide flags; none when it raised none.
    [[nodiscard]] static std::optional<record::RiskLevel> levelOf(const scales::Flags& flags);

    /// The same by what was answered: a question left open does not count.
    [[nodiscard]] static std::optional<record::RiskLevel> levelOfAnswers(const scales::Flags& flags);

    /// A new open item of the patient, without evidence yet.
    [[nodiscard]] record::RiskItem newItem(const record::PatientId& patient) const;
    /// The item with what the rating raised added; none when that is nothing, or nothing new.
    [[nodiscard]] static std::optional<record::RiskItem> withEvidence(record::RiskItem item,
                                                                      const record::Rating& rating,
                                                                      const scales::Instrument& instrument,
                                                                      const scales::Score& score);
    /// What saving this rating changes in the lane: a new item, or the open one with more evidence; none when
    /// the rating raises nothing.
    [[nodiscard]] base::Result<std::optional<storage::Change>>
    changeFor(const record::Rating& rating, const scales::Instrument& instrument, const scales::Score& score);

    [[nodiscard]] base::Result<std::optional<record::RiskItem>>
    openItem(const record::PatientId& patient) const;
    [[nodiscard]] base::Result<QList<record::RiskItem>> itemsOf(const record::PatientId& patient) const;
    /// Every open item of the practice, gravest first.
    [[nodiscard]] base::Result<QList<record::RiskItem>> openItems() const;

    /// Opens an item from a clinician's own finding.
    [[nodiscard]] base::Result<record::RiskItemId> open(const record::PatientId& patient,
                                                        record::RiskLevel level, const QString& evidence);
    /// InvalidInput when one of the three is missing or the next look lies in the past.
    [[nodiscard]] base::Outcome close(const record::RiskItemId& id, const RiskAssessment& assessment);

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
