// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_content.h"

#include "core/workflow/therapy_care.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace kairos::ui {

using namespace record;

namespace {

struct SectionWords {
    const char* id;
    const char* title;
    const char* hint;
};

constexpr SectionWords kSections[] = {
    {"text", QT_TRANSLATE_NOOP("ui.note", "Note"), QT_TRANSLATE_NOOP("ui.note", "in your own order")},
    {"subjective", QT_TRANSLATE_NOOP("ui.note", "Subjective"),
     QT_TRANSLATE_NOOP("ui.note", "report, adverse events")},
    {"objective", QT_TRANSLATE_NOOP("ui.note", "Objective"),
     QT_TRANSLATE_NOOP("ui.note", "vitals, scales, mental state")},
    {"assessment", QT_TRANSLATE_NOOP("ui.note", "Assessment"),
     QT_TRANSLATE_NOOP("ui.note", "progress, risk")},
    {"plan", QT_TRANSLATE_NOOP("ui.note", "Plan"), QT_TRANSLATE_NOOP("ui.note", "homework, next")},
    {"data", QT_TRANSLATE_NOOP("ui.note", "Data"), QT_TRANSLATE_NOOP("ui.note", "content, observed")},
    {"behaviour", QT_TRANSLATE_NOOP("ui.note", "Behaviour"), QT_TRANSLATE_NOOP("ui.note", "what was shown")},
    {"intervention", QT_TRANSLATE_NOOP("ui.note", "Intervention"),
     QT_TRANSLATE_NOOP("ui.note", "what was done")},
    {"response", QT_TRANSLATE_NOOP("ui.note", "Response"), QT_TRANSLATE_NOOP("ui.note", "how it was taken")}};

QString words(const QString& id, const char* SectionWords::*part) {
    const auto* found = std::find_if(std::begin(kSections), std::end(kSections),
                                     [&](const SectionWords& row) { return id == QLatin1String(row.id); });
    return found == std::end(kSections) ? QString() : QCoreApplication::translate("ui.note", found->*part);
}

QString textOf(const NoteContent& content, const QString& id) {
    for (const NoteSection& section : content.sections) {
        if (section.id == id) {
            return section.text;
        }
    }
    return {};
}

} // namespace

bool NoteContent::isEmpty() const {
    return risk == RiskBlock{} &&
           std::all_of(sections.begin(), sections.end(),
                       [](const NoteSection& section) { return section.text.trimmed().isEmpty(); });
}

QString noteFormatName(NoteFormat format) {
    switch (format) {
    case NoteFormat::Free:
        return QCoreApplication::translate("ui.note", "free");
    case NoteFormat::Soap:
        return QStringLiteral("SOAP");
    case NoteFormat::Dap:
        return QStringLiteral("DAP");
    case NoteFormat::Birp:
        return QStringLiteral("BIRP");
    }
    return {};
}

QString noteSectionTitle(const QString& id) {
    const QString title = words(id, &SectionWords::title);
    return title.isEmpty() ? id : title;
}

QString noteSectionHint(const QString& id) {
    return words(id, &SectionWords::hint);
}

NoteContent reformatted(const NoteContent& content, NoteFormat format) {
    const QStringList ids = workflow::TherapyCare::sectionsOf(format);
    NoteContent changed{format, {}, content.risk};
    for (const QString& id : ids) {
        changed.sections.append({id, textOf(content, id)});
    }
    for (const NoteSection& section : content.sections) {
        if (!ids.contains(section.id) && !section.text.trimmed().isEmpty()) {
            QString& first = changed.sections.first().text;
            first += (first.isEmpty() ? QString() : QStringLiteral("\n")) + section.text;
        }
    }
    return changed;
}

QJsonObject noteToJson(const NoteContent& content) {
    QJsonArray sections;
    for (const NoteSection& section : content.sections) {
        sections.append(
            QJsonObject{{QStringLiteral("id"), section.id}, {QStringLiteral("text"), section.text}});
    }
    const RiskBlock& risk = content.risk;
    return {{QStringLiteral("format"), static_cast<int>(content.format)},
            {QStringLiteral("sections"), sections},
            {QStringLiteral("ideation"), static_cast<int>(risk.ideation)},
            {QStringLiteral("plan"), risk.plan},
            {QStringLiteral("intent"), risk.intent},
            {QStringLiteral("means"), risk.means},
            {QStringLiteral("protective"), risk.protective},
            {QStringLiteral("action"), risk.action}};
}

std::optional<NoteContent> noteFromJson(const QJsonObject& json) {
    const int format = json.value(QStringLiteral("format")).toInt();
    const int ideation = json.value(QStringLiteral("ideation")).toInt(-1);
    const bool isFormat =
        format >= static_cast<int>(NoteFormat::Free) && format <= static_cast<int>(NoteFormat::Birp);
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
    const QJsonArray sections = json.value(QStringLiteral("sections")).toArray();
    for (const auto& value : sections) {
        const QJsonObject section = value.toObject();
        content.sections.append({section.value(QStringLiteral("id")).toString(),
                                 section.value(QStringLiteral("text")).toString()});
    }
    return reformatted(content, content.format);
}

} // namespace kairos::ui
