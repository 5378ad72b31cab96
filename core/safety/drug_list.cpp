// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/drug_list.h"

#include "core/safety/drug_words.h"
#include "core/safety/safety_json.h"

#include "core/base/check.h"
#include "core/protocols/names.h"

#include <algorithm>

namespace kairos::safety {

using scales::JsonPlace;
using scales::JsonReading;

namespace {

InteractionLevel interactionLevel(const JsonPlace& place, QLatin1String key) {
    return place.word<InteractionLevel>(key, {{QLatin1String("none"), InteractionLevel::NoneNamed},
                                              {QLatin1String("information"), InteractionLevel::Information},
                                              {QLatin1String("caution"), InteractionLevel::Caution},
                                              {QLatin1String("strong"), InteractionLevel::Strong}});
}

DrugClass classAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("id"), QLatin1String("name"), QLatin1String("level"),
                     QLatin1String("routes"), QLatin1String("effect"), QLatin1String("action"),
                     QLatin1String("source"), QLatin1String("confidence")});
    DrugClass read;
    read.id = place.text(QLatin1String("id"));
    read.name = place.text(QLatin1String("name"));
    read.level = interactionLevel(place, QLatin1String("level"));
    if (place.has(QLatin1String("routes"))) {
        const JsonPlace routes = place.at(QLatin1String("routes"));
        for (const QString& id : routes.keys()) {
            const QByteArray key = id.toLatin1();
            if (const auto route = protocols::routeFromId(id)) {
                read.routes.insert(*route, interactionLevel(routes, QLatin1String(key)));
            } else {
                routes.refuseAt(QLatin1String(key),
                                QStringLiteral("is no route: iv, im, sc, sl, po or in is expected"));
            }
        }
    }
    read.effect = place.text(QLatin1String("effect"));
    read.action = place.text(QLatin1String("action"));
    read.source = place.text(QLatin1String("source"));
    read.confidence = confidenceAt(place);
    return read;
}

Drug drugAt(const JsonPlace& place, const DrugList& list) {
    place.allowOnly({QLatin1String("name"), QLatin1String("also"), QLatin1String("classes")});
    Drug drug;
    drug.name = place.text(QLatin1String("name"));
    drug.also = place.textsIfAny(QLatin1String("also"));
    drug.classes = place.textsIfAny(QLatin1String("classes"));
    if (drug.classes.isEmpty()) {
        place.refuseAt(QLatin1String("classes"), QStringLiteral("at least one class is expected"));
    }
    for (const QString& id : std::as_const(drug.classes)) {
        if (list.classOf(id) == nullptr) {
            place.refuseAt(QLatin1String("classes"), QStringLiteral("%1 is no class of this file").arg(id));
        }
    }
    return drug;
}

/// Adds every name of the drug; a name must not lead to two drugs.
void addNames(const JsonPlace& place, DrugList& list, QSet<QStringList>& known) {
    const qsizetype index = list.drugs.size() - 1;
    const Drug& drug = list.drugs.last();
    for (const QString& written : QStringList(drug.name) + drug.also) {
        QStringList words = drugWords(written);
        words.removeAll(QStringLiteral("with")); // "codeine with paracetamol" is also "codeine/paracetamol"
        if (words.isEmpty() || known.contains(words)) {
            place.refuse(words.isEmpty() ? QStringLiteral("a name without letters")
                                         : QStringLiteral("the name %1 stands twice").arg(written));
            continue;
        }
        known.insert(words);
        list.byFirstWord[words.first()].append(list.names.size());
        list.names.append({words, written, index});
    }
}

void sortNames(DrugList& list) {
    for (QList<qsizetype>& candidates : list.byFirstWord) {
        std::stable_sort(candidates.begin(), candidates.end(), [&](qsizetype a, qsizetype b) {
            return list.names.at(a).words.size() > list.names.at(b).words.size();
        });
    }
}

} // namespace

InteractionLevel DrugClass::levelFor(const std::optional<record::Route>& route) const {
    if (route) {
        return routes.value(*route, level);
    }
    InteractionLevel strictest = level;
    for (const InteractionLevel other : routes) {
        strictest = std::max(strictest, other);
    }
    return strictest;
}

const DrugClass* DrugList::classOf(const QString& id) const {
    const auto found =
        std::find_if(classes.begin(), classes.end(), [&](const DrugClass& one) { return one.id == id; });
    return found != classes.end() ? &*found : nullptr;
}

base::Result<DrugList> DrugList::read(const QByteArray& json) {
    const auto parsed = parseSafetyFile(json, QStringLiteral("drugs"));
    if (!parsed) {
        return tl::unexpected<base::Error>(parsed.error());
    }
    JsonReading reading;
    const JsonPlace root(*parsed, QStringLiteral("drugs"), reading);
    DrugList list;
    list.version = root.text(QLatin1String("version"));
    const JsonPlace mapping = root.at(QLatin1String("mapping"));
    list.mappingSource = mapping.text(QLatin1String("source"));
    list.mappingConfidence = confidenceAt(mapping);
    for (const QString& word : root.textsIfAny(QLatin1String("ignored"))) {
        for (const QString& folded : drugWords(word)) {
            list.ignored.insert(folded);
        }
    }
    for (const JsonPlace& place : root.list(QLatin1String("classes"))) {
        const DrugClass read = classAt(place);
        if (list.classOf(read.id) != nullptr) {
            place.refuseAt(QLatin1String("id"), QStringLiteral("the id stands twice"));
        }
        list.classes.append(read);
    }
    QSet<QStringList> known;
    for (const JsonPlace& place : root.list(QLatin1String("drugs"))) {
        list.drugs.append(drugAt(place, list));
        addNames(place, list, known);
    }
    if (const auto outcome = outcomeOf(reading); !outcome) {
        return tl::unexpected<base::Error>(outcome.error());
    }
    sortNames(list);
    return list;
}

DrugList DrugList::builtIn() {
    auto list = read(builtInSafetyFile(QStringLiteral("drugs.json")));
    KAIROS_CHECK(list.has_value());
    return *list;
}

} // namespace kairos::safety
