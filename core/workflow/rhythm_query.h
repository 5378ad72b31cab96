// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/result.h"
#include "core/outcomes/scale_rhythms.h"
#include "core/workflow/rating_query.h"

#include <QList>

namespace kairos::workflow {

class OpenPractice;

/// The scales that are due by the sessions of a course or after a dose, beside what the plan asks for. A
/// rhythm asks for nothing where the practice switched it off, or where the running plan asks for the scale
/// by itself. A form whose answers were all declined counts as done: nobody is asked twice.
class RhythmQuery final {
public:
    explicit RhythmQuery(OpenPractice& practice,
                         const outcomes::ScaleRhythms& rhythms = outcomes::ScaleRhythms::builtIn())
        : m_practice(practice), m_rhythms(rhythms) {}

    /// What is due now, in the file's order. Storage.
    [[nodiscard]] base::Result<QList<RatingDuty>> duties(const record::PatientId& patient) const;
    /// What the last rating of the alliance asks to be talked about in the running course. Storage.
    [[nodiscard]] base::Result<base::Findings> alliance(const record::PatientId& patient) const;

private:
    struct Records;
    [[nodiscard]] base::Result<Records> load(const record::PatientId& patient) const;
    [[nodiscard]] base::Outcome loadPlans(const record::PatientId& patient, Records& records) const;
    [[nodiscard]] QList<RatingDuty> dutiesBy(const Records& records) const;
    /// The days of the counted sessions of the course that runs, oldest first; none when none runs.
    [[nodiscard]] QList<QDate> courseDays(const outcomes::SessionRhythm& rhythm,
                                          const Records& records) const;
    [[nodiscard]] bool isKept(const QString& rhythm, const QString& instrument, const Records& records) const;
    [[nodiscard]] bool isRatedAfter(const record::DosingSession& dose, const outcomes::DoseRhythm& rhythm,
                                    const Records& records) const;
    void addCourse(const outcomes::SessionRhythm& rhythm, const Records& records,
                   QList<RatingDuty>& duties) const;
    void addDoses(const outcomes::DoseRhythm& rhythm, const Records& records,
                  QList<RatingDuty>& duties) const;
    [[nodiscard]] QDate dayOf(const base::Instant& at) const;

    OpenPractice& m_practice;
    const outcomes::ScaleRhythms& m_rhythms;
};

} // namespace kairos::workflow
