// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/header_words.h"

#include "ui/shared/formats.h"

#include <QCoreApplication>

#include <cmath>

namespace kairos::ui {
namespace {

class Words final {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::PatientHeader)

public:
    static QString born(const QString& age, const QString& date) { return tr("%1, born %2").arg(age, date); }
    static QString bornNoAge(const QString& date) { return tr("born %1").arg(date); }
    static QString mrn(const QString& mrn) { return tr("MRN %1").arg(mrn); }
    static QString notAsked() { return tr("not asked"); }
    static QString noneKnown() { return tr("none known"); }
    static QString listedElsewhere() { return tr("listed, none named"); }
    static QString more(int count) { return tr("and %n more", nullptr, count); }
    static QString notWeighed() { return tr("not weighed"); }
    static QString kilograms(const QString& number) { return withUnit(number, tr("kg")); }
    static QString today() { return tr("today"); }
    static QString doses(int count) {
        return count > 0 ? tr("%n dose(s) given", nullptr, count) : tr("no dose yet");
    }
    static QString score(const QString& total, const QString& band) {
        return tr("%1 %2", "total and band").arg(total, band);
    }
    static QString change(const QString& sign, const QString& percent) {
        return tr("%1 (%2)").arg(sign, percent);
    }
    static QString judged(const outcomes::Trend& trend) {
        if (trend.remission.value_or(false)) {
            return tr("remission");
        }
        if (trend.response.value_or(false)) {
            return tr("response");
        }
        return {};
    }
    static QString titled(const QString& title, const QString& when) {
        return tr("%1, %2", "instrument and day").arg(title, when);
    }
    static QString stage(record::Stage stage) {
        switch (stage) {
        case record::Stage::Screening:
            return tr("Screening");
        case record::Stage::Preparing:
            return tr("Preparing");
        case record::Stage::Induction:
            return tr("Induction");
        case record::Stage::Consolidation:
            return tr("Consolidation");
        case record::Stage::Maintenance:
            return tr("Maintenance");
        case record::Stage::Paused:
            return tr("Paused");
        case record::Stage::Ended:
            return tr("Ended");
        }
        return {};
    }
};

QString dayOf(const base::Instant& at, QDate today, const QTimeZone& zone) {
    const QDate day = at.local(zone).date();
    if (day == today) {
        return Words::today();
    }
    return day.year() == today.year() ? QLocale().toString(day, QStringLiteral("d MMM")) : plainDateText(day);
}

} // namespace

QString personLine(const record::Patient& patient, QDate today) {
    QStringList parts;
    if (!patient.pronouns.isEmpty()) {
        parts.append(patient.pronouns);
    }
    if (patient.birthDate) {
        const QString age = ageText(*patient.birthDate, today);
        const QString born = plainDateText(*patient.birthDate);
        parts.append(age.isEmpty() ? Words::bornNoAge(born) : Words::born(age, born));
    }
    if (!patient.mrn.isEmpty()) {
        parts.append(Words::mrn(patient.mrn));
    }
    return parts.join(QStringLiteral(" · "));
}

HeaderWords allergyWords(const workflow::HeaderView& view) {
    if (!view.allergies.isEmpty()) {
        const auto& first = view.allergies.first();
        const int others = static_cast<int>(view.allergies.size()) - 1;
        return {first.substance, others > 0 ? Words::more(others) : first.reaction};
    }
    switch (view.patient.allergyStatus) {
    case record::AllergyStatus::NotAsked:
        return {Words::notAsked(), {}};
    case record::AllergyStatus::NoneKnown:
        return {Words::noneKnown(), {}};
    case record::AllergyStatus::Listed:
        return {Words::listedElsewhere(), {}};
    }
    return {};
}

HeaderWords weightWords(const workflow::HeaderView& view, QDate today, const QTimeZone& zone) {
    if (!view.weight) {
        return {Words::notWeighed(), {}};
    }
    return {Words::kilograms(shortNumberText(view.weight->weight.value, 1)),
            dayOf(view.weight->measuredAt, today, zone)};
}

HeaderWords phaseWords(const workflow::HeaderView& view) {
    return {Words::stage(view.patient.stage), Words::doses(view.dosesGiven)};
}

HeaderWords scoreWords(const workflow::HeaderView& view) {
    const auto* latest = view.trend ? view.trend->latestPoint() : nullptr;
    if (latest == nullptr || view.instrument == nullptr) {
        return {};
    }
    const auto* band = view.instrument->findBand(latest->band);
    HeaderWords words{shortNumberText(latest->total, 1), {}};
    if (band != nullptr) {
        words.strong = Words::score(words.strong, band->label);
    }
    const auto& trend = *view.trend;
    if (!trend.changePoints || *trend.changePoints == 0) {
        return words;
    }
    const QString figure = shortNumberText(std::abs(*trend.changePoints), 1);
    words.rest = (*trend.changePoints < 0 ? QStringLiteral("▼ %1") : QStringLiteral("▲ %1")).arg(figure);
    if (trend.changePercent) {
        words.rest = Words::change(words.rest, percentText(std::abs(*trend.changePercent) / 100.0));
    }
    const QString judged = Words::judged(trend);
    if (!judged.isEmpty()) {
        words.rest += QLatin1Char(' ') + judged;
    }
    return words;
}

QString scoreTitle(const workflow::HeaderView& view, QDate today, const QTimeZone& zone) {
    const auto* latest = view.trend ? view.trend->latestPoint() : nullptr;
    return latest != nullptr && view.instrument != nullptr
               ? Words::titled(view.instrument->shortTitle, dayOf(latest->at, today, zone))
               : QString();
}

QString stageWords(record::Stage stage) {
    return Words::stage(stage);
}

} // namespace kairos::ui
