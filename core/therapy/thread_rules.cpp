// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/thread_rules.h"

#include "core/base/check.h"
#include "core/scales/json_place.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace kairos::therapy {

using scales::JsonPlace;

namespace {

tl::unexpected<base::Error> refused(const QString& why) {
    return base::fail(base::ErrorCode::InvalidInput,
                      QCoreApplication::translate("therapy", "The rules of the thread were not read"), why,
                      QCoreApplication::translate("therapy", "correct the file at the place named"));
}

ThreadRules rulesAt(const JsonPlace& root) {
    root.allowOnly({QLatin1String("id"), QLatin1String("version"), QLatin1String("title"),
                    QLatin1String("reviewer"), QLatin1String("askAfterDays")});
    ThreadRules rules;
    const JsonPlace ask = root.at(QLatin1String("askAfterDays"));
    rules.askAfterDays = ask.whole(QLatin1String("value"));
    rules.askSource = ask.text(QLatin1String("source"));
    rules.askConfidence = ask.word<base::Confidence>(QLatin1String("confidence"),
                                                     {{QLatin1String("H"), base::Confidence::High},
                                                      {QLatin1String("M"), base::Confidence::Medium},
                                                      {QLatin1String("C"), base::Confidence::Check}});
    if (rules.askAfterDays < 0) {
        ask.refuseAt(QLatin1String("value"), QStringLiteral("0 or more is expected"));
    }
    return rules;
}

} // namespace

base::Result<ThreadRules> ThreadRules::read(const QByteArray& json) {
    QJsonParseError syntax;
    const auto document = QJsonDocument::fromJson(json, &syntax);
    if (!document.isObject()) {
        return refused(syntax.errorString());
    }
    scales::JsonReading reading;
    const ThreadRules rules = rulesAt(JsonPlace(document.object(), QString(), reading));
    if (const auto& problem = reading.problem()) {
        return refused(QStringLiteral("%1: %2").arg(problem->place, problem->reason));
    }
    return rules;
}

const ThreadRules& ThreadRules::builtIn() {
    static const ThreadRules kRules = [] {
        QFile file(QStringLiteral(":/kairos/therapy/thread.json"));
        KAIROS_CHECK(file.open(QIODevice::ReadOnly));
        auto rules = read(file.readAll());
        KAIROS_CHECK(rules.has_value());
        return *rules;
    }();
    return kRules;
}

} // namespace kairos::therapy
