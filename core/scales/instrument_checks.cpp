// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/instrument_checks.h"

#include "core/scales/sheet.h"
#include "core/scales/vector_checks.h"
#include "core/scales/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace kairos::scales {

namespace {

using Problem = std::optional<JsonProblem>;

/// A basis that is no publication: a habit of this program, of the field or of the clinic.
const QStringList& unpublishedBases() {
    static const QStringList kBases = {QStringLiteral("local default"), QStringLiteral("convention"),
                                       QStringLiteral("clinic")};
    return kBases;
}

JsonProblem problem(const char* place, const QString& reason) {
    return JsonProblem{QLatin1String(place), reason};
}

bool isId(const QString& text) {
    static const QRegularExpression kPattern(QStringLiteral("\\A[a-z0-9][a-z0-9-]*\\z"));
    return kPattern.match(text).hasMatch();
}

Problem checkIdentity(const Instrument& instrument) {
    if (!isId(instrument.id)) {
        return problem("/id", Words::tr("an id has small letters, digits and hyphens only"));
    }
    return std::nullopt;
}

/// Whether the kind of scoring, the wording and the items fit together.
Problem checkMethod(const Instrument& instrument) {
    const Method method = instrument.scoring.method;
    const bool isTotalOnly = method == Method::TotalOnly;
    if (isTotalOnly != (instrument.wording == Wording::Total) || isTotalOnly != instrument.items.empty()) {
        return problem("/scoring/method",
                       Words::tr("a total alone goes with the wording \"total\" and with no items"));
    }
    if (method == Method::Single && instrument.items.size() != 1) {
        return problem("/items", Words::tr("this method takes exactly one item"));
    }
    if (method == Method::Triage && instrument.classes.empty()) {
        return problem("/classes", Words::tr("triage needs its classes"));
    }
    const int most = instrument.scoring.missing.most;
    if (most > 0 && static_cast<std::size_t>(most) >= instrument.items.size()) {
        return problem("/scoring/missing/prorateUpTo",
                       Words::tr("not a number of items that can be missing"));
    }
    return std::nullopt;
}

Problem checkGroups(const Instrument& instrument) {
    if (instrument.scoring.method != Method::GroupedMaxima) {
        return std::nullopt;
    }
    std::set<std::size_t> seen;
    std::size_t named = 0;
    for (const auto& group : instrument.scoring.groups) {
        seen.insert(group.begin(), group.end());
        named += group.size();
    }
    if (seen.size() != named || named != instrument.items.size()) {
        return problem("/scoring/groups", Words::tr("every item belongs to exactly one group"));
    }
    return std::nullopt;
}

struct Range {
    double low = 0;
    double high = 0;
};

Range rangeOfItems(const Instrument& instrument) {
    Range range;
    for (const Item& item : instrument.items) {
        range.low += fewestPoints(item);
        range.high += mostPoints(item);
    }
    return range;
}

Range rangeOfGroups(const Instrument& instrument) {
    Range range;
    for (const auto& group : instrument.scoring.groups) {
        int low = fewestPoints(instrument.items[group.front()]);
        int high = low;
        for (const std::size_t index : group) {
            low = std::max(low, fewestPoints(instrument.items[index]));
            high = std::max(high, mostPoints(instrument.items[index]));
        }
        range.low += low;
        range.high += high;
    }
    return range;
}

Range possibleRange(const Instrument& instrument) {
    const Scoring& scoring = instrument.scoring;
    switch (scoring.method) {
    case Method::Sum:
    case Method::Single:
        return rangeOfItems(instrument);
    case Method::GroupedMaxima:
        return rangeOfGroups(instrument);
    case Method::Percent: {
        const Range sums = rangeOfItems(instrument);
        return Range{sums.low * scoring.factor, sums.high * scoring.factor};
    }
    case Method::Mean: {
        const Range sums = rangeOfItems(instrument);
        const auto count = static_cast<double>(instrument.items.size());
        return Range{sums.low / count, sums.high / count};
    }
    case Method::Triage:
    case Method::TotalOnly:
        break;
    }
    return Range{scoring.low, scoring.high};
}

/// The published range, typed into the file, against the range its items allow.
Problem checkRange(const Instrument& instrument) {
    const bool hasItems = !instrument.items.empty() || instrument.scoring.method == Method::TotalOnly;
    if (!hasItems) {
        return problem("/items", Words::tr("there are no items"));
    }
    const Range possible = possibleRange(instrument);
    if (possible.low != instrument.scoring.low || possible.high != instrument.scoring.high) {
        return problem("/scoring/range",
                       Words::tr("the items allow %1 to %2").arg(possible.low).arg(possible.high));
    }
    if (instrument.scoring.method != Method::Triage && !(instrument.scoring.low < instrument.scoring.high)) {
        return problem("/scoring/range", Words::tr("the range is empty"));
    }
    return std::nullopt;
}

template <class Bands>
Problem checkBands(const Bands& bands, const QString& place, const Scoring& scoring) {
    if (bands.empty()) {
        return std::nullopt;
    }
    double next = scoring.low;
    for (std::size_t i = 0; i < static_cast<std::size_t>(bands.size()); ++i) {
        const Band& band = *(bands.begin() + static_cast<std::ptrdiff_t>(i));
        const QString at = QStringLiteral("%1/%2").arg(place).arg(i);
        if (band.low > next) {
            return JsonProblem{at,
                               Words::tr("a gap: the band begins at %1, not at %2").arg(band.low).arg(next)};
        }
        if (band.low < next) {
            return JsonProblem{
                at, Words::tr("an overlap: the band begins at %1, not at %2").arg(band.low).arg(next)};
        }
        if (band.high < band.low || !isId(band.id)) {
            return JsonProblem{at, Words::tr("id or ends do not fit")};
        }
        next = band.high + 1;
    }
    if (next != scoring.high + 1) {
        return JsonProblem{
            place, Words::tr("a gap: the bands end at %1, not at %2").arg(next - 1).arg(scoring.high)};
    }
    return std::nullopt;
}

Problem checkAllBands(const Instrument& instrument) {
    if (const Problem found =
            checkBands(instrument.bands, QStringLiteral("/bands/list"), instrument.scoring)) {
        return found;
    }
    for (qsizetype i = 0; i < instrument.otherBands.size(); ++i) {
        const QString place = QStringLiteral("/otherBands/%1/list").arg(i);
        if (const Problem found = checkBands(instrument.otherBands[i].bands, place, instrument.scoring)) {
            return found;
        }
    }
    return std::nullopt;
}

/// A critical item whose missing answer no rule would mention could pass unnoticed.
Problem checkCritical(const Instrument& instrument) {
    for (std::size_t i = 0; i < instrument.formSize(); ++i) {
        const bool isScored = i < instrument.items.size();
        const Item& item = isScored ? instrument.items[i] : instrument.extras[i - instrument.items.size()];
        const auto mentions = [i](const Rule& rule) { return asksIfMissing(rule.when, i); };
        if (item.critical && !std::ranges::any_of(instrument.rules, mentions)) {
            return problem("/rules",
                           Words::tr("no rule says when critical item %1 is missing").arg(item.number));
        }
    }
    return std::nullopt;
}

Problem checkCuts(const Instrument& instrument) {
    const bool hasGoodEnd =
        instrument.direction == Direction::LowIsGood || instrument.direction == Direction::HighIsGood;
    for (const RemissionCut& cut : instrument.remission) {
        const bool isInside = cut.limit >= instrument.scoring.low && cut.limit <= instrument.scoring.high;
        if (!hasGoodEnd || !isInside) {
            return problem("/remission",
                           Words::tr("a cut-off needs a good end and a limit inside the range"));
        }
    }
    for (const SubscaleDefinition& part : instrument.subscales) {
        if (static_cast<std::size_t>(part.mostMissing) >= part.items.size()) {
            return problem("/subscales", Words::tr("%1 allows all its items to be missing").arg(part.id));
        }
    }
    return std::nullopt;
}

Problem checkScorable(const Instrument& instrument) {
    if (instrument.scoreTable.size() == instrument.formSize()) {
        return std::nullopt;
    }
    return problem("/rules", Words::tr("there are more than %1 rules, they make more than %2 different "
                                       "comparisons, or an item has more than %3 answers")
                                 .arg(kMostRules)
                                 .arg(ScoreTable::kMostComparisons)
                                 .arg(ScoreTable::kMostAnswers));
}

QList<Basis> allBases(const Instrument& instrument) {
    QList<Basis> bases;
    const auto add = [&bases](const auto& list) {
        for (const auto& element : list) {
            bases.append(element.basis);
        }
    };
    add(instrument.rules);
    add(instrument.remission);
    add(instrument.meaningfulChange);
    add(instrument.reliability);
    add(instrument.subscales);
    add(instrument.otherBands);
    for (const Basis& basis :
         {instrument.bandsBasis, instrument.response.basis, instrument.scoring.missing.basis}) {
        if (!basis.source.isEmpty()) {
            bases.append(basis);
        }
    }
    return bases;
}

/// Nothing is advised without a source: every basis is a key of the sources or says that it is a habit.
Problem checkBases(const Instrument& instrument) {
    for (const Basis& basis : allBases(instrument)) {
        const bool isSource = std::ranges::any_of(
            instrument.sources, [&basis](const Source& source) { return source.key == basis.source; });
        if (!isSource && !unpublishedBases().contains(basis.source)) {
            return problem("/sources",
                           Words::tr("\"%1\" is not among the sources").arg(basis.source.left(60)));
        }
    }
    return std::nullopt;
}

} // namespace

Problem findContradiction(const Instrument& instrument) {
    // In this order: the later checks rely on what the earlier ones made sure of.
    for (const auto check : {checkIdentity, checkMethod, checkGroups, checkRange, checkAllBands,
                             checkCritical, checkCuts, checkBases, checkScorable, checkVectors}) {
        if (const Problem found = check(instrument)) {
            return found;
        }
    }
    return std::nullopt;
}

} // namespace kairos::scales
