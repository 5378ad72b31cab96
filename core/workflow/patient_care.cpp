// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/patient_care.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_checks.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include <QRegularExpression>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

constexpr auto kNotSaved = QT_TRANSLATE_NOOP("Words", "The patient was not saved");

template <class Record>
base::Result<QList<Record>> linesOf(OpenPractice& practice, const PatientId& id) {
    storage::RowFilter filter;
    filter.patient = id;
    return practice.file().records().list<Record>(filter).map(
        [](const storage::Loaded<Record>& loaded) { return loaded.records; });
}

/// Adds a change for each line that is new, differs or went away.
template <class Record>
void addLineChanges(const QList<Record>& before, const QList<Record>& after,
                    QList<storage::Change>& changes) {
    for (const Record& line : after) {
        const auto same =
            std::find_if(before.begin(), before.end(), [&](const Record& old) { return old.id == line.id; });
        if (same == before.end()) {
            changes.append({Action::Created, line, {}});
        } else if (*same != line) {
            changes.append({Action::Changed, line, {}});
        }
    }
    for (const Record& old : before) {
        const bool isKept =
            std::any_of(after.begin(), after.end(), [&](const Record& line) { return line.id == old.id; });
        if (!isKept) {
            changes.append({Action::EnteredInError, old, QStringLiteral("removed from the list")});
        }
    }
}

/// The number after these digits, as wide as they are: "0177" after "0176".
QString oneMore(const QString& digits) {
    return QStringLiteral("%1").arg(digits.toLongLong() + 1, static_cast<int>(digits.size()), 10,
                                    QLatin1Char('0'));
}

template <class Record>
void nameLines(QList<Record>& lines, const PatientId& patient, base::IdSource& ids) {
    for (Record& line : lines) {
        if (line.id.isNull()) {
            line.id = ids.next<decltype(line.id)>();
        }
        line.patient = patient;
    }
}

/// A consent to one of the practice's forms ends after the days the rules name, unless an end was typed.
Consent withItsEnd(Consent consent, const safety::ConsentForms& forms) {
    if (!consent.expires && forms.find(consent.form) != nullptr) {
        consent.expires = forms.lastDay(consent.given);
    }
    return consent;
}

/// What keeps a consent from being kept: no form, an impossible day.
base::Outcome checkConsent(const Consent& consent, QDate today) {
    if (consent.form.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The consent was not saved"),
                          Words::tr("it does not say to what"), Words::tr("choose the form that was signed"));
    }
    if (!consent.given.isValid() || consent.given > today) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The consent was not saved"),
                          Words::tr("its date is missing or still to come"),
                          Words::tr("type the day on which it was signed"));
    }
    if (consent.expires && *consent.expires < consent.given) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The consent was not saved"),
                          Words::tr("it ends before it was given"), Words::tr("check both days"));
    }
    return {};
}

} // namespace

