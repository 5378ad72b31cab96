// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/expectations.h"

#include "ui/shared/formats.h"

#include <QCoreApplication>

#include <algorithm>

namespace kairos::ui {

using outcomes::CohortFigure;
using outcomes::CohortMeasure;

namespace {

struct ExpectationWords {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::Expectations)
};

constexpr int kLetters = 26;

/// a … z, then aa, ab …
QString letterOf(qsizetype place) {
    const QChar last(QLatin1Char(char('a' + place % kLetters)));
    return place < kLetters ? QString(last) : letterOf(place / kLetters - 1) + last;
}

PublishedFigure publishedPoint(const KeyedFigure& keyed) {
    PublishedFigure point;
    point.day = keyed.figure.day;
    point.toDay = keyed.figure.toDay;
    point.label = keyed.figure.label();
    point.key = keyed.key;
    if (keyed.figure.isControl) {
        point.marker = Marker::Square;
        point.kind = ExpectationWords::tr("comparison group");
    } else if (keyed.figure.measure == CohortMeasure::Remission) {
        point.marker = Marker::TriangleUp;
        point.kind = ExpectationWords::tr("remission");
    } else if (keyed.figure.measure == CohortMeasure::MeanChange) {
        point.kind = ExpectationWords::tr("published mean change, bar one SD");
    } else {
        point.kind = ExpectationWords::tr("response");
    }
    return point;
}

QString measureWord(CohortMeasure measure) {
    return measure == CohortMeasure::Remission ? ExpectationWords::tr("remission")
                                               : ExpectationWords::tr("response");
}

QString number(double value) {
    return shortNumberText(value, 1);
}

QString valueInWords(const CohortFigure& figure) {
    if (figure.measure == CohortMeasure::MeanChange) {
        return figure.deviation ? ExpectationWords::tr("%1 points (SD %2)")
                                      .arg(number(*figure.change), number(*figure.deviation))
                                : ExpectationWords::tr("%1 points").arg(number(*figure.change));
    }
    const auto interval = figure.intervalPercent();
    if (figure.x && interval) {
        return ExpectationWords::tr("%1 of %2 (%3 %, %4 to %5) %6")
            .arg(QString::number(*figure.x), QString::number(figure.n), number(figure.sharePercent()),
                 number(interval->low), number(interval->high), measureWord(figure.measure));
    }
    return ExpectationWords::tr("%1 % %2, count not known")
        .arg(number(figure.sharePercent()), measureWord(figure.measure));
}

} // namespace

QList<KeyedFigure> keyedFigures(const QList<CohortFigure>& figures) {
    QList<KeyedFigure> keyed;
    for (const CohortFigure& figure : figures) {
        keyed.append({letterOf(keyed.size()), figure});
    }
    return keyed;
}

QList<PublishedFigure> shareFigures(const QList<KeyedFigure>& figures) {
    QList<PublishedFigure> points;
    for (const KeyedFigure& keyed : figures) {
        if (keyed.figure.measure == CohortMeasure::MeanChange) {
            continue;
        }
        PublishedFigure point = publishedPoint(keyed);
        point.value = keyed.figure.sharePercent();
        if (const auto interval = keyed.figure.intervalPercent()) {
            point.low = interval->low;
            point.high = interval->high;
        }
        points.append(point);
    }
    return points;
}

QList<PublishedFigure> changeFigures(const QList<KeyedFigure>& figures, const outcomes::Trend& trend,
                                     double lowest, double highest) {
    const outcomes::TrendPoint* baseline = trend.noBaselineBeforeDose ? nullptr : trend.baselinePoint();
    QList<PublishedFigure> points;
    for (const KeyedFigure& keyed : figures) {
        if (baseline == nullptr || !keyed.figure.change) {
            continue;
        }
        PublishedFigure point = publishedPoint(keyed);
        const double value = baseline->total + *keyed.figure.change;
        point.value = std::clamp(value, lowest, highest);
        if (keyed.figure.deviation) {
            point.low = std::clamp(value - *keyed.figure.deviation, lowest, highest);
            point.high = std::clamp(value + *keyed.figure.deviation, lowest, highest);
        }
        points.append(point);
    }
    return points;
}

QList<BandStep> bandSteps(const outcomes::PracticeBand& band) {
    QList<BandStep> steps;
    for (const outcomes::QuartileStep& step : band.steps) {
        steps.append({double(step.fromDay), double(step.toDay), step.low, step.high});
    }
    return steps;
}

QString figureInWords(const CohortFigure& figure) {
    QStringList sentences{ExpectationWords::tr("%1: %2, %3, %4.")
                              .arg(figure.citation, valueInWords(figure), figure.definition, figure.when)};
    QString group = figure.group + QLatin1Char('.');
    group[0] = group.at(0).toUpper();
    sentences.append(group);
    if (figure.treated) {
        sentences.append(ExpectationWords::tr("Analysed %1 of %2 treated.")
                             .arg(QString::number(figure.n), QString::number(*figure.treated)));
    }
    if (!figure.note.isEmpty()) {
        QString note = figure.note + QLatin1Char('.');
        note[0] = note.at(0).toUpper();
        sentences.append(note);
    }
    sentences.append(ExpectationWords::tr("n %1, %2")
                         .arg(QString::number(figure.n), base::confidenceMark(figure.confidence)));
    return sentences.join(QLatin1Char(' '));
}

QString practiceInWords(const outcomes::PracticeBand& band, const QString& instrument) {
    if (band.isEnough() && !band.steps.isEmpty()) {
        return ExpectationWords::tr(
                   "Band: the middle half of this practice's %1 other courses with %2, week by week, "
                   "where a week has at least %3.")
            .arg(QString::number(band.courses), instrument, QString::number(band.needed));
    }
    if (band.isEnough()) {
        return ExpectationWords::tr(
                   "This practice has %1 other judged courses with %2, but no week in which %3 were rated.")
            .arg(QString::number(band.courses), instrument, QString::number(band.needed));
    }
    return band.courses == 1
               ? ExpectationWords::tr(
                     "This practice has 1 other judged course with %1; its own band is drawn from %2 up.")
                     .arg(instrument, QString::number(band.needed))
               : ExpectationWords::tr(
                     "This practice has %1 other judged courses with %2; its own band is drawn from %3 up.")
                     .arg(QString::number(band.courses), instrument, QString::number(band.needed));
}

} // namespace kairos::ui
