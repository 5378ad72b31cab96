// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/second_person.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"

#include "core/security/password.h"
#include "core/storage/practice_file.h"

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;

base::Result<QList<Clinician>> secondPersons(const OpenPractice& practice) {
    return practice.clinicians().map([&practice](QList<Clinician> people) {
        people.removeIf([&practice](const Clinician& person) {
            const bool isSelf = practice.signedIn() && practice.signedIn()->id == person.id;
            return isSelf || !security::may(person, security::Permission::KeepStock);
        });
        return people;
    });
}

base::Outcome confirmSecondPerson(const OpenPractice& practice, const SecondPerson& person,
                                  const QString& what) {
    if (practice.signedIn() && practice.signedIn()->id == person.id) {
        return base::fail(ErrorCode::Refused, what, Words::tr("both signatures are the same person's"),
                          Words::tr("ask another clinician to look at it"));
    }
    const auto others = secondPersons(practice);
    if (!others) {
        return tl::unexpected<base::Error>(others.error());
    }
    const bool isKnown = std::any_of(others->begin(), others->end(),
                                     [&person](const Clinician& other) { return other.id == person.id; });
    if (!isKnown) {
        return base::fail(ErrorCode::Refused, what,
                          Words::tr("nobody was chosen who may be the second person"),
                          Words::tr("choose another clinician who is a prescriber or a monitor"));
    }
    const auto credential = practice.file().records().find<Credential>(person.id);
    if (!credential) {
        return tl::unexpected<base::Error>(credential.error());
    }
    if (!credential->has_value()) {
        return base::fail(ErrorCode::NotFound, what, Words::tr("this person has no password"),
                          Words::tr("ask an administrator of the practice"));
    }
    return security::verifyPassword(person.password, (*credential)->verifier);
}

} // namespace kairos::workflow
