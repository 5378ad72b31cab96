// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/adverse_terms.h"

#include "core/safety/safety_json.h"
#include "core/safety/words.h"

#include "core/base/check.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace kairos::safety {

using scales::JsonPlace;

namespace {

AdverseTerm termAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("term"), QLatin1String("group"), QLatin1String("also"),
                     QLatin1String("source"), QLatin1String("confidence")});
    AdverseTerm term;
    term.term = place.text(QLatin1String("term"));
    term.group = place.text(QLatin1String("group"));
    term.also = place.textsIfAny(QLatin1String("also"));
    term.source = place.text(QLatin1String("source"));
    term.confidence = confidenceAt(place);
    return term;
}

/// How well letters find a term; the lower the better.
enum Rank { Begins, Holds, Leads, Misses };

Rank rankOf(const AdverseTerm& term, const QString& letters) {
    const QString name = base::foldForSearch(term.term);
    if (name.startsWith(letters)) {
        return Begins;
    }
    if (name.contains(letters)) {
        return Holds;
    }
    const bool leads = std::any_of(term.also.begin(), term.also.end(), [&](const QString& other) {
        return base::foldForSearch(other).contains(letters);
    });
    return leads ? Leads : Misses;
}

} // namespace

QList<AdverseTerm> AdverseTerms::find(const QString& typed) const {
    const QString letters = base::foldForSearch(typed.trimmed());
    std::array<QList<AdverseTerm>, 3> found;
    for (const AdverseTerm& term : terms) {
        if (const Rank rank = rankOf(term, letters); rank != Misses) {
            found.at(rank).append(term);
        }
    }
    return found.at(Begins) + found.at(Holds) + found.at(Leads);
}

base::Result<AdverseTerms> AdverseTerms::read(const QByteArray& json) {
    const auto parsed = parseSafetyFile(json, QStringLiteral("adverse_terms.json"));
    if (!parsed) {
        return tl::unexpected<base::Error>(parsed.error());
    }
    scales::JsonReading reading;
    const JsonPlace root(*parsed, QString(), reading);
    AdverseTerms found;
    for (const JsonPlace& place : root.list(QLatin1String("terms"))) {
        const AdverseTerm term = termAt(place);
        if (std::any_of(found.terms.begin(), found.terms.end(), [&](const AdverseTerm& other) {
                return base::foldForSearch(other.term) == base::foldForSearch(term.term);
            })) {
            place.refuseAt(QLatin1String("term"), Words::tr("the term stands twice"));
        }
        found.terms.append(term);
    }
    if (const auto outcome = outcomeOf(reading); !outcome) {
        return tl::unexpected<base::Error>(outcome.error());
    }
    return found;
}

const AdverseTerms& AdverseTerms::builtIn() {
    static const AdverseTerms kTerms = [] {
        const auto terms = read(builtInSafetyFile(QStringLiteral("adverse_terms.json")));
        KAIROS_CHECK(terms.has_value());
        return *terms;
    }();
    return kTerms;
}

} // namespace kairos::safety
