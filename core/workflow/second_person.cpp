// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/second_person.h"

#include "core/workflow/open_practice.h"

#include "core/security/password.h"
#include "core/storage/practice_file.h"

#include <QCoreApplication>

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("workflow", text);
}

} // namespace

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
        return base::fail(ErrorCode::Refused, what, say("both signatures are the same person's"),
                          say("ask another clinician to look at it"));
    }
    const auto others = secondPersons(practice);
    if (!others) {
        return tl::unexpected<base::Error>(others.error());
    }
    const bool isKnown = std::any_of(others->begin(), others->end(),
                                     [&person](const Clinician& other) { return other.id == person.id; });
    if (!isKnown) {
        return base::fail(ErrorCode::Refused, what, say("nobody was chosen who may be the second person"),
                          say("choose another clinician who is a prescriber or a monitor"));
    }
    const auto credential = practice.file().records().find<Credential>(person.id);
    if (!credential) {
        return tl::unexpected<base::Error>(credential.error());
    }
    if (!credential->has_value()) {
        return base::fail(ErrorCode::NotFound, what, say("this person has no password"),
                          say("ask an administrator of the practice"));
    }
    return security::verifyPassword(person.password, (*credential)->verifier);
}

} // namespace kairos::workflow
