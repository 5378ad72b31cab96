// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/monitoring_form.h"

#include "core/safety/safety_json.h"

#include "core/base/check.h"

#include <algorithm>

namespace kairos::safety {

using scales::JsonPlace;

namespace {

MonitoringFigure figureAt(const JsonPlace& place, QLatin1String key) {
    constexpr int kMost = 10'000;
    MonitoringFigure figure{place.whole(key), place.text(QLatin1String("source")), confidenceAt(place)};
    if (figure.value < 1 || figure.value > kMost) {
        place.refuseAt(key, QStringLiteral("the figure is not between 1 and %1").arg(kMost));
    }
    return figure;
}

MonitoringMedication medicationAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("title"), QLatin1String("classes"), QLatin1String("source"),
                     QLatin1String("confidence")});
    MonitoringMedication kind{place.text(QLatin1String("title")), place.textsIfAny(QLatin1String("classes")),
                              place.text(QLatin1String("source")), confidenceAt(place)};
    if (kind.classes.isEmpty()) {
        place.refuse(QStringLiteral("it names no class of medicines"));
    }
    return kind;
}

MonitoringItem itemAt(const JsonPlace& place, const QList<MonitoringItem>& before) {
    place.allowOnly({QLatin1String("id"), QLatin1String("source"), QLatin1String("confidence")});
    MonitoringItem item{place.text(QLatin1String("id")), place.text(QLatin1String("source")),
                        confidenceAt(place)};
    if (std::any_of(before.begin(), before.end(),
                    [&item](const MonitoringItem& other) { return other.id == item.id; })) {
        place.refuseAt(QLatin1String("id"), QStringLiteral("the id stands twice"));
    }
    return item;
}

void readFigures(const JsonPlace& root, MonitoringForm& form) {
    const QLatin1String value("value");
    form.submitDays = figureAt(root.at(QStringLiteral("submitDays")), value);
    form.monitorMinutes = figureAt(root.at(QStringLiteral("monitorMinutes")), value);
    form.pressureMinute = figureAt(root.at(QStringLiteral("pressureAfter")), QLatin1String("minute"));
    form.pressureWithin = figureAt(root.at(QStringLiteral("pressureWithin")), QLatin1String("minutes"));
    form.sedationBelow = figureAt(root.at(QStringLiteral("sedationBelow")), value);
    form.dissociationAbove = figureAt(root.at(QStringLiteral("dissociationAbove")), value);
    form.dissociationInstrument =
        root.at(QStringLiteral("dissociationAbove")).text(QLatin1String("instrument"));
    form.sedationTerms = root.textsIfAny(QLatin1String("sedationTerms"));
    form.dissociationTerms = root.textsIfAny(QLatin1String("dissociationTerms"));
    form.respiratoryTerms = root.textsIfAny(QLatin1String("respiratoryTerms"));
}

} // namespace

base::Result<MonitoringForm> MonitoringForm::read(const QByteArray& json) {
    const auto parsed = parseSafetyFile(json, QStringLiteral("monitoring_form.json"));
    if (!parsed) {
        return tl::unexpected<base::Error>(parsed.error());
    }
    scales::JsonReading reading;
    const JsonPlace root(*parsed, QString(), reading);
    MonitoringForm form;
    form.version = root.text(QLatin1String("version"));
    form.note = root.text(QLatin1String("note"));
    form.unsourced = root.text(QLatin1String("unsourced"));
    readFigures(root, form);
    for (const JsonPlace& place : root.list(QLatin1String("medication"))) {
        form.medication.append(medicationAt(place));
    }
    for (const JsonPlace& place : root.list(QLatin1String("items"))) {
        form.items.append(itemAt(place, form.items));
    }
    for (const JsonPlace& place : root.list(QLatin1String("sources"))) {
        form.sources.append(QStringLiteral("%1 (%2)").arg(place.text(QLatin1String("text")),
                                                          base::confidenceMark(confidenceAt(place))));
    }
    if (const auto outcome = outcomeOf(reading); !outcome) {
        return tl::unexpected<base::Error>(outcome.error());
    }
    return form;
}

const MonitoringForm& MonitoringForm::builtIn() {
    static const MonitoringForm kForm = [] {
        const auto form = read(builtInSafetyFile(QStringLiteral("monitoring_form.json")));
        KAIROS_CHECK(form.has_value());
        return *form;
    }();
    return kForm;
}

} // namespace kairos::safety
