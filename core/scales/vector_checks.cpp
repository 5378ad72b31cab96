// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/vector_checks.h"

#include "core/scales/vectors.h"
#include "core/scales/words.h"

#include <algorithm>

namespace kairos::scales {

namespace {

using VectorProblem = std::optional<JsonProblem>;

/// Whether some worked example reaches this total.
bool isReached(const Instrument& instrument, double total) {
    return std::ranges::any_of(instrument.vectors,
                               [total](const Vector& vector) { return vector.expect.total == total; });
}

VectorProblem findUnreached(const Instrument& instrument, double total) {
    if (isReached(instrument, total)) {
        return std::nullopt;
    }
    return JsonProblem{
        QStringLiteral("/vectors"),
        Words::tr("no worked example reaches a total of %1, which lies beside a cut-off").arg(total)};
}

VectorProblem checkBandEdges(const Instrument& instrument) {
    for (std::size_t i = 1; i < instrument.bands.size(); ++i) {
        for (const double total : {instrument.bands[i - 1].high, instrument.bands[i].low}) {
            if (const VectorProblem found = findUnreached(instrument, total)) {
                return found;
            }
        }
    }
    return std::nullopt;
}

VectorProblem checkRemissionEdges(const Instrument& instrument) {
    const double worse = instrument.direction == Direction::HighIsGood ? -1.0 : 1.0;
    for (const RemissionCut& cut : instrument.remission) {
        for (const double total : {cut.limit, cut.limit + worse}) {
            if (const VectorProblem found = findUnreached(instrument, total)) {
                return found;
            }
        }
    }
    return std::nullopt;
}

VectorProblem checkRuleEdges(const Instrument& instrument) {
    for (const Rule& rule : instrument.rules) {
        const auto expects = [&rule](const Vector& vector) {
            return vector.expect.flags.contains(rule.flag.id);
        };
        const bool isRaised = std::ranges::any_of(instrument.vectors, expects);
        const bool isSpared = !std::ranges::all_of(instrument.vectors, expects);
        if (!isRaised || !isSpared) {
            return JsonProblem{
                QStringLiteral("/vectors"),
                Words::tr("the rule \"%1\" needs an example that raises it and one that does not")
                    .arg(rule.flag.id)};
        }
    }
    return std::nullopt;
}

} // namespace

VectorProblem checkVectors(const Instrument& instrument) {
    for (qsizetype i = 0; i < instrument.vectors.size(); ++i) {
        if (const auto difference = findDifference(instrument, instrument.vectors[i])) {
            return JsonProblem{QStringLiteral("/vectors/%1").arg(i), *difference};
        }
    }
    for (const auto check : {checkBandEdges, checkRemissionEdges, checkRuleEdges}) {
        if (const VectorProblem found = check(instrument)) {
            return found;
        }
    }
    return std::nullopt;
}

} // namespace kairos::scales
