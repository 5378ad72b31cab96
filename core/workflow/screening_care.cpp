// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/screening_care.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/screening_query.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

/// More than twenty years of one trial is a slip of the key; it judges nothing clinical.
constexpr int kMostWeeks = 1040;

base::Result<AntidepressantTrial> findTrial(OpenPractice& practice, const AntidepressantTrialId& id,
                                            const QString& what) {
    return practice.file().records().find<AntidepressantTrial>(id).and_then(
        [&](const std::optional<AntidepressantTrial>& found) -> base::Result<AntidepressantTrial> {
            if (!found) {
                return base::fail(ErrorCode::NotFound, what, Words::tr("there is none with this id"),
                                  Words::tr("open the chart again"));
            }
            return *found;
        });
}

} // namespace

base::Outcome ScreeningCare::answer(const PatientId& patient, const QString& condition, ScreeningState state,
                                    const QString& note) {
    const QString what = Words::tr("The answer was not saved");
    const auto screening = ScreeningQuery(m_practice).screening(patient);
    if (!screening) {
        return tl::unexpected<base::Error>(screening.error());
    }
    const auto line = std::find_if(screening->lines.begin(), screening->lines.end(),
                                   [&](const safety::ScreeningLine& one) { return one.id == condition; });
    if (line == screening->lines.end() || line->isReckoned) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("nobody answers this line"),
                          Words::tr("choose a condition of the list"));
    }
    if (!line->isApplicable) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("the question does not arise here"),
                          Words::tr("change the patient form if that is wrong"));
    }
    return m_practice.require(Permission::EditPatient).and_then([&]() -> base::Outcome {
        if (!m_practice.signedIn()) {
            return base::fail(ErrorCode::Refused, what, Words::tr("nobody is signed in"),
                              Words::tr("sign in"));
        }
        // The clock may have been set back, or not moved on: the later answer is the one that counts.
        const base::Instant now = m_practice.now();
        const base::Instant at = line->at && *line->at >= now ? line->at->plusMs(1) : now;
        const ScreeningFinding finding{m_practice.ids().next<ScreeningFindingId>(),
                                       patient,
                                       condition,
                                       state,
                                       note.trimmed(),
                                       at,
                                       m_practice.signedIn()->id};
        return WritingDoor(m_practice).save({{Action::Created, finding, {}}}).map([](const Changes&) {});
    });
}

base::Outcome ScreeningCare::overrideGate(const PatientId& patient, const QString& reason,
                                          const QString& password) {
    const QString what = Words::tr("Nothing was overridden");
    if (reason.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("there is no reason"),
                          Words::tr("say why the dose may go on all the same"));
    }
    const auto screening = ScreeningQuery(m_practice).screening(patient);
    if (!screening) {
        return tl::unexpected<base::Error>(screening.error());
    }
    const QStringList keys = screening->overrideKeys();
    if (keys.isEmpty()) {
        return base::fail(ErrorCode::Refused, what, Words::tr("nothing holds"),
                          Words::tr("go on: the gate is met"));
    }
    return m_practice.require(Permission::OverrideStop)
        .and_then([&] { return m_practice.confirm(password); })
        .and_then([&] {
            const ScreeningOverride given{m_practice.ids().next<ScreeningOverrideId>(),
                                          patient,
                                          keys,
                                          reason.trimmed(),
                                          m_practice.now(),
                                          m_practice.signedIn()->id};
            return WritingDoor(m_practice)
                .save({{Action::Created, given, reason.trimmed()}})
                .map([](const Changes&) {});
        });
}

base::Outcome ScreeningCare::checkTrial(const AntidepressantTrial& trial) const {
    const QString what = Words::tr("The treatment was not saved");
    if (trial.drug.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("it has no name"),
                          Words::tr("type the medicine, or what else was tried"));
    }
    if (trial.weeks && (*trial.weeks < 1 || *trial.weeks > kMostWeeks)) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("the weeks cannot be"),
                          Words::tr("type whole weeks from 1 to %1, or leave them out").arg(kMostWeeks));
    }
    return m_practice.require(Permission::EditPatient);
}

base::Result<AntidepressantTrialId> ScreeningCare::saveTrial(AntidepressantTrial trial) {
    if (const auto checked = checkTrial(trial); !checked) {
        return tl::unexpected<base::Error>(checked.error());
    }
    trial.drug = trial.drug.trimmed();
    trial.dose = trial.dose.trimmed();
    trial.remark = trial.remark.trimmed();
    const bool isNew = trial.id.isNull();
    if (isNew) {
        if (const auto patient = PatientCare(m_practice).load(trial.patient); !patient) {
            return tl::unexpected<base::Error>(patient.error());
        }
        trial.id = m_practice.ids().next<AntidepressantTrialId>();
    } else {
        const auto before = findTrial(m_practice, trial.id, Words::tr("The treatment was not saved"));
        if (!before) {
            return tl::unexpected<base::Error>(before.error());
        }
        trial.patient = before->patient;
        if (*before == trial) {
            return trial.id;
        }
    }
    return WritingDoor(m_practice)
        .save({{isNew ? Action::Created : Action::Changed, trial, {}}})
        .map([&](const Changes&) { return trial.id; });
}

base::Outcome ScreeningCare::removeTrial(const AntidepressantTrialId& id, const QString& reason) {
    const QString what = Words::tr("The treatment stays");
    if (reason.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("there is no reason"),
                          Words::tr("say why the line is wrong"));
    }
    return m_practice.require(Permission::EditPatient)
        .and_then([&] { return findTrial(m_practice, id, what); })
        .and_then([&](const AntidepressantTrial& trial) {
            return WritingDoor(m_practice)
                .save({{Action::EnteredInError, trial, reason.trimmed()}})
                .map([](const Changes&) {});
        });
}

base::Outcome ScreeningCare::giveConsent(const PatientId& patient, const QString& form,
                                         const QString& version, QDate given) {
    const QString what = Words::tr("The consent was not saved");
    const safety::ConsentForms& forms = m_practice.catalog().consents;
    if (forms.find(form) == nullptr) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("there is no such form"),
                          Words::tr("choose one of the practice's forms"));
    }
    if (version.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("the version is missing"),
                          Words::tr("type the version that stands on the form"));
    }
    Consent consent;
    consent.patient = patient;
    consent.form = form;
    consent.version = version.trimmed();
    consent.given = given;
    return PatientCare(m_practice).giveConsent(consent);
}

} // namespace kairos::workflow
