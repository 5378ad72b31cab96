// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/interactions.h"

#include "core/safety/drug_words.h"

#include <algorithm>

namespace kairos::safety {
namespace {

constexpr qsizetype kMostSuggestions = 3;
constexpr qsizetype kShortestForOneSlip = 5;
constexpr qsizetype kShortestForTwoSlips = 8;

/// The words of one line and which of them a name took.
struct Line {
    QStringList words;
    QList<bool> isTaken;
};

/// Numbers, single letters and the words of the list's own table name no medicine.
bool namesNothing(const QString& word, const DrugList& list) {
    return word.size() == 1 || word.at(0).isDigit() || list.ignored.contains(word);
}

/// The places of the name's words from `from` on; empty when it does not stand there. Words that name nothing
/// may stand between: "fluticasone 50 mcg nasal".
QList<qsizetype> placesOf(const DrugName& name, const Line& line, qsizetype from, const DrugList& list) {
    QList<qsizetype> places;
    for (qsizetype at = from; at < line.words.size() && places.size() < name.words.size(); ++at) {
        if (line.words.at(at) == name.words.at(places.size())) {
            places.append(at);
        } else if (!namesNothing(line.words.at(at), list)) {
            return {};
        }
    }
    return places.size() == name.words.size() ? places : QList<qsizetype>();
}

/// The longest name that begins at `from`; its words are taken.
const DrugName* takeNameAt(qsizetype from, Line& line, const DrugList& list) {
    for (const qsizetype index : list.byFirstWord.value(line.words.at(from))) {
        const DrugName& name = list.names.at(index);
        const QList<qsizetype> places = placesOf(name, line, from, list);
        for (const qsizetype place : places) {
            line.isTaken[place] = true;
        }
        if (!places.isEmpty()) {
            return &name;
        }
    }
    return nullptr;
}

void addFindings(const QString& typed, const DrugName& name, const std::optional<record::Route>& route,
                 const DrugList& list, QList<InteractionFinding>& findings) {
    for (const QString& id : list.drugs.at(name.drug).classes) {
        const bool isKnown = std::any_of(findings.begin(), findings.end(), [&](const auto& other) {
            return other.typed == typed && other.classId == id;
        });
        const DrugClass* of = list.classOf(id);
        if (isKnown || of == nullptr) {
            continue;
        }
        findings.append({of->levelFor(route), typed, name.written, of->id, of->name, of->effect, of->action,
                         of->source, of->confidence});
    }
}

/// Near names of one word, the nearest first.
QStringList suggestionsFor(const QString& word, const DrugList& list) {
    if (word.size() < kShortestForOneSlip) {
        return {};
    }
    const int most = word.size() < kShortestForTwoSlips ? 1 : 2;
    QList<std::pair<int, QString>> near;
    for (const DrugName& name : list.names) {
        const int distance = name.words.size() == 1 ? editDistance(word, name.words.first(), most) : most + 1;
        if (distance <= most) {
            near.append({distance, name.written});
        }
    }
    std::sort(near.begin(), near.end());
    QStringList names;
    for (const auto& candidate : near.first(std::min(near.size(), kMostSuggestions))) {
        names.append(candidate.second);
    }
    return names;
}

void addUnchecked(const QString& typed, const Line& line, const DrugList& list,
                  QList<UncheckedName>& unchecked) {
    UncheckedName left{typed, {}, line.isTaken.contains(true), {}};
    for (qsizetype i = 0; i < line.words.size(); ++i) {
        if (!line.isTaken.at(i) && !namesNothing(line.words.at(i), list)) {
            left.words.append(line.words.at(i));
            left.didYouMean += suggestionsFor(line.words.at(i), list);
        }
    }
    left.didYouMean.removeDuplicates();
    if (!left.isPart || !left.words.isEmpty()) {
        unchecked.append(left);
    }
}

} // namespace

std::optional<InteractionLevel> InteractionReport::worst() const {
    return findings.isEmpty() ? std::nullopt : std::optional(findings.first().level);
}

InteractionReport checkInteractions(const QStringList& medication, const std::optional<record::Route>& route,
                                    const DrugList& list) {
    InteractionReport report;
    for (const QString& typed : medication) {
        if (typed.trimmed().isEmpty()) {
            continue;
        }
        Line line;
        line.words = drugWords(typed);
        line.isTaken = QList<bool>(line.words.size(), false);
        for (qsizetype at = 0; at < line.words.size(); ++at) {
            const DrugName* name = line.isTaken.at(at) ? nullptr : takeNameAt(at, line, list);
            if (name != nullptr) {
                addFindings(typed, *name, route, list, report.findings);
            }
        }
        addUnchecked(typed, line, list, report.unchecked);
    }
    std::stable_sort(
        report.findings.begin(), report.findings.end(),
        [](const InteractionFinding& a, const InteractionFinding& b) { return a.level > b.level; });
    return report;
}

} // namespace kairos::safety