base::Result<PatientDraft> PatientCare::load(const PatientId& id) const {
    const auto patient = m_practice.file().records().find<Patient>(id);
    if (!patient) {
        return tl::unexpected<base::Error>(patient.error());
    }
    if (!patient->has_value()) {
        return base::fail(ErrorCode::NotFound, Words::tr("The patient was not opened"),
                          Words::tr("there is none with this id"), Words::tr("search by name or MRN"));
    }
    PatientDraft draft;
    draft.patient = **patient;
    const auto allergies = linesOf<Allergy>(m_practice, id);
    const auto diagnoses = linesOf<Diagnosis>(m_practice, id);
    const auto medications = linesOf<Medication>(m_practice, id);
    for (const auto* error :
         {allergies ? nullptr : &allergies.error(), diagnoses ? nullptr : &diagnoses.error(),
          medications ? nullptr : &medications.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    draft.allergies = *allergies;
    draft.diagnoses = *diagnoses;
    draft.medications = *medications;
    return draft;
}

QList<FieldProblem> PatientCare::problems(const PatientDraft& draft) const {
    auto problems = impossibleFields(draft, m_practice.today());
    const auto owner = m_practice.file().search().byMrn(draft.patient.mrn);
    if (owner && owner->has_value() && **owner != draft.patient.id) {
        problems.append({QStringLiteral("mrn"),
                         Words::tr("Another patient has this MRN: use another, or open that chart")});
    }
    return problems;
}

QString PatientCare::nextMrn() const {
    static const QRegularExpression kPattern(QStringLiteral("^(.*?)(\\d{1,18})$"));
    storage::RowFilter newest;
    newest.order = storage::RowFilter::Order::NewestFirst;
    newest.limit = 1;
    const auto last = m_practice.file().records().list<Patient>(newest);
    QString mrn = QStringLiteral("K-0001");
    if (last && !last->records.isEmpty()) {
        const auto match = kPattern.match(last->records.first().mrn);
        if (match.hasMatch()) {
            mrn = match.captured(1) + oneMore(match.captured(2));
        }
    }
    // Numbers were not always given out in order: the next one may be another patient's.
    for (auto owner = m_practice.file().search().byMrn(mrn); owner && owner->has_value();
         owner = m_practice.file().search().byMrn(mrn)) {
        const auto match = kPattern.match(mrn);
        mrn = match.captured(1) + oneMore(match.captured(2));
    }
    return mrn;
}

base::Outcome PatientCare::checkSave(const PatientDraft& draft, const PatientAdditions& additions) const {
    if (const auto found = problems(draft); !found.isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kNotSaved), found.first().field,
                          found.first().text);
    }
    if (additions.weight) {
        if (const auto impossible = impossibleWeight(*additions.weight)) {
            return base::fail(ErrorCode::InvalidInput, Words::tr(kNotSaved),
                              Words::tr("the weight cannot be"), *impossible);
        }
    }
    for (const Consent& consent : additions.consents) {
        if (const auto checked = checkConsent(consent, m_practice.today()); !checked) {
            return checked;
        }
    }
    return m_practice.require(Permission::EditPatient);
}

QList<storage::Change> PatientCare::changesOf(const PatientAdditions& additions, const PatientId& patient) {
    QList<storage::Change> changes;
    if (additions.weight) {
        changes.append({Action::Created,
                        Weight{m_practice.ids().next<WeightId>(), patient, *additions.weight,
                               m_practice.now(), std::nullopt},
                        {}});
    }
    for (Consent consent : additions.consents) {
        consent.id = m_practice.ids().next<ConsentId>();
        consent.patient = patient;
        changes.append({Action::Created, withItsEnd(consent, m_practice.catalog().consents), {}});
    }
    return changes;
}

base::Result<PatientId> PatientCare::save(PatientDraft draft, const PatientAdditions& additions) {
    draft.patient.mrn = draft.patient.mrn.trimmed();
    if (const auto checked = checkSave(draft, additions); !checked) {
        return tl::unexpected<base::Error>(checked.error());
    }
    const bool isNew = draft.patient.id.isNull();
    PatientDraft before;
    if (isNew) {
        draft.patient.id = m_practice.ids().next<PatientId>();
    } else if (const auto stored = load(draft.patient.id)) {
        before = *stored;
    } else {
        return tl::unexpected<base::Error>(stored.error());
    }
    nameLines(draft.allergies, draft.patient.id, m_practice.ids());
    nameLines(draft.diagnoses, draft.patient.id, m_practice.ids());
    nameLines(draft.medications, draft.patient.id, m_practice.ids());
    QList<storage::Change> changes;
    if (isNew) {
        changes.append({Action::Created, draft.patient, {}});
    } else if (before.patient != draft.patient) {
        changes.append({Action::Changed, draft.patient, {}});
    }
    addLineChanges(before.allergies, draft.allergies, changes);
    addLineChanges(before.diagnoses, draft.diagnoses, changes);
    addLineChanges(before.medications, draft.medications, changes);
    changes += changesOf(additions, draft.patient.id);
    if (changes.isEmpty()) {
        for (const storage::DraftKey& finished : additions.finished) {
            if (const auto dropped = m_practice.file().drafts().drop(finished); !dropped) {
                return tl::unexpected<base::Error>(dropped.error());
            }
        }
        return draft.patient.id;
    }
    return WritingDoor(m_practice).save(changes, additions.finished).map([&](const Changes&) {
        return draft.patient.id;
    });
}

