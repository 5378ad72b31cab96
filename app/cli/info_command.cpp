// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/installed_instruments.h"
#include "app/cli/json_words.h"
#include "app/cli/passphrase.h"
#include "app/cli/text_table.h"
#include "app/cli/verification.h"
#include "app/cli/workplace.h"

#include "core/storage/practice_file.h"
#include "core/workflow/catalog.h"

namespace kairos::cli {
namespace {

struct Count {
    QString name;
    record::RecordKind kind;
};

const QList<Count>& countedKinds() {
    using record::RecordKind;
    static const QList<Count> kKinds{{QStringLiteral("clinicians"), RecordKind::Clinician},
                                     {QStringLiteral("patients"), RecordKind::Patient},
                                     {QStringLiteral("plans"), RecordKind::TreatmentPlan},
                                     {QStringLiteral("orders"), RecordKind::Order},
                                     {QStringLiteral("dosing_sessions"), RecordKind::DosingSession},
                                     {QStringLiteral("therapy_sessions"), RecordKind::TherapySession},
                                     {QStringLiteral("readings"), RecordKind::Reading},
                                     {QStringLiteral("notes"), RecordKind::Note},
                                     {QStringLiteral("ratings"), RecordKind::Rating},
                                     {QStringLiteral("risk_items"), RecordKind::RiskItem}};
    return kKinds;
}

base::Result<Reply> describe(workflow::OpenPractice& practice) {
    const auto verified = verification(practice, workflow::CheckDepth::Journal);
    if (!verified) {
        return tl::unexpected<base::Error>(verified.error());
    }
    QList<QStringList> rows{{QStringLiteral("practice"), practice.practice().name},
                            {QStringLiteral("zone"), practice.practice().zone}};
    QJsonObject counts;
    for (const Count& counted : countedKinds()) {
        const auto count = practice.file().records().count(counted.kind);
        if (!count) {
            return tl::unexpected<base::Error>(count.error());
        }
        counts.insert(counted.name, *count);
        rows.append(
            {QString(counted.name).replace(QLatin1Char('_'), QLatin1Char(' ')), QString::number(*count)});
    }
    Reply reply;
    reply.json = verified->json();
    reply.json.insert(QStringLiteral("practice"), practice.practice().name);
    reply.json.insert(QStringLiteral("zone"), practice.practice().zone);
    reply.json.insert(QStringLiteral("synthetic"), practice.practice().synthetic);
    reply.json.insert(QStringLiteral("counts"), counts);
    const auto& instruments = practice.catalog().instruments;
    reply.json.insert(QStringLiteral("own_instruments"), ownJson(instruments));
    reply.json.insert(QStringLiteral("refused_instruments"), refusedJson(instruments));
    const QStringList lines{textTable(rows + verified->rows())};
    reply.text =
        (lines + findingLines(verified->findings) + ownLines(instruments) + refusedLines(instruments))
            .join(QLatin1Char('\n'));
    reply.exit = verified->isOk() ? 0 : 1;
    return reply;
}

base::Result<Reply> runInfo(const Arguments& arguments) {
    const Workplace workplace;
    return workplace.open(arguments).and_then(
        [](const std::unique_ptr<workflow::OpenPractice>& practice) { return describe(*practice); });
}

} // namespace

Command infoCommand() {
    return {
        QStringLiteral("info"),
        QStringLiteral("counts, schema, engine, journal entries and head"),
        {QStringLiteral("FILE")},
        {passphraseOption()},
        {QStringLiteral("The journal is checked on the way: exit 1 when it does not hold.\n"
                        "Instruments beside the practice (NAME.instruments) are listed, and which files of\n"
                        "that folder were refused and why.")},
        runInfo};
}

} // namespace kairos::cli
