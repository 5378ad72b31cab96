// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/thread_rules.h"

#include "core/therapy/therapy_json.h"
#include "core/therapy/words.h"

#include "core/base/built_in.h"
#include "core/base/check.h"

namespace kairos::therapy {

using scales::JsonPlace;

namespace {

ThreadRules threadRulesAt(const JsonPlace& root) {
    root.allowOnly({QLatin1String("id"), QLatin1String("version"), QLatin1String("title"),
                    QLatin1String("reviewer"), QLatin1String("askAfterDays")});
    ThreadRules rules;
    const JsonPlace ask = root.at(QLatin1String("askAfterDays"));
    rules.askAfterDays = ask.whole(QLatin1String("value"));
    rules.askSource = ask.text(QLatin1String("source"));
    rules.askConfidence = confidenceAt(ask);
    if (rules.askAfterDays < 0) {
        ask.refuseAt(QLatin1String("value"), QStringLiteral("0 or more is expected"));
    }
    return rules;
}

} // namespace

base::Result<ThreadRules> ThreadRules::read(const QByteArray& json) {
    const QString what = Words::tr("The rules of the thread were not read");
    const auto object = parseTherapyFile(json, what);
    if (!object) {
        return tl::unexpected<base::Error>(object.error());
    }
    scales::JsonReading reading;
    const ThreadRules rules = threadRulesAt(JsonPlace(*object, QString(), reading));
    return outcomeOf(reading, what).map([&] { return rules; });
}

const ThreadRules& ThreadRules::builtIn() {
    static const ThreadRules kRules = [] {
        auto rules = read(base::builtInFile(QStringLiteral("therapy/thread.json")));
        KAIROS_CHECK(rules.has_value());
        return *rules;
    }();
    return kRules;
}

} // namespace kairos::therapy
