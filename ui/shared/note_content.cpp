// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_content.h"

#include "core/therapy/note_forms.h"

#include <QJsonArray>

#include <algorithm>

namespace kairos::ui {

using namespace record;

namespace {

/// A section by its id; an empty one where the note has none.
NoteSection sectionOf(const NoteContent& content, const QString& id) {
    for (const NoteSection& section : content.sections) {
        if (section.id == id) {
            return section;
        }
    }
    return {id, {}};
}

QJsonObject detailsToJson(const NoteDetails& details) {
    QJsonArray mental;
    for (const MentalFinding& found : details.mentalState) {
        mental.append(QJsonArray{found.head, found.finding});
    }
    return {
        {QStringLiteral("present"), QJsonArray::fromStringList(details.present)},
        {QStringLiteral("interventions"), QJsonArray::fromStringList(details.interventions)},
        {QStringLiteral("mental"), mental},
        {QStringLiteral("mentalRemark"), details.mentalRemark},
        {QStringLiteral("homework"), details.homework},
        {QStringLiteral("lastHomework"), details.lastHomework ? static_cast<int>(*details.lastHomework) : 0}};
}

QStringList textsOf(const QJsonValue& list) {
    QStringList texts;
    const QJsonArray array = list.toArray();
    for (const auto& text : array) {
        texts.append(text.toString());
    }
    return texts;
}

NoteDetails detailsFromJson(const QJsonObject& json) {
    NoteDetails details;
    details.present = textsOf(json.value(QStringLiteral("present")));
    details.interventions = textsOf(json.value(QStringLiteral("interventions")));
    const QJsonArray mental = json.value(QStringLiteral("mental")).toArray();
    for (const auto& found : mental) {
        const QStringList pair = textsOf(found);
        if (pair.size() == 2) {
            details.mentalState.append({pair.at(0), pair.at(1)});
        }
    }
    details.mentalRemark = json.value(QStringLiteral("mentalRemark")).toString();
    details.homework = json.value(QStringLiteral("homework")).toString();
    const int last = json.value(QStringLiteral("lastHomework")).toInt();
    if (last >= static_cast<int>(HomeworkDone::Done) && last <= static_cast<int>(HomeworkDone::NotDone)) {
        details.lastHomework = static_cast<HomeworkDone>(last);
    }
    return details;
}

} // namespace

bool NoteContent::isEmpty() const {
    return risk == RiskBlock{} && details == NoteDetails{} &&
           std::all_of(sections.begin(), sections.end(),
                       [](const NoteSection& section) { return section.text.trimmed().isEmpty(); });
}

NoteContent reformatted(const NoteContent& content, NoteFormat format) {
    const QStringList ids = therapy::NoteForms::builtIn().form(format).sectionIds();
    NoteContent changed{format, {}, content.risk, content.details};
    for (const QString& id : ids) {
        changed.sections.append(sectionOf(content, id));
    }
    for (const NoteSection& section : content.sections) {
        if (!ids.contains(section.id) && !section.text.trimmed().isEmpty()) {
            QString& first = changed.sections.first().text;
            changed.sections.first().carriedFrom.reset(); // No longer the text that was carried.
            first += (first.isEmpty() ? QString() : QStringLiteral("\n")) + section.text;
        }
    }
    return changed;
}

QJsonObject noteToJson(const NoteContent& content) {
    QJsonArray sections;
    for (const NoteSection& section : content.sections) {
        QJsonObject kept{{QStringLiteral("id"), section.id}, {QStringLiteral("text"), section.text}};
        if (section.carriedFrom) {
            kept.insert(QStringLiteral("carried"), section.carriedFrom->toString());
        }
        sections.append(kept);
    }
    const RiskBlock& risk = content.risk;
    return {{QStringLiteral("format"), static_cast<int>(content.format)},
            {QStringLiteral("sections"), sections},
            {QStringLiteral("ideation"), static_cast<int>(risk.ideation)},
            {QStringLiteral("plan"), risk.plan},
            {QStringLiteral("intent"), risk.intent},
            {QStringLiteral("means"), risk.means},
            {QStringLiteral("protective"), risk.protective},
            {QStringLiteral("action"), risk.action},
            {QStringLiteral("details"), detailsToJson(content.details)}};
}

std::optional<NoteContent> noteFromJson(const QJsonObject& json) {
    const int format = json.value(QStringLiteral("format")).toInt();
    const int ideation = json.value(QStringLiteral("ideation")).toInt(-1);
    const bool isFormat =
        format >= static_cast<int>(NoteFormat::Free) && format <= static_cast<int>(NoteFormat::Girp);
    const bool isIdeation = ideation >= static_cast<int>(SuicidalIdeation::NotAsked) &&
                            ideation <= static_cast<int>(SuicidalIdeation::Active);
    if (!isFormat || !isIdeation) {
        return std::nullopt;
    }
    const auto text = [&json](const char* key) { return json.value(QLatin1String(key)).toString(); };
    NoteContent content;
    content.format = static_cast<NoteFormat>(format);
    content.risk = {static_cast<SuicidalIdeation>(ideation),
                    text("plan"),
                    text("intent"),
                    text("means"),
                    text("protective"),
                    text("action")};
    content.details = detailsFromJson(json.value(QStringLiteral("details")).toObject());
    const QJsonArray sections = json.value(QStringLiteral("sections")).toArray();
    for (const auto& value : sections) {
        const QJsonObject section = value.toObject();
        content.sections.append({section.value(QStringLiteral("id")).toString(),
                                 section.value(QStringLiteral("text")).toString(),
                                 NoteId::fromString(section.value(QStringLiteral("carried")).toString())});
    }
    return reformatted(content, content.format);
}

} // namespace kairos::ui
