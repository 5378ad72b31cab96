// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/json_words.h"
#include "app/cli/text_table.h"

#include "core/protocols/dose.h"
#include "core/protocols/names.h"

namespace kairos::cli {
namespace {

const QString kRoute = QStringLiteral("--route");
const QString kMgPerKg = QStringLiteral("--mg-per-kg");
const QString kMg = QStringLiteral("--mg");
const QString kWeight = QStringLiteral("--weight-kg");
const QString kMinutes = QStringLiteral("--minutes");
const QString kConcentration = QStringLiteral("--concentration-mg-per-ml");
const QString kBag = QStringLiteral("--bag-ml");
const QString kBagRule = QStringLiteral("--bag-rule");
const QString kEsketamine = QStringLiteral("--esketamine-mg");

/// Fills one figure of the request from its option.
template <class Unit>
base::Outcome take(const Arguments& arguments, const QString& option,
                   std::optional<base::Quantity<Unit>>& figure) {
    return arguments.number(option).map([&](const std::optional<double>& number) {
        if (number) {
            figure = base::Quantity<Unit>{*number};
        }
    });
}

base::Outcome takeWords(const Arguments& arguments, protocols::DoseRequest& request) {
    if (arguments.has(kRoute)) {
        const auto route = protocols::routeFromId(arguments.value(kRoute));
        if (!route || *route == record::Route::Intranasal) {
            return usageError(QStringLiteral("\"%1\" after --route is none of iv, im, sc, sl, po")
                                  .arg(arguments.value(kRoute)),
                              QStringLiteral("for the nasal spray use --esketamine-mg"));
        }
        request.route = *route;
    }
    if (arguments.has(kBagRule)) {
        const QString rule = arguments.value(kBagRule);
        if (rule != QLatin1String("qs") && rule != QLatin1String("add")) {
            return usageError(QStringLiteral("\"%1\" after --bag-rule is neither qs nor add").arg(rule),
                              QStringLiteral("qs fills up to the bag's volume, add puts the drug on top"));
        }
        request.bagRule = rule == QLatin1String("qs") ? record::BagRule::FillTo : record::BagRule::AddTo;
    }
    return {};
}

base::Result<protocols::DoseRequest> doseRequestOf(const Arguments& arguments) {
    protocols::DoseRequest request;
    return takeWords(arguments, request)
        .and_then([&] { return take(arguments, kMgPerKg, request.mgPerKg); })
        .and_then([&] { return take(arguments, kMg, request.mg); })
        .and_then([&] { return take(arguments, kWeight, request.weight); })
        .and_then([&] { return take(arguments, kMinutes, request.minutes); })
        .and_then([&] { return take(arguments, kConcentration, request.concentration); })
        .and_then([&] { return take(arguments, kBag, request.bagVolume); })
        .map([&] { return request; });
}

base::Result<protocols::DoseFigures> figuresOf(const Arguments& arguments) {
    const auto& limits = protocols::builtInDoseLimits();
    if (!arguments.has(kEsketamine)) {
        return doseRequestOf(arguments).and_then(
            [&](const protocols::DoseRequest& request) { return protocols::reckonDose(request, limits); });
    }
    for (const QString& other : {kRoute, kMgPerKg, kMg, kWeight, kMinutes, kConcentration, kBag, kBagRule}) {
        if (arguments.has(other)) {
            return usageError(QStringLiteral("%1 has no meaning beside --esketamine-mg").arg(other),
                              QStringLiteral("leave it out: the spray is dosed by whole devices"));
        }
    }
    return arguments.number(kEsketamine).and_then([&](const std::optional<double>& mg) {
        return protocols::reckonEsketamine(base::Milligrams{mg.value_or(0)}, limits);
    });
}

template <class Unit>
std::optional<double> valueOf(const std::optional<base::Quantity<Unit>>& quantity) {
    return quantity ? std::optional(quantity->value) : std::nullopt;
}

std::optional<double> valueOf(const std::optional<int>& count) {
    return count ? std::optional<double>(*count) : std::nullopt;
}

Reply doseReply(const protocols::DoseFigures& figures) {
    const QList<std::pair<QString, std::optional<double>>> values{
        {QStringLiteral("mg"), figures.mg.value},
        {QStringLiteral("mg_per_kg"), valueOf(figures.mgPerKg)},
        {QStringLiteral("ml"), valueOf(figures.ml)},
        {QStringLiteral("mg_per_min"), valueOf(figures.mgPerMin)},
        {QStringLiteral("ug_per_kg_min"), valueOf(figures.ugPerKgMin)},
        {QStringLiteral("bag_mg_per_ml"), valueOf(figures.bagMgPerMl)},
        {QStringLiteral("ml_per_h"), valueOf(figures.mlPerH)},
        {QStringLiteral("devices"), valueOf(figures.devices)},
        {QStringLiteral("sprays"), valueOf(figures.sprays)},
        {QStringLiteral("rests"), valueOf(figures.rests)}};
    Reply reply;
    QList<QStringList> rows;
    for (const auto& value : values) {
        reply.json.insert(value.first, numberOrNull(value.second));
        if (value.second) {
            rows.append({value.first, numberText(value.second)});
        }
    }
    reply.json.insert(QStringLiteral("findings"), findingsJson(figures.findings));
    const QStringList lines{textTable(rows)};
    reply.text = (lines + findingLines(figures.findings)).join(QLatin1Char('\n'));
    reply.exit = figures.hasStop() ? 1 : 0;
    return reply;
}

base::Result<Reply> runDose(const Arguments& arguments) {
    return figuresOf(arguments).map(doseReply);
}

} // namespace

Command doseCommand() {
    return {QStringLiteral("dose"),
            QStringLiteral("reckon a dose and hold it against the limits; nothing is saved"),
            {},
            {{kRoute, QStringLiteral("R"), QStringLiteral("iv, im, sc, sl or po; iv when left out")},
             {kMgPerKg, QStringLiteral("N"), QStringLiteral("the dose by weight; this or --mg")},
             {kMg, QStringLiteral("N"), QStringLiteral("the dose in mg")},
             {kWeight, QStringLiteral("N"), QStringLiteral("body weight in kg")},
             {kMinutes, QStringLiteral("N"), QStringLiteral("infusion time")},
             {kConcentration, QStringLiteral("N"), QStringLiteral("of the vial; never assumed")},
             {kBag, QStringLiteral("N"), QStringLiteral("volume of the bag")},
             {kBagRule, QStringLiteral("qs|add"),
              QStringLiteral("fill up to the bag's volume, or add the drug to it; never assumed")},
             {kEsketamine, QStringLiteral("N"), QStringLiteral("nasal spray in whole devices, alone")}},
            {QStringLiteral("Exit 1 when a finding is a stop.")},
            runDose};
}

} // namespace kairos::cli
