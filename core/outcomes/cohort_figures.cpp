// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/cohort_figures.h"

#include "core/base/built_in.h"
#include "core/base/check.h"
#include "core/outcomes/words.h"
#include "core/scales/json_place.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kairos::outcomes {

namespace {

using scales::JsonPlace;

base::Confidence cohortConfidence(const JsonPlace& place) {
    return place.word<base::Confidence>(QLatin1String("confidence"),
                                        {{QLatin1String("H"), base::Confidence::High},
                                         {QLatin1String("M"), base::Confidence::Medium},
                                         {QLatin1String("C"), base::Confidence::Check}});
}

std::optional<qint64> countAt(const JsonPlace& place, QLatin1String key) {
    const auto whole = place.wholeIfAny(key);
    return whole ? std::optional<qint64>(*whole) : std::nullopt;
}

/// Whether the numbers of a figure fit together.
void checkNumbers(const JsonPlace& place, const CohortFigure& figure) {
    const bool isShare = figure.measure != CohortMeasure::MeanChange;
    if (figure.n < 1) {
        place.refuseAt(QLatin1String("n"), Words::tr("n is not above 0"));
    }
    if (isShare && !figure.x && !figure.percent) {
        place.refuse(Words::tr("a share needs x or percent"));
    }
    if (isShare && figure.x && (*figure.x < 0 || *figure.x > figure.n)) {
        place.refuseAt(QLatin1String("x"), Words::tr("x is not between 0 and n"));
    }
    if (isShare && figure.percent && (*figure.percent < 0 || *figure.percent > 100)) {
        place.refuseAt(QLatin1String("percent"), Words::tr("it is not between 0 and 100"));
    }
    if (!isShare && !figure.change) {
        place.refuse(Words::tr("a mean change needs change"));
    }
    if (figure.day < 0 || (figure.toDay && *figure.toDay < figure.day)) {
        place.refuseAt(QLatin1String("day"), Words::tr("the days do not follow each other"));
    }
}

CohortFigure figureAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("id"), QLatin1String("citation"), QLatin1String("group"),
                     QLatin1String("control"), QLatin1String("instrument"), QLatin1String("measure"),
                     QLatin1String("definition"), QLatin1String("day"), QLatin1String("to_day"),
                     QLatin1String("when"), QLatin1String("n"), QLatin1String("treated"), QLatin1String("x"),
                     QLatin1String("percent"), QLatin1String("change"), QLatin1String("sd"),
                     QLatin1String("confidence"), QLatin1String("note")});
    CohortFigure figure;
    figure.id = place.text(QLatin1String("id"));
    figure.citation = place.text(QLatin1String("citation"));
    figure.group = place.text(QLatin1String("group"));
    figure.isControl = place.isSet(QLatin1String("control"));
    figure.instrument = place.text(QLatin1String("instrument"));
    figure.measure = place.word<CohortMeasure>(QLatin1String("measure"),
                                               {{QLatin1String("response"), CohortMeasure::Response},
                                                {QLatin1String("remission"), CohortMeasure::Remission},
                                                {QLatin1String("mean-change"), CohortMeasure::MeanChange}});
    figure.definition = place.text(QLatin1String("definition"));
    figure.day = place.number(QLatin1String("day"));
    figure.toDay = place.numberIfAny(QLatin1String("to_day"));
    figure.when = place.text(QLatin1String("when"));
    figure.n = place.whole(QLatin1String("n"));
    figure.treated = countAt(place, QLatin1String("treated"));
    figure.x = countAt(place, QLatin1String("x"));
    figure.percent = place.numberIfAny(QLatin1String("percent"));
    figure.change = place.numberIfAny(QLatin1String("change"));
    figure.deviation = place.numberIfAny(QLatin1String("sd"));
    figure.confidence = cohortConfidence(place);
    figure.note = place.textOr(QLatin1String("note"), QString());
    checkNumbers(place, figure);
    return figure;
}

CheckpointFinding findingAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("id"), QLatin1String("citation"), QLatin1String("instrument"),
                     QLatin1String("n"), QLatin1String("text"), QLatin1String("confidence")});
    return {place.text(QLatin1String("id")),
            place.text(QLatin1String("citation")),
            place.textOr(QLatin1String("instrument"), QString()),
            place.text(QLatin1String("n")),
            place.text(QLatin1String("text")),
            cohortConfidence(place)};
}

tl::unexpected<base::Error> refused(const QString& why) {
    return base::fail(base::ErrorCode::InvalidInput, Words::tr("The published figures were not read"), why,
                      Words::tr("mend the file at the place named"));
}

} // namespace

double CohortFigure::sharePercent() const {
    return x ? 100.0 * double(*x) / double(n) : percent.value_or(0);
}

std::optional<Interval> CohortFigure::intervalPercent() const {
    if (!x) {
        return std::nullopt;
    }
    const auto interval = proportion(*x, n).interval;
    return interval ? std::optional(Interval{100 * interval->low, 100 * interval->high}) : std::nullopt;
}

QString CohortFigure::label() const {
    return Words::tr("%1, n %2, %3").arg(citation, QString::number(n), base::confidenceMark(confidence));
}

QList<CohortFigure> CohortLibrary::of(QStringView instrument) const {
    QList<CohortFigure> found;
    std::ranges::copy_if(figures, std::back_inserter(found),
                         [&](const CohortFigure& figure) { return figure.instrument == instrument; });
    std::ranges::stable_sort(found, {}, &CohortFigure::day);
    return found;
}

base::Result<CohortLibrary> parseCohorts(const QByteArray& json) {
    QJsonParseError syntax;
    const QJsonDocument document = QJsonDocument::fromJson(json, &syntax);
    if (!document.isObject()) {
        return refused(Words::tr("this is no JSON object (%1)").arg(syntax.errorString()));
    }
    scales::JsonReading reading;
    const JsonPlace root(document.object(), QString(), reading);
    root.allowOnly({QLatin1String("id"), QLatin1String("version"), QLatin1String("title"),
                    QLatin1String("reviewer"), QLatin1String("figures"), QLatin1String("checkpoint_doses"),
                    QLatin1String("checkpoints")});
    CohortLibrary library;
    for (const JsonPlace& place : root.list(QLatin1String("figures"))) {
        library.figures.append(figureAt(place));
    }
    for (const int dose : root.wholes(QLatin1String("checkpoint_doses"))) {
        library.checkpointDoses.append(dose);
    }
    for (const JsonPlace& place : root.list(QLatin1String("checkpoints"))) {
        library.checkpoints.append(findingAt(place));
    }
    if (const auto& problem = reading.problem()) {
        return refused(QStringLiteral("%1: %2").arg(problem->place, problem->reason));
    }
    return library;
}

const CohortLibrary& builtInCohorts() {
    static const CohortLibrary library = [] {
        const auto parsed = parseCohorts(base::builtInFile(QStringLiteral("outcomes/cohorts.json")));
        KAIROS_CHECK(parsed.has_value());
        return *parsed;
    }();
    return library;
}

} // namespace kairos::outcomes
