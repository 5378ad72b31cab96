// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/clinic_care.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/private_access.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/safety/reading_order.h"
#include "core/safety/risk_rules.h"
#include "core/security/password.h"
#include "core/storage/practice_file.h"

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

base::Result<QList<Clinician>> ClinicCare::everyone() const {
    return m_practice.file().records().list<Clinician>({}).map([](storage::Loaded<Clinician> loaded) {
        std::sort(loaded.records.begin(), loaded.records.end(), [](const Clinician& a, const Clinician& b) {
            return a.active != b.active ? a.active : a.name.localeAwareCompare(b.name) < 0;
        });
        return loaded.records;
    });
}

base::Outcome ClinicCare::savePractice(Practice practice) {
    const QString what = Words::tr("The practice's page was not saved");
    if (practice.name.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("it has no name"),
                          Words::tr("type the name that stands on your letters"));
    }
    if (!QTimeZone(practice.zone.toUtf8()).isValid()) {
        return base::fail(ErrorCode::InvalidInput, what,
                          Words::tr("\"%1\" is no time zone").arg(practice.zone),
                          Words::tr("use an IANA name such as Europe/Oslo"));
    }
    if (practice.idleLockMinutes < 1 || practice.idleLockMinutes > 60) {
        return base::fail(ErrorCode::InvalidInput, what,
                          Words::tr("the idle lock is outside 1 to 60 minutes"),
                          Words::tr("type a number from 1 to 60"));
    }
    const int days = practice.riskReopenDays.value_or(safety::kLeastReopenDays);
    if (days < safety::kLeastReopenDays || days > safety::kMostReopenDays) {
        return base::fail(ErrorCode::InvalidInput, what,
                          Words::tr("the days until a closed risk item opens again are outside %1 to %2")
                              .arg(safety::kLeastReopenDays)
                              .arg(safety::kMostReopenDays),
                          Words::tr("type a number of days, or leave the field empty"));
    }
    const auto order = safety::ReadingOrder::read(practice.readingOrder);
    if (!order) {
        return base::fail(ErrorCode::InvalidInput, what, order.error().why, order.error().remedy);
    }
    // The program's own order is not kept: it follows the program.
    practice.readingOrder = *order == safety::ReadingOrder{} ? QString() : order->toText();
    return m_practice.require(Permission::Administer).and_then([&] {
        practice.id = m_practice.practice().id;
        practice.synthetic = m_practice.practice().synthetic;
        return WritingDoor(m_practice).save({{Action::Changed, practice, {}}}).map([&](const Changes&) {
            m_practice.adopt(practice);
        });
    });
}

base::Result<ClinicianId> ClinicCare::addClinician(const QString& name, const QList<Role>& roles,
                                                   const QString& password) {
    if (name.trimmed().isEmpty() || roles.isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The clinician was not added"),
                          Words::tr("a name or a role is missing"), Words::tr("give both"));
    }
    const auto verifier = m_practice.require(Permission::Administer).and_then([&] {
        return security::hashPassword(password, m_practice.environment().passwordCost);
    });
    if (!verifier) {
        return tl::unexpected<base::Error>(verifier.error());
    }
    const Clinician clinician{m_practice.ids().next<ClinicianId>(), name.trimmed(), roles, true};
    return WritingDoor(m_practice)
        .save({{Action::Created, clinician, {}}, {Action::Created, Credential{clinician.id, *verifier}, {}}})
        .map([&](const Changes&) { return clinician.id; });
}

base::Outcome ClinicCare::checkSupervision(const Clinician& clinician, const QList<Clinician>& all) {
    if (!clinician.supervision) {
        return {};
    }
    const bool fits = std::any_of(all.begin(), all.end(), [&](const Clinician& other) {
        const bool maySign =
            security::may(other, Permission::SignTherapy) || security::may(other, Permission::SignDosing);
        return other.id == clinician.supervision->by && other.id != clinician.id && maySign;
    });
    return fits && clinician.supervision->from.isValid()
               ? base::Outcome()
               : base::fail(ErrorCode::InvalidInput, Words::tr("The clinician was not changed"),
                            Words::tr("a supervisor is another person here who may sign sessions"),
                            Words::tr("choose such a person, or nobody"));
}

