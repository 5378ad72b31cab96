// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/passphrase.h"
#include "app/cli/workplace.h"
#include "core/workflow/catalog.h"

#include "core/demo/demo_practice.h"

namespace kairos::cli {
namespace {

base::Result<demo::DemoRequest> requestOf(const Arguments& arguments) {
    demo::DemoRequest request;
    request.path = arguments.positional(0);
    const auto number = [&](const QString& option, qulonglong fallback) -> base::Result<qulonglong> {
        if (!arguments.has(option)) {
            return fallback;
        }
        bool isNumber = false;
        const qulonglong value = arguments.value(option).toULongLong(&isNumber);
        if (!isNumber || (option == QLatin1String("--patients") && value > 100'000)) {
            return usageError(
                QStringLiteral("\"%1\" is no number for %2").arg(arguments.value(option), option),
                QStringLiteral("type a whole number"));
        }
        return value;
    };
    const auto patients = number(QStringLiteral("--patients"), 0);
    const auto seed = number(QStringLiteral("--seed"), 1);
    if (!patients || !seed) {
        return tl::unexpected<base::Error>(patients ? seed.error() : patients.error());
    }
    request.patients = static_cast<int>(*patients);
    request.seed = *seed;
    const auto asOf = arguments.date(QStringLiteral("--as-of"));
    if (!asOf) {
        return tl::unexpected<base::Error>(asOf.error());
    }
    request.asOf = asOf->value_or(QDate());
    return readSecret(arguments.value(QStringLiteral("--passphrase-file")))
        .map([&](const QString& passphrase) {
            request.passphrase = passphrase;
            return request;
        });
}

base::Result<Reply> runDemo(const Arguments& arguments) {
    const Workplace workplace;
    return requestOf(arguments).and_then([&](const demo::DemoRequest& request) {
        return demo::makeDemo(request, workplace.environment().catalog.get()).map([&] {
            Reply reply;
            reply.json = {{QStringLiteral("file"), request.path},
                          {QStringLiteral("password"), demo::demoPassword()}};
            reply.text =
                QStringLiteral("Made the synthetic practice %1. Every clinician signs in with \"%2\".")
                    .arg(request.path, demo::demoPassword());
            return reply;
        });
    });
}

} // namespace

Command demoCommand() {
    return {
        QStringLiteral("demo"),
        QStringLiteral("make the synthetic demo practice"),
        {QStringLiteral("FILE")},
        {passphraseOption(),
         {QStringLiteral("--patients"), QStringLiteral("N"),
          QStringLiteral("how many patients; at least the fourteen of the story")},
         {QStringLiteral("--seed"), QStringLiteral("S"), QStringLiteral("another number, another practice")},
         {QStringLiteral("--as-of"), QStringLiteral("DATE"),
          QStringLiteral("the story plays in the week of this date; 2026-11-02 by default")}},
        {QStringLiteral("The same seed and week give the same ids, content and journal head.")},
        runDemo};
}

} // namespace kairos::cli