base::Outcome PatientCare::withdraw(const PatientId& id, const QString& reason) {
    const QString what = Words::tr("The patient stays");
    storage::RowFilter own;
    own.patient = id;
    for (const auto kind : {RecordKind::TreatmentPlan, RecordKind::DosingSession, RecordKind::TherapySession,
                            RecordKind::Rating, RecordKind::RiskItem}) {
        const auto counted = m_practice.file().records().count(kind, own);
        if (!counted) {
            return tl::unexpected<base::Error>(counted.error());
        }
        if (*counted > 0) {
            return base::fail(ErrorCode::Refused, what,
                              Words::tr("the chart holds more than the form by now"),
                              Words::tr("correct what is wrong in the chart"));
        }
    }
    return m_practice.require(Permission::EditPatient)
        .and_then([&] { return load(id); })
        .and_then([&](const PatientDraft& draft) -> base::Outcome {
            QList<storage::Change> changes{{Action::EnteredInError, draft.patient, reason}};
            const auto addAll = [&](const auto& lines) {
                for (const auto& line : lines) {
                    changes.append({Action::EnteredInError, line, reason});
                }
            };
            addAll(draft.allergies);
            addAll(draft.diagnoses);
            addAll(draft.medications);
            const auto weights = linesOf<Weight>(m_practice, id);
            const auto given = linesOf<Consent>(m_practice, id);
            if (!weights || !given) {
                return tl::unexpected<base::Error>(weights ? given.error() : weights.error());
            }
            addAll(*weights);
            addAll(*given);
            return WritingDoor(m_practice).save(changes).map([](const Changes&) {});
        });
}

base::Outcome PatientCare::addWeight(const PatientId& id, base::Kilograms weight,
                                     const std::optional<SessionId>& session) {
    if (const auto impossible = impossibleWeight(weight)) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The weight was not saved"),
                          Words::tr("it cannot be"), *impossible);
    }
    return m_practice.require(Permission::EditPatient)
        .and_then([&] { return load(id); })
        .and_then([&](const PatientDraft&) {
            const Weight value{m_practice.ids().next<WeightId>(), id, weight, m_practice.now(), session};
            return WritingDoor(m_practice).save({{Action::Created, value, {}}}).map([](const Changes&) {});
        });
}

base::Result<std::optional<Weight>> PatientCare::lastWeight(const PatientId& id) const {
    storage::RowFilter filter;
    filter.patient = id;
    filter.order = storage::RowFilter::Order::NewestFirst;
    filter.limit = 1;
    return m_practice.file().records().list<Weight>(filter).map([](const storage::Loaded<Weight>& loaded) {
        return loaded.records.isEmpty() ? std::nullopt : std::optional(loaded.records.first());
    });
}

base::Outcome PatientCare::setStage(const PatientId& id, Stage stage, const QString& reason) {
    return m_practice.require(Permission::SignPlan)
        .and_then([&] { return load(id); })
        .and_then([&](PatientDraft draft) -> base::Outcome {
            if (draft.patient.stage == stage) {
                return {};
            }
            draft.patient.stage = stage;
            return WritingDoor(m_practice)
                .save({{Action::Changed, draft.patient, reason}})
                .map([](const Changes&) {});
        });
}

base::Outcome PatientCare::giveConsent(Consent consent) {
    if (const auto checked = checkConsent(consent, m_practice.today()); !checked) {
        return checked;
    }
    return m_practice.require(Permission::EditPatient)
        .and_then([&] { return load(consent.patient); })
        .and_then([&](const PatientDraft&) {
            consent.id = m_practice.ids().next<ConsentId>();
            consent = withItsEnd(consent, m_practice.catalog().consents);
            return WritingDoor(m_practice).save({{Action::Created, consent, {}}}).map([](const Changes&) {});
        });
}

base::Outcome PatientCare::withdrawConsent(const ConsentId& id, QDate on) {
    const auto found = m_practice.file().records().find<Consent>(id);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value()) {
        return base::fail(ErrorCode::NotFound, Words::tr("The consent was not withdrawn"),
                          Words::tr("there is none with this id"), Words::tr("open the chart again"));
    }
    if (!on.isValid() || on < (*found)->given || on > m_practice.today()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The consent was not withdrawn"),
                          Words::tr("the day is missing, still to come, or before it was given"),
                          Words::tr("type the day on which it was withdrawn"));
    }
    return m_practice.require(Permission::EditPatient).and_then([&] {
        Consent consent = **found;
        consent.withdrawn = on;
        return WritingDoor(m_practice)
            .save({{Action::Changed, consent, QStringLiteral("withdrawn")}})
            .map([](const Changes&) {});
    });
}

base::Result<QList<Consent>> PatientCare::consents(const PatientId& id) const {
    return linesOf<Consent>(m_practice, id);
}

} // namespace kairos::workflow
