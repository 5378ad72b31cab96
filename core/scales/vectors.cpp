// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/vectors.h"

#include "core/scales/answers_text.h"
#include "core/scales/scoring.h"
#include "core/scales/words.h"

#include <algorithm>
#include <cmath>

namespace kairos::scales {

namespace {

/// Files state means with a few decimals; whole totals compare exactly all the same.
constexpr double kTolerance = 1e-6;

QString shownValue(const std::optional<double>& value) {
    return value ? QString::number(*value) : Words::tr("none");
}

bool isSame(const std::optional<double>& left, const std::optional<double>& right) {
    return left.has_value() == right.has_value() && (!left || std::abs(*left - *right) < kTolerance);
}

QString difference(const QString& what, const QString& found, const QString& expected) {
    return Words::tr("%1 comes out as %2, expected is %3").arg(what, found, expected);
}

QString wordOf(bool value) {
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

QString flagIds(const Score& score) {
    QStringList ids;
    for (const Flag& flag : score.flags) {
        ids.append(flag.id);
    }
    return ids.join(u' ');
}

std::optional<QString> compareSubscales(const Score& score, const QList<Subscale>& expected) {
    for (const Subscale& wanted : expected) {
        const auto found = std::ranges::find(score.subscales, wanted.id, &Subscale::id);
        if (found == score.subscales.end()) {
            return Words::tr("there is no subscale \"%1\"").arg(wanted.id);
        }
        if (!isSame(found->value, wanted.value)) {
            return difference(wanted.id, shownValue(found->value), shownValue(wanted.value));
        }
    }
    return std::nullopt;
}

std::optional<QString> compareCounts(const Score& score, const Expectation& expect) {
    if (expect.rawSum && *expect.rawSum != score.rawSum) {
        return difference(QStringLiteral("rawSum"), QString::number(score.rawSum),
                          QString::number(*expect.rawSum));
    }
    if (expect.answered && *expect.answered != score.answered) {
        return difference(QStringLiteral("answered"), QString::number(score.answered),
                          QString::number(*expect.answered));
    }
    if (expect.prorated && *expect.prorated != score.prorated) {
        return difference(QStringLiteral("prorated"), wordOf(score.prorated), wordOf(*expect.prorated));
    }
    return std::nullopt;
}

} // namespace

base::Result<Score> scoreVector(const Instrument& instrument, const Vector& vector) {
    ScoreContext context;
    context.sex = vector.sex;
    if (!vector.total) {
        const auto answers = parseAnswers(vector.items);
        return answers ? score(instrument, *answers, context)
                       : base::Result<Score>(tl::unexpected(answers.error()));
    }
    QList<record::Answer> extras;
    if (!vector.items.isEmpty()) {
        const auto parsed = parseAnswers(vector.items);
        if (!parsed) {
            return tl::unexpected(parsed.error());
        }
        extras = *parsed;
    }
    context.extras = extras;
    return scoreTotal(instrument, *vector.total, context);
}

std::optional<QString> findDifference(const Instrument& instrument, const Vector& vector) {
    const base::Result<Score> scored = scoreVector(instrument, vector);
    if (!scored) {
        return scored.error().why;
    }
    const Expectation& expect = vector.expect;
    if (!isSame(scored->total, expect.total)) {
        return difference(QStringLiteral("total"), shownValue(scored->total), shownValue(expect.total));
    }
    if (scored->band != expect.band) {
        return difference(QStringLiteral("band"), scored->band, expect.band);
    }
    const QString flags = flagIds(*scored);
    if (flags != expect.flags.join(u' ')) {
        return difference(QStringLiteral("flags"), flags, expect.flags.join(u' '));
    }
    if (const auto counts = compareCounts(*scored, expect)) {
        return counts;
    }
    return compareSubscales(*scored, expect.subscales);
}

} // namespace kairos::scales
