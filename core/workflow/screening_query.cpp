// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/screening_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/words.h"

#include "core/storage/practice_file.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

/// The patient's records of one kind, by time; damaged ones refuse, since a gate may not pass over them.
template <class Record>
base::Result<QList<Record>> listOf(OpenPractice& practice, const PatientId& patient) {
    return practice.file()
        .records()
        .list<Record>({.patient = patient})
        .and_then([](storage::Loaded<Record> loaded) -> base::Result<QList<Record>> {
            if (!loaded.damaged.isEmpty()) {
                return base::fail(base::ErrorCode::Damaged, Words::tr("The screening was not read"),
                                  Words::tr("%1 is damaged").arg(loaded.damaged.first()),
                                  Words::tr("open the latest backup, and keep the damaged file"));
            }
            return std::move(loaded.records);
        });
}

/// The patient alone, without the lists beside. NotFound, Damaged.
base::Result<Patient> personOf(OpenPractice& practice, const PatientId& id) {
    return practice.file().records().find<Patient>(id).and_then(
        [](const std::optional<Patient>& found) -> base::Result<Patient> {
            if (!found) {
                return base::fail(base::ErrorCode::NotFound, Words::tr("The screening was not read"),
                                  Words::tr("there is no patient with this id"),
                                  Words::tr("search by name or MRN"));
            }
            return *found;
        });
}

/// Those that were written by the moment.
template <class Record>
QList<Record> keptUntil(QList<Record> records, const std::optional<base::Instant>& asOf) {
    if (asOf) {
        records.removeIf([&](const Record& record) { return record.at > *asOf; });
    }
    return records;
}

safety::Substance substanceOf(const QString& drug) {
    return drug.contains(QLatin1String("esketamine"), Qt::CaseInsensitive) ? safety::Substance::Esketamine
                                                                           : safety::Substance::Racemic;
}

QList<ConsentRow> rowsOf(QList<Consent> consents, const safety::ConsentForms& forms, QDate today) {
    std::stable_sort(consents.begin(), consents.end(),
                     [](const Consent& a, const Consent& b) { return a.given > b.given; });
    QList<ConsentRow> rows;
    for (const Consent& consent : std::as_const(consents)) {
        const auto* form = forms.find(consent.form);
        rows.append({consent, form != nullptr ? form->title : consent.form,
                     form != nullptr ? std::optional(form->scope) : std::nullopt,
                     safety::consentStateOn(consent, today)});
    }
    return rows;
}

} // namespace

base::Result<CourseMedicine> ScreeningQuery::course(const PatientId& patient) const {
    const PlanCare plans(m_practice);
    return plans.current(patient).and_then(
        [&](const std::optional<TreatmentPlan>& plan) -> base::Result<CourseMedicine> {
            CourseMedicine course;
            if (!plan) {
                return course;
            }
            course.title = plan->title;
            if (const auto* protocol = m_practice.catalog().protocols.find(plan->protocol)) {
                course.route = protocol->regimen.route;
                course.substance = substanceOf(protocol->regimen.drug);
            }
            // What was ordered outdoes what the protocol proposes.
            return plans.orders(plan->id, patient).map([&](const QList<Order>& orders) {
                if (!orders.isEmpty()) {
                    course.route = orders.first().route;
                    course.substance = substanceOf(orders.first().drug);
                }
                return course;
            });
        });
}

base::Result<bool> ScreeningQuery::hadDose(const PatientId& patient,
                                           const std::optional<base::Instant>& before) const {
    storage::RowFilter own;
    own.patient = patient;
    return m_practice.file().records().list<DosingSession>(own).map(
        [&](const storage::Loaded<DosingSession>& loaded) {
            return std::any_of(loaded.records.begin(), loaded.records.end(),
                               [&](const DosingSession& session) {
                                   return session.startedAt && (!before || *session.startedAt < *before);
                               });
        });
}

base::Result<safety::Screening> ScreeningQuery::screening(const PatientId& patient,
                                                          const std::optional<base::Instant>& asOf) const {
    const auto person = personOf(m_practice, patient);
    const auto findings = listOf<ScreeningFinding>(m_practice, patient);
    const auto medicine = course(patient);
    for (const auto* error : {person ? nullptr : &person.error(), findings ? nullptr : &findings.error(),
                              medicine ? nullptr : &medicine.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    safety::ScreeningFacts facts;
    facts.birthDate = person->birthDate;
    facts.pregnancyCapacity = person->pregnancyCapacity;
    facts.findings = keptUntil(*findings, asOf);
    facts.substance = medicine->substance;
    facts.today = asOf ? asOf->local(m_practice.zone()).date() : m_practice.today();
    return safety::screen(facts, m_practice.catalog().contraindications);
}

base::Result<ScreeningGate> ScreeningQuery::gate(const PatientId& patient,
                                                 const std::optional<base::Instant>& asOf) const {
    const auto list = screening(patient, asOf);
    const auto overrides = listOf<ScreeningOverride>(m_practice, patient);
    const auto had = hadDose(patient, asOf);
    for (const auto* error : {list ? nullptr : &list.error(), overrides ? nullptr : &overrides.error(),
                              had ? nullptr : &had.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    return ScreeningGate{safety::eligibilityOf(*list, keptUntil(*overrides, asOf)), !*had};
}

base::Result<ScreeningView> ScreeningQuery::view(const PatientId& patient) const {
    const auto draft = PatientCare(m_practice).load(patient);
    const auto medicine = course(patient);
    const auto list = screening(patient);
    const auto held = gate(patient);
    const auto trials = listOf<AntidepressantTrial>(m_practice, patient);
    const auto consents = listOf<Consent>(m_practice, patient);
    for (const auto* error : {draft ? nullptr : &draft.error(), medicine ? nullptr : &medicine.error(),
                              list ? nullptr : &list.error(), held ? nullptr : &held.error(),
                              trials ? nullptr : &trials.error(), consents ? nullptr : &consents.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    ScreeningView view;
    view.patient = draft->patient;
    view.course = *medicine;
    QStringList names;
    for (const Medication& medication : draft->medications) {
        if (!medication.ended || *medication.ended > m_practice.today()) {
            view.medication.append(medication);
            names.append(medication.name);
        }
    }
    const Catalog& catalog = m_practice.catalog();
    view.interactions = safety::checkInteractions(names, view.course.route, catalog.drugs);
    view.screening = *list;
    view.gate = *held;
    view.trials = *trials;
    view.consents = rowsOf(*consents, catalog.consents, m_practice.today());
    return view;
}

} // namespace kairos::workflow
