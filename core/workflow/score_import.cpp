// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/score_import.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_checks.h"
#include "core/workflow/person_name.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/base/text.h"
#include "core/scales/scoring.h"

#include <cmath>

namespace kairos::workflow {

using namespace record;
using exchange::ScoreRow;

namespace {

constexpr auto kNotImported = QT_TRANSLATE_NOOP("Words", "The file was not imported");

/// Large enough that the disk's wait for each transaction does not count, small enough for any PC's memory.
constexpr qsizetype kBatch = 4000;
/// Means and percentages carry rounding in their last digits.
constexpr double kSameTotal = 1e-6;

RatingDraft draftOf(const ScoreRow& row, const PatientId& patient, const scales::Instrument& instrument) {
    RatingDraft draft;
    draft.patient = patient;
    draft.instrument = row.instrument;
    draft.mode = instrument.rater == scales::Rater::Clinician ? RatingMode::Clinician : RatingMode::Paper;
    draft.assessedAt = row.at;
    draft.timeKnown = row.timeKnown;
    draft.answers = row.answers;
    if (row.answers.isEmpty()) {
        draft.total = row.total;
    }
    return draft;
}

base::Result<scales::Score> importedScore(const RatingDraft& draft, const scales::Instrument& instrument,
                                          Sex sex) {
    const std::span<const Answer> answers(draft.answers.constData(),
                                          static_cast<size_t>(draft.answers.size()));
    return draft.total ? scales::scoreTotal(instrument, *draft.total, {sex, {}})
                       : scales::score(instrument, answers, {sex, {}});
}

bool isSameScore(const std::optional<double>& a, const std::optional<double>& b) {
    return a && b ? std::abs(*a - *b) < kSameTotal : a.has_value() == b.has_value();
}

} // namespace

base::Outcome ScoreImport::take(const ScoreRow& row) {
    const auto found = subjectOf(row);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    Subject& subject = **found;
    if (const auto reason = objection(subject, row)) {
        reject(row, *reason);
        return {};
    }
    const auto* instrument = m_practice.catalog().instruments.find(row.instrument);
    const RatingDraft draft = draftOf(row, subject.patient.id, *instrument);
    const auto scored = importedScore(draft, *instrument, subject.patient.sex);
    if (!scored) {
        reject(row, scored.error().why);
        return {};
    }
    for (const KnownRating& known : subject.ratings.value(row.instrument)) {
        if (known.atMs != row.at.utcMs) {
            continue;
        }
        if (isSameScore(scored->total, known.total)) {
            ++m_report.unchanged;
            count(subject);
        } else {
            reject(row, Words::tr("the chart holds another score of this instrument at this time"));
        }
        return {};
    }
    return add(subject, row, {*instrument, draft, *scored});
}

base::Result<ScoreImport::Subject*> ScoreImport::subjectOf(const ScoreRow& row) {
    const QString key = base::foldForSearch(row.mrn);
    const auto known = m_subjects.find(key);
    if (known != m_subjects.end()) {
        return &*known;
    }
    return findSubject(row).map([&](const Subject& subject) { return &*m_subjects.insert(key, subject); });
}

base::Result<ScoreImport::Subject> ScoreImport::findSubject(const ScoreRow& row) const {
    Subject subject;
    const auto id = m_practice.file().search().byMrn(row.mrn);
    if (!id) {
        return tl::unexpected<base::Error>(id.error());
    }
    if (!id->has_value()) {
        const PersonName name = splitName(row.name);
        subject.isNew = true;
        subject.patient.id = m_practice.ids().next<PatientId>();
        subject.patient.mrn = row.mrn;
        subject.patient.givenName = name.given;
        subject.patient.familyName = name.family;
        subject.patient.birthDate = row.birthDate;
        return subject;
    }
    const auto patient = m_practice.file().records().find<Patient>(**id);
    if (!patient) {
        return tl::unexpected<base::Error>(patient.error());
    }
    if (!patient->has_value()) {
        return base::fail(base::ErrorCode::Damaged, Words::tr(kNotImported),
                          Words::tr("the search names a patient who is not there"),
                          Words::tr("run kairos-cli verify --deep, and keep this file"));
    }
    subject.patient = **patient;
    return loadRatings(subject).map([&] { return subject; });
}

base::Outcome ScoreImport::loadRatings(Subject& subject) const {
    storage::RowFilter filter;
    filter.patient = subject.patient.id;
    const auto loaded = m_practice.file().records().list<Rating>(filter);
    if (!loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    if (!loaded->damaged.isEmpty()) {
        return base::fail(base::ErrorCode::Damaged, Words::tr(kNotImported),
                          Words::tr("%1 does not fit its hash").arg(loaded->damaged.first()),
                          Words::tr("run kairos-cli verify --deep, and keep this file"));
    }
    for (const Rating& rating : loaded->records) {
        subject.ratings[rating.instrument].append({rating.assessedAt.utcMs, rating.total});
    }
    return {};
}

std::optional<QString> ScoreImport::objection(const Subject& subject, const ScoreRow& row) const {
    const Patient& patient = subject.patient;
    if (subject.isNew && !subject.isCounted) {
        PatientDraft draft;
        draft.patient = patient;
        const auto problems = impossibleFields(draft, m_practice.today());
        if (!problems.isEmpty()) {
            return problems.first().text;
        }
    }
    if (patient.birthDate && row.birthDate && *patient.birthDate != *row.birthDate) {
        return Words::tr("the patient with this MRN has another birth date");
    }
    if (!sharesAName(patient, row.name)) {
        return Words::tr("the patient with this MRN has another name");
    }
    const auto birth = patient.birthDate ? patient.birthDate : row.birthDate;
    if (birth && row.at.local(m_practice.zone()).date() < *birth) {
        return Words::tr("its time lies before the patient's birth");
    }
    return std::nullopt;
}

base::Outcome ScoreImport::add(Subject& subject, const ScoreRow& row, const Scored& scored) {
    const auto rating = RatingCare(m_practice).ratingOf(scored.draft, scored.score);
    if (!rating) {
        return tl::unexpected<base::Error>(rating.error());
    }
    if (subject.isNew && !subject.isCounted) {
        m_batch.append({Action::Created, subject.patient, {}});
    }
    addBirthDate(subject, row);
    m_batch.append({Action::Created, *rating, {}});
    subject.ratings[row.instrument].append({row.at.utcMs, scored.score.total});
    ++m_report.accepted;
    count(subject);
    return addRisk(*rating, scored).and_then([&]() -> base::Outcome {
        return m_batch.size() < kBatch ? base::Outcome() : flush();
    });
}

base::Outcome ScoreImport::addRisk(const Rating& rating, const Scored& scored) {
    const auto sign = RiskLane::signOf(rating, scored.instrument, scored.score);
    if (!sign || !RiskLane::levelOfAnswers(scored.instrument, scored.score)) {
        return {};
    }
    const RiskLane lane(m_practice);
    const auto pending = m_risks.find(rating.patient);
    if (pending != m_risks.end()) {
        if (const auto more = lane.withSign(pending->record.get<RiskItem>(), *sign)) {
            pending->record = *more;
        }
        return {};
    }
    return lane.itemFor(rating.patient).map([&](RiskItem item) {
        const bool isNew = item.evidence.isEmpty();
        // The practice counts its items; those of this batch are not among them yet.
        item.number += isNew ? m_newRisks : 0;
        if (const auto more = lane.withSign(item, *sign)) {
            m_newRisks += isNew ? 1 : 0;
            m_risks.insert(rating.patient, {isNew ? Action::Created : Action::Changed, *more, {}});
            ++m_report.riskItems;
        }
    });
}

void ScoreImport::addBirthDate(Subject& subject, const ScoreRow& row) {
    if (subject.patient.birthDate || !row.birthDate) {
        return;
    }
    subject.patient.birthDate = row.birthDate;
    m_batch.append({Action::Changed, subject.patient, QStringLiteral("birth date from an import")});
}

void ScoreImport::count(Subject& subject) {
    if (subject.isCounted) {
        return;
    }
    subject.isCounted = true;
    ++(subject.isNew ? m_report.patientsNew : m_report.patientsMatched);
}

void ScoreImport::reject(const ScoreRow& row, const QString& reason) {
    m_report.rejected.append({row.line, {}, reason});
}

base::Outcome ScoreImport::flush() {
    QList<storage::Change> changes = m_batch;
    for (const storage::Change& risk : m_risks) {
        changes.append(risk);
    }
    m_batch.clear();
    m_risks.clear();
    m_newRisks = 0;
    if (changes.isEmpty()) {
        return {};
    }
    return WritingDoor(m_practice).save(changes).map([](const Changes&) {});
}

} // namespace kairos::workflow
