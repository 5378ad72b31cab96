// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/consent_forms.h"

#include "core/safety/safety_json.h"

#include "core/base/check.h"

#include <algorithm>

namespace kairos::safety {

using scales::JsonPlace;
using scales::JsonReading;

namespace {

ConsentForm formAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("id"), QLatin1String("title"), QLatin1String("scope"),
                     QLatin1String("source"), QLatin1String("confidence")});
    ConsentForm form;
    form.id = place.text(QLatin1String("id"));
    form.title = place.text(QLatin1String("title"));
    form.scope = place.word<ConsentScope>(QLatin1String("scope"),
                                          {{QLatin1String("treatment"), ConsentScope::Treatment},
                                           {QLatin1String("touch"), ConsentScope::Touch},
                                           {QLatin1String("recording"), ConsentScope::Recording},
                                           {QLatin1String("research"), ConsentScope::Research}});
    form.source = place.text(QLatin1String("source"));
    form.confidence = confidenceAt(place);
    return form;
}

} // namespace

const ConsentForm* ConsentForms::find(const QString& id) const {
    const auto found =
        std::find_if(forms.begin(), forms.end(), [&](const ConsentForm& form) { return form.id == id; });
    return found != forms.end() ? &*found : nullptr;
}

base::Result<ConsentForms> ConsentForms::read(const QByteArray& json) {
    const auto parsed = parseSafetyFile(json, QStringLiteral("consents"));
    if (!parsed) {
        return tl::unexpected<base::Error>(parsed.error());
    }
    JsonReading reading;
    const JsonPlace root(*parsed, QStringLiteral("consents"), reading);
    ConsentForms consents;
    consents.version = root.text(QLatin1String("version"));
    const JsonPlace expiry = root.at(QLatin1String("expiry"));
    consents.expiryDays = expiry.whole(QLatin1String("days"));
    consents.expirySource = expiry.text(QLatin1String("source"));
    consents.expiryConfidence = confidenceAt(expiry);
    if (consents.expiryDays < 1) {
        expiry.refuseAt(QLatin1String("days"), QStringLiteral("at least one day is expected"));
    }
    for (const JsonPlace& place : root.list(QLatin1String("forms"))) {
        const ConsentForm form = formAt(place);
        if (consents.find(form.id) != nullptr) {
            place.refuseAt(QLatin1String("id"), QStringLiteral("the id stands twice"));
        }
        consents.forms.append(form);
    }
    if (const auto outcome = outcomeOf(reading); !outcome) {
        return tl::unexpected<base::Error>(outcome.error());
    }
    return consents;
}

ConsentForms ConsentForms::builtIn() {
    auto forms = read(builtInSafetyFile(QStringLiteral("consents.json")));
    KAIROS_CHECK(forms.has_value());
    return *forms;
}

ConsentState consentStateOn(const record::Consent& consent, QDate day) {
    if (consent.withdrawn && *consent.withdrawn <= day) {
        return ConsentState::Withdrawn;
    }
    return consent.expires && *consent.expires < day ? ConsentState::Expired : ConsentState::InForce;
}

const record::Consent* treatmentConsentOn(const QList<record::Consent>& consents, const ConsentForms& forms,
                                          QDate day) {
    const record::Consent* last = nullptr;
    for (const record::Consent& consent : consents) {
        const ConsentForm* form = forms.find(consent.form);
        const bool counts = form != nullptr && form->scope == ConsentScope::Treatment &&
                            consent.given <= day && consentStateOn(consent, day) == ConsentState::InForce;
        if (counts && (last == nullptr || consent.given >= last->given)) {
            last = &consent;
        }
    }
    return last;
}

} // namespace kairos::safety