base::Outcome ClinicCare::saveClinician(const Clinician& clinician) {
    if (clinician.name.trimmed().isEmpty() || clinician.roles.isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The clinician was not changed"),
                          Words::tr("a name or a role is missing"), Words::tr("give both"));
    }
    const auto before = m_practice.file().records().find<Clinician>(clinician.id);
    if (!before) {
        return tl::unexpected<base::Error>(before.error());
    }
    if (!before->has_value()) {
        return base::fail(ErrorCode::NotFound, Words::tr("The clinician was not changed"),
                          Words::tr("there is none with this id"), Words::tr("open the settings again"));
    }
    const auto all = m_practice.clinicians();
    if (!all) {
        return tl::unexpected<base::Error>(all.error());
    }
    if (const auto supervised = checkSupervision(clinician, *all); !supervised) {
        return supervised;
    }
    bool hasAdministrator = clinician.active && clinician.has(Role::Administrator);
    for (const Clinician& other : *all) {
        hasAdministrator = hasAdministrator || (other.id != clinician.id && other.has(Role::Administrator));
    }
    if (!hasAdministrator) {
        return base::fail(ErrorCode::Refused, Words::tr("The clinician was not changed"),
                          Words::tr("nobody would be left who may administer the practice"),
                          Words::tr("make another person administrator first"));
    }
    return m_practice.require(Permission::Administer).and_then([&] {
        // These are the person's own: a page that was read earlier must not undo them.
        Clinician changed = clinician;
        changed.macros = (*before)->macros;
        changed.noteForms = (*before)->noteForms;
        changed.spellLanguages = (*before)->spellLanguages;
        changed.ownWords = (*before)->ownWords;
        return WritingDoor(m_practice).save({{Action::Changed, changed, {}}}).map([&](const Changes&) {
            m_practice.adopt(changed);
        });
    });
}

base::Outcome ClinicCare::setPassword(const ClinicianId& id, const QString& password) {
    const auto verifier =
        m_practice.require(Permission::Administer)
            .and_then([&] { return m_practice.file().records().find<Credential>(id); })
            .and_then([&](const std::optional<Credential>& known) -> base::Result<QString> {
                if (!known) {
                    return base::fail(ErrorCode::NotFound, Words::tr("The password was not set"),
                                      Words::tr("there is nobody with this id"),
                                      Words::tr("choose a person of the list"));
                }
                return security::hashPassword(password, m_practice.environment().passwordCost);
            });
    if (!verifier) {
        return tl::unexpected<base::Error>(verifier.error());
    }
    return PrivateAccess(m_practice)
        .changesForReset(id, password)
        .and_then([&](const QList<storage::PrivateChange>& wrapped) {
            return WritingDoor(m_practice)
                .save({{Action::Changed, Credential{id, *verifier},
                        QStringLiteral("set anew by an administrator")}},
                      {}, wrapped)
                .map([](const Changes&) {});
        });
}

base::Outcome ClinicCare::changePassword(const QString& oldPassword, const QString& newPassword) {
    const auto verifier = m_practice.confirm(oldPassword).and_then([&] {
        return security::hashPassword(newPassword, m_practice.environment().passwordCost);
    });
    if (!verifier) {
        return tl::unexpected<base::Error>(verifier.error());
    }
    // In one transaction: a password that signs in and a key that it does not open must not both stay.
    return PrivateAccess(m_practice)
        .changesForPassword(oldPassword, newPassword)
        .and_then([&](const QList<storage::PrivateChange>& wrapped) {
            return WritingDoor(m_practice)
                .save({{Action::Changed, Credential{m_practice.signedIn()->id, *verifier}, {}}}, {}, wrapped)
                .map([](const Changes&) {});
        });
}

} // namespace kairos::workflow
