// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/json_words.h"
#include "app/cli/passphrase.h"
#include "app/cli/text_table.h"
#include "app/cli/workplace.h"

#include "core/storage/practice_file.h"

namespace kairos::cli {
namespace {

/// The day alone where no time of day is known.
QString atText(const record::Rating& rating, const QTimeZone& zone) {
    return rating.timeKnown ? timeText(rating.assessedAt, zone)
                            : rating.assessedAt.local(zone).date().toString(Qt::ISODate);
}

base::Result<Reply> list(const workflow::OpenPractice& practice, const record::Patient& patient) {
    storage::RowFilter filter;
    filter.patient = patient.id;
    const auto loaded = practice.file().records().list<record::Rating>(filter);
    if (!loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    if (!loaded->damaged.isEmpty()) {
        return base::fail(base::ErrorCode::Damaged, QStringLiteral("The ratings were not listed"),
                          QStringLiteral("%1 does not fit its hash").arg(loaded->damaged.first()),
                          QStringLiteral("run kairos-cli verify --deep, and keep this file"));
    }
    QJsonArray ratings;
    QList<QStringList> rows;
    for (const record::Rating& rating : loaded->records) {
        const QString at = atText(rating, practice.zone());
        ratings.append(QJsonObject{{QStringLiteral("id"), rating.id.toString()},
                                   {QStringLiteral("instrument"), rating.instrument},
                                   {QStringLiteral("at"), at},
                                   {QStringLiteral("total"), numberOrNull(rating.total)},
                                   {QStringLiteral("band"), textOrNull(rating.band)}});
        rows.append({rating.id.toString(), at, rating.instrument, numberText(rating.total), rating.band});
    }
    return Reply{{{QStringLiteral("ratings"), ratings}}, textTable(rows), 0};
}

base::Result<Reply> run(const Arguments& arguments) {
    const Workplace workplace;
    return workplace.open(arguments).and_then([&](const std::unique_ptr<workflow::OpenPractice>& practice) {
        return patientOf(*practice, arguments).and_then([&](const record::Patient& patient) {
            return list(*practice, patient);
        });
    });
}

} // namespace

Command ratingsCommand() {
    return {QStringLiteral("ratings"),
            QStringLiteral("a patient's ratings, oldest first"),
            {QStringLiteral("FILE")},
            {passphraseOption(), patientOption()},
            {},
            run};
}

} // namespace kairos::cli
