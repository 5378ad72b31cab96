// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/passphrase.h"
#include "app/cli/workplace.h"

#include "core/storage/practice_file.h"

#include <QTimeZone>

namespace kairos::cli {
namespace {

base::Result<workflow::NewPractice> wantedPractice(const Arguments& arguments) {
    workflow::NewPractice wanted;
    wanted.path = arguments.positional(0);
    wanted.name = arguments.value(QStringLiteral("--practice"));
    wanted.clinicianName = arguments.value(QStringLiteral("--clinician"));
    wanted.zone = arguments.has(QStringLiteral("--zone")) ? arguments.value(QStringLiteral("--zone"))
                                                          : QString::fromUtf8(QTimeZone::systemTimeZoneId());
    wanted.roles = {record::Role::Therapist, record::Role::Prescriber, record::Role::Monitor,
                    record::Role::Administrator};
    const QString passphraseFile = arguments.value(QStringLiteral("--passphrase-file"));
    const QString passwordFile = arguments.value(QStringLiteral("--password-file"));
    if (passphraseFile == QLatin1String("-") && passwordFile == QLatin1String("-")) {
        return usageError(QStringLiteral("standard input cannot be both passphrase and password"),
                          QStringLiteral("put one of them into a file"));
    }
    const auto passphrase = readSecret(passphraseFile);
    if (!passphrase) {
        return tl::unexpected<base::Error>(passphrase.error());
    }
    wanted.passphrase = *passphrase;
    wanted.password = *passphrase;
    if (!passwordFile.isEmpty()) {
        const auto password = readSecret(passwordFile);
        if (!password) {
            return tl::unexpected<base::Error>(password.error());
        }
        wanted.password = *password;
    }
    return wanted;
}

Reply reply(const workflow::OpenPractice& practice) {
    const QString code = practice.recoveryCode();
    Reply made;
    made.json = {{QStringLiteral("practice"), practice.practice().id.toString()},
                 {QStringLiteral("name"), practice.practice().name},
                 {QStringLiteral("zone"), practice.practice().zone},
                 {QStringLiteral("clinician"), practice.signedIn()->id.toString()},
                 {QStringLiteral("recovery_code"), code}};
    made.text = QStringLiteral("Recovery code of %1 (shown this once; print it for the safe):\n%2")
                    .arg(practice.practice().name, code);
    return made;
}

base::Result<Reply> runCreate(const Arguments& arguments) {
    const Workplace workplace;
    return wantedPractice(arguments)
        .and_then([&](const workflow::NewPractice& wanted) {
            return workflow::OpenPractice::create(wanted, workplace.environment());
        })
        .map([](const std::unique_ptr<workflow::OpenPractice>& practice) { return reply(*practice); });
}

} // namespace

Command createCommand() {
    return {
        QStringLiteral("create"),
        QStringLiteral("make a new practice; its recovery code goes to standard output, once"),
        {QStringLiteral("FILE")},
        {passphraseOption(),
         {QStringLiteral("--practice"), QStringLiteral("NAME"),
          QStringLiteral("the practice's name, as on its letters"), Takes::Value, Need::Required},
         {QStringLiteral("--clinician"), QStringLiteral("NAME"),
          QStringLiteral("the first person who signs in; holds every role"), Takes::Value, Need::Required},
         {QStringLiteral("--zone"), QStringLiteral("IANA"),
          QStringLiteral("time zone, e.g. Europe/Oslo; this PC's when left out")},
         {QStringLiteral("--password-file"), QStringLiteral("F"),
          QStringLiteral("that person's own password; the passphrase when left out")}},
        {QStringLiteral("FILE.key is written beside FILE; keep both together.")},
        runCreate};
}

} // namespace kairos::cli
