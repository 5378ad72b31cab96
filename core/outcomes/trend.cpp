// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/trend.h"

#include "core/outcomes/response.h"

#include <algorithm>

namespace kairos::outcomes {

namespace {

/// Everything a judgement needs, so that its parts stay small functions.
struct Judging {
    const scales::Instrument& instrument;
    const Course& course;
    const TrendRules& rules;
    std::optional<DoseMark> first;
};

bool criticalItemMissing(const record::Rating& rating, const scales::Instrument& instrument) {
    for (std::size_t i = 0; i < instrument.items.size(); ++i) {
        const auto place = static_cast<qsizetype>(i);
        const bool answered = place < rating.answers.size() && rating.answers.at(place).isGiven();
        if (instrument.items[i].critical && !answered) {
            return true;
        }
    }
    return false;
}

TrendPoint pointOf(const record::Rating& rating, const DoseRelation& relation,
                   const scales::Instrument& instrument) {
    TrendPoint point;
    point.rating = rating.id;
    point.at = rating.assessedAt;
    point.timeKnown = rating.timeKnown;
    point.total = *rating.total;
    point.band = rating.band;
    point.hoursSinceDose = relation.hoursSinceDose;
    point.overlapsDose = relation.overlapsDose;
    point.beforeFirstDose = relation.beforeFirstDose;
    point.pretreatmentShare = relation.pretreatmentShare;
    point.excluded = relation.excluded;
    point.prorated = rating.prorated;
    point.suicideItemMissing = rating.prorated && criticalItemMissing(rating, instrument);
    point.day = relation.day;
    point.version = rating.instrumentVersion;
    return point;
}

/// A rating known by its day alone stands before the dose of that day when it counts as before it.
bool comesBefore(const TrendPoint& a, const TrendPoint& b) {
    if (a.beforeFirstDose != b.beforeFirstDose) {
        return a.beforeFirstDose;
    }
    return a.at.utcMs != b.at.utcMs ? a.at < b.at : a.rating < b.rating;
}

QList<TrendPoint> pointsOf(const QList<record::Rating>& ratings, const Judging& judging) {
    DoseRelations relations(judging.instrument, judging.course, judging.rules);
    QList<TrendPoint> points;
    points.reserve(ratings.size());
    for (const record::Rating& rating : ratings) {
        if (rating.instrument == judging.instrument.id && rating.total.has_value()) {
            points.append(pointOf(rating, relations.of(rating), judging.instrument));
        }
    }
    // They mostly come in order, from a table that is read by time.
    if (!std::ranges::is_sorted(points, comesBefore)) {
        std::ranges::stable_sort(points, comesBefore);
    }
    return points;
}

void chooseBaseline(Trend& trend, const Judging& judging) {
    if (trend.points.isEmpty()) {
        return;
    }
    if (!judging.first) {
        trend.baseline = 0;
        return;
    }
    const auto after = std::ranges::find(trend.points, false, &TrendPoint::beforeFirstDose);
    const qsizetype firstAfter = after - trend.points.begin();
    if (firstAfter > 0) {
        const TrendPoint& last = trend.points.at(firstAfter - 1);
        const int age = daysBetween(last.at, judging.first->start, judging.course.zone);
        if (age <= judging.rules.baselineMaxAgeDays.value) {
            trend.baseline = firstAfter - 1;
            return;
        }
    }
    trend.noBaselineBeforeDose = true;
    if (firstAfter < trend.points.size()) {
        trend.baseline = firstAfter;
    }
}

void chooseLatest(Trend& trend) {
    if (trend.points.isEmpty()) {
        return;
    }
    const qsizetype last = trend.points.size() - 1;
    const qsizetype from = trend.baseline.value_or(-1);
    for (qsizetype i = last; i > from; --i) {
        if (!trend.points.at(i).excluded) {
            trend.latest = i;
            return;
        }
    }
    trend.latest = last;
}

TotalPair pairAt(const Trend& trend, qsizetype from, qsizetype to) {
    return TotalPair{trend.points.at(from).total, trend.points.at(to).total};
}

std::optional<bool> remissionOf(const TrendPoint& point, const Judging& judging) {
    const scales::RemissionCut* cut = remissionCutOf(judging.instrument, judging.course.remissionCut);
    if (cut == nullptr) {
        return std::nullopt;
    }
    return !point.suicideItemMissing && judging.instrument.isRemission(point.total, *cut);
}

std::optional<ReliableChange> reliableBetween(TotalPair totals, const Judging& judging) {
    if (judging.instrument.reliability.isEmpty()) {
        return std::nullopt;
    }
    return reliableChange(judging.instrument, totals, judging.instrument.reliability.front(),
                          judging.rules.reliableChangeZ.value);
}

/// What the latest counted point says against the baseline.
void judgeLatest(Trend& trend, const Judging& judging) {
    const bool counts = trend.latest && !trend.points.at(*trend.latest).excluded;
    if (!counts) {
        return;
    }
    trend.remission = remissionOf(trend.points.at(*trend.latest), judging);
    if (!trend.baseline || *trend.latest <= *trend.baseline) {
        return;
    }
    const TotalPair totals = pairAt(trend, *trend.baseline, *trend.latest);
    trend.changePoints = totals.followUp - totals.baseline;
    trend.changePercent = changePercent(totals);
    if (trend.noBaselineBeforeDose) {
        return;
    }
    trend.response = isResponse(judging.instrument, totals);
    trend.partialResponse =
        isPartialResponse(judging.instrument, totals, judging.rules.partialResponsePercent.value);
    trend.reliable = reliableBetween(totals, judging);
    if (trend.reliable) {
        trend.deteriorated = trend.reliable->changeClass == ChangeClass::Deteriorated;
    }
}

bool isAtLeastAsGood(const Trend& trend, double total, double other) {
    return trend.direction == scales::Direction::HighIsGood ? total >= other : total <= other;
}

/// First response, first remission and best, among the points that count after the baseline.
void judgeCourse(Trend& trend, const Judging& judging) {
    if (!trend.baseline) {
        return;
    }
    for (qsizetype i = *trend.baseline + 1; i < trend.points.size(); ++i) {
        const TrendPoint& point = trend.points.at(i);
        if (point.excluded) {
            continue;
        }
        const bool judged = !trend.noBaselineBeforeDose;
        if (judged && !trend.firstResponse &&
            isResponse(judging.instrument, pairAt(trend, *trend.baseline, i)).value_or(false)) {
            trend.firstResponse = i;
        }
        if (!trend.firstRemission && remissionOf(point, judging).value_or(false)) {
            trend.firstRemission = i;
        }
        if (!trend.best || isAtLeastAsGood(trend, point.total, trend.points.at(*trend.best).total)) {
            trend.best = i;
        }
    }
    if (trend.best && trend.latest && *trend.best < *trend.latest) {
        trend.sinceBest = reliableBetween(pairAt(trend, *trend.best, *trend.latest), judging);
    }
}

void drawLines(Trend& trend, const Judging& judging) {
    if (trend.baseline) {
        trend.remissionAtBaseline = remissionOf(trend.points.at(*trend.baseline), judging);
        if (!trend.noBaselineBeforeDose) {
            trend.responseLine = responseLine(judging.instrument, trend.points.at(*trend.baseline).total);
            trend.responseBasis = judging.instrument.response.basis;
        }
    }
    if (const auto* cut = remissionCutOf(judging.instrument, judging.course.remissionCut)) {
        trend.remissionLine = cut->limit;
        trend.remissionBasis = cut->basis;
    }
}

} // namespace

const TrendPoint* Trend::baselinePoint() const {
    return baseline ? &points.at(*baseline) : nullptr;
}

const TrendPoint* Trend::latestPoint() const {
    return latest ? &points.at(*latest) : nullptr;
}

qsizetype Trend::excludedPoints() const {
    return std::ranges::count_if(points, &TrendPoint::excluded);
}

Trend trendOf(const scales::Instrument& instrument, const QList<record::Rating>& ratings,
              const Course& course, const TrendRules& rules) {
    const Judging judging{instrument, course, rules, firstDose(course.doses)};
    Trend trend;
    trend.instrument = instrument.id;
    trend.title = instrument.shortTitle;
    trend.direction = instrument.direction;
    trend.countsAll = !rules.leavesOut();
    trend.points = pointsOf(ratings, judging);
    trend.mixedVersions = std::ranges::any_of(trend.points, [&trend](const TrendPoint& point) {
        return point.version != trend.points.front().version;
    });
    chooseBaseline(trend, judging);
    chooseLatest(trend);
    judgeLatest(trend, judging);
    judgeCourse(trend, judging);
    drawLines(trend, judging);
    return trend;
}

} // namespace kairos::outcomes
