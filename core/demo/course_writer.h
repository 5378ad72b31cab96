// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/calendar.h"
#include "core/demo/stock_writer.h"
#include "core/demo/story.h"
#include "core/planning/planned_course.h"
#include "core/storage/practice_file.h"
#include "core/workflow/catalog.h"
#include "core/workflow/signed_content.h"

#include <QHash>
#include <QList>

namespace kairos::demo {

/// Turns the story of one patient into records, in the order in which they would have been written.
class CourseWriter final {
public:
    /// Everything referred to outlives the writer.
    CourseWriter(const Story& story, const QHash<QString, record::Clinician>& staff,
                 const workflow::Catalog& catalog, Calendar& calendar, StockWriter& stock,
                 base::RandomSource& random)
        : m_story(story),
          m_staff(staff),
          m_catalog(catalog),
          m_calendar(calendar),
          m_stock(stock),
          m_random(random) {}

    /// The changes of one patient's story. Risk items take the next practice-wide number from `nextRisk`.
    [[nodiscard]] QList<storage::Change> write(const PatientStory& patient, int& nextRisk);

private:
    enum class Hand { Prescriber, Therapist, Monitor };
    [[nodiscard]] const record::Clinician& hand(Hand who) const;
    void add(const record::AnyRecord& value, Hand who, const base::Instant& at,
             record::Action action = record::Action::Created);

    void writePerson(const PatientStory& story);
    void writeScreening(const PatientStory& story);
    /// What every plan of the practice is fitted to.
    [[nodiscard]] planning::PlanRequest requestFrom(QDate start) const;
    void writePlan(const PatientStory& story);
    /// The goals of the plan that was made on `day`.
    void writeGoals(const PatientStory& story, int day);
    void writeTherapy(const PatientStory& story, const QList<TherapyStory>& sessions,
                      record::TherapyType type);
    /// A therapy session that was held, for what it brought to the thread.
    struct HeldSession {
        record::SessionId id;
        int day = 0;
        base::Instant end;
    };
    /// The thread through the sessions held so far.
    void writeThread(const PatientStory& story);
    void writeLine(const HeldSession& held, record::ThreadPart part, const QString& words);
    void writeReview(const HeldSession& held, const ReviewStory& told,
                     std::pair<record::Commitment, QList<record::CommitmentReview>>& followed);
    /// The sheets of therapy, each in a session that was held.
    void writeSheets(const PatientStory& story);
    void writeDoses(const PatientStory& story);
    void writeDose(const PatientStory& story, const DoseStory& dose, int number);
    void writeGateAnswers(const PatientStory& story, const DoseStory& dose,
                          workflow::SessionContent& content);
    /// The call on the day after a dose of the last days; the patient was reached.
    void writeCall(const record::DosingSession& session);
    void writeReadings(const PatientStory& story, const DoseStory& dose, workflow::SessionContent& content);
    void writeAdverse(const DoseStory& dose, workflow::SessionContent& content);
    /// What was learnt of them after the signature.
    void writeFollowUps(const DoseStory& dose, const workflow::SessionContent& content);
    void writeAfterDose(const PatientStory& story, const DoseStory& dose, workflow::SessionContent& content);
    /// The integration window counts from the real end of the dose.
    /// Every device of a nasal dose, each as soon as its rest is over.
    [[nodiscard]] QList<record::SessionEvent> spraysOf(const record::DosingSession& session);
    void countIntegrationFrom(const base::Instant& doseEnd, int number);
    void writePlannedDose(const PatientStory& story, const Moment& at, int number);
    void writeRatings(const PatientStory& story);
    /// A rating without an id, its answers drawn from `random` to make the story's total.
    [[nodiscard]] record::Rating answered(const scales::Instrument& instrument, const RatingStory& rating,
                                          base::RandomSource& random) const;
    record::RatingId writeRating(const RatingStory& rating, const std::optional<record::SessionId>& session);
    /// The alliance, where the story has it rated at the end of this session.
    void writeAlliance(const TherapyStory& told, int minutes);
    /// The experience and the breakthrough, on the morning after the dose.
    void writeExperience(const DoseStory& dose, const record::SessionId& session);
    void writeRhythmic(const QString& instrument, const Moment& at, int total,
                       const std::optional<record::SessionId>& session);
    void writeLetters(const PatientStory& story);
    void writeRisks(const PatientStory& story, int& nextRisk);

    [[nodiscard]] record::Note noteFor(const record::SessionId& session, const QString& kind, Hand author,
                                       const base::Instant& at);
    void sign(record::RecordKind kind, const base::Uuid& id, const QByteArray& hash, Hand who,
              const base::Instant& at);
    /// Marks the plan's step with this key as fulfilled or booked.
    void fulfil(const QString& key, const base::Uuid& by, const base::Instant& at);
    void bookStep(const QString& key, const base::Appointment& booked);
    [[nodiscard]] std::optional<record::StepId> stepId(const QString& key) const;

    const Story& m_story;
    const QHash<QString, record::Clinician>& m_staff;
    const workflow::Catalog& m_catalog;
    Calendar& m_calendar;
    StockWriter& m_stock;
    base::RandomSource& m_random;
    base::SeededRandom m_lateRandom{34}; ///< for what was added to the story later, as Calendar::lateId

    QList<storage::Change> m_changes;
    record::PatientId m_patient;
    std::optional<record::TreatmentPlan> m_plan;
    std::optional<record::OrderId> m_order;
    record::Order m_orderValue;
    QList<record::PlanStep> m_steps;
    QHash<std::pair<QString, int>, record::RatingId> m_ratings; ///< by instrument and day
    QHash<int, HeldSession> m_held;                             ///< therapy sessions by day
    double m_weight = 0;
};

} // namespace kairos::demo
