// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/chart_records.h"
#include "app/cli/json_words.h"
#include "app/cli/passphrase.h"
#include "app/cli/text_table.h"
#include "app/cli/workplace.h"

#include "core/outcomes/dose_relation.h"
#include "core/workflow/catalog.h"

namespace kairos::cli {
namespace {

/// How a rating stands to the doses; nothing is known of an instrument that is not installed.
std::optional<outcomes::DoseRelation> relationOf(const record::Rating& rating, const outcomes::Course& course,
                                                 const workflow::Catalog& catalog) {
    const auto* instrument = catalog.instruments.find(rating.instrument);
    if (instrument == nullptr) {
        return std::nullopt;
    }
    return outcomes::relationOf(rating, *instrument, course, outcomes::builtInTrendRules());
}

QJsonObject ratingJson(const record::Rating& rating, const std::optional<outcomes::DoseRelation>& relation,
                       const QTimeZone& zone) {
    const auto hours = relation ? relation->hoursSinceDose : std::nullopt;
    const auto share = relation ? std::optional(relation->pretreatmentShare) : std::nullopt;
    return {
        {QStringLiteral("id"), rating.id.toString()},
        {QStringLiteral("instrument"), rating.instrument},
        {QStringLiteral("at"), ratedText(rating, zone)},
        {QStringLiteral("total"), numberOrNull(rating.total)},
        {QStringLiteral("band"), textOrNull(rating.band)},
        {QStringLiteral("hours_since_dose"), numberOrNull(hours)},
        {QStringLiteral("overlaps_dose"), relation ? QJsonValue(relation->overlapsDose) : QJsonValue::Null},
        {QStringLiteral("pretreatment_share"), numberOrNull(share)},
        {QStringLiteral("excluded"), relation ? QJsonValue(relation->excluded) : QJsonValue::Null}};
}

base::Result<Reply> listRatings(const workflow::OpenPractice& practice, const record::Patient& patient) {
    const auto ratings = recordsOf<record::Rating>(practice, patient.id);
    const auto course = courseOf(practice, patient.id);
    if (!ratings || !course) {
        return tl::unexpected<base::Error>(ratings ? course.error() : ratings.error());
    }
    QJsonArray json;
    QList<QStringList> rows;
    for (const record::Rating& rating : *ratings) {
        const auto relation = relationOf(rating, *course, practice.catalog());
        json.append(ratingJson(rating, relation, practice.zone()));
        rows.append({rating.id.toString(), ratedText(rating, practice.zone()), rating.instrument,
                     numberText(rating.total), rating.band});
    }
    return Reply{{{QStringLiteral("ratings"), json}}, textTable(rows), 0};
}

base::Result<Reply> runRatings(const Arguments& arguments) {
    const Workplace workplace;
    return workplace.open(arguments).and_then([&](const std::unique_ptr<workflow::OpenPractice>& practice) {
        return patientOf(*practice, arguments).and_then([&](const record::Patient& patient) {
            return listRatings(*practice, patient);
        });
    });
}

} // namespace

Command ratingsCommand() {
    return {QStringLiteral("ratings"),
            QStringLiteral("a patient's ratings, oldest first"),
            {QStringLiteral("FILE")},
            {passphraseOption(), patientOption()},
            {QStringLiteral("Hours count from the start of the last dose before the rating.")},
            runRatings};
}

} // namespace kairos::cli
