// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/note_forms.h"
#include "core/therapy/note_words.h"
#include "core/therapy/therapy_json.h"

#include "core/base/built_in.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

namespace test_note_forms {
using namespace kairos;
using namespace record;
using therapy::NoteForms;

namespace {

QJsonObject shipped() {
    return QJsonDocument::fromJson(base::builtInFile(QStringLiteral("therapy/note_forms.json"))).object();
}

QString refusalOf(const QJsonObject& forms) {
    const auto read = NoteForms::read(QJsonDocument(forms).toJson());
    REQUIRE_FALSE(read.has_value());
    return read.error().why;
}

/// The file with one thing of a list changed.
QJsonObject changed(const char* list, int index, const char* key, const QJsonValue& value) {
    QJsonObject file = shipped();
    QJsonArray entries = file.value(QLatin1String(list)).toArray();
    QJsonObject entry = entries.at(index).toObject();
    entry.insert(QLatin1String(key), value);
    entries.replace(index, entry);
    file.insert(QLatin1String(list), entries);
    return file;
}

} // namespace

TEST_CASE("The sections of every form stand in their order", "[therapy][forms]") {
    const NoteForms& forms = NoteForms::builtIn();
    const auto ids = [&](NoteFormat format) {
        return forms.form(format).sectionIds().join(QLatin1Char(' ')).toStdString();
    };
    REQUIRE(ids(NoteFormat::Free) == "text");
    REQUIRE(ids(NoteFormat::Soap) == "subjective objective assessment plan");
    REQUIRE(ids(NoteFormat::Dap) == "data assessment plan");
    REQUIRE(ids(NoteFormat::Birp) == "behaviour intervention response plan");
    REQUIRE(ids(NoteFormat::Girp) == "goal intervention response plan");
    REQUIRE(ids(static_cast<NoteFormat>(99)) == "text");
}

TEST_CASE("Preparation and integration begin as DAP, therapy as BIRP, the rest as the file says",
          "[therapy][forms]") {
    const NoteForms& forms = NoteForms::builtIn();
    REQUIRE(forms.kind(TherapyType::Preparation).format == NoteFormat::Dap);
    REQUIRE(forms.kind(TherapyType::Integration).format == NoteFormat::Dap);
    REQUIRE(forms.kind(TherapyType::DosingSupport).format == NoteFormat::Dap);
    REQUIRE(forms.kind(TherapyType::Therapy).format == NoteFormat::Birp);
    REQUIRE(forms.kind(TherapyType::Other).format == NoteFormat::Free);
    for (const auto& kind : forms.kinds) {
        REQUIRE_FALSE(kind.source.isEmpty());
    }
}

TEST_CASE("Every section of every form of an asking kind has a prompt", "[therapy][forms]") {
    const NoteForms& forms = NoteForms::builtIn();
    for (const TherapyType type : kTherapyTypes) {
        if (type == TherapyType::Other) {
            continue;
        }
        for (const QString& id : forms.form(forms.kind(type).format).sectionIds()) {
            INFO(static_cast<int>(type) << " " << id.toStdString());
            REQUIRE_FALSE(forms.prompts(type, id).isEmpty());
        }
    }
    REQUIRE(forms.prompts(TherapyType::Other, QStringLiteral("text")).isEmpty());
}

TEST_CASE("A required section is empty until a letter stands in it", "[therapy][forms]") {
    Note note;
    note.format = NoteFormat::Girp;
    note.sections = {{QStringLiteral("goal"), QStringLiteral("swim weekly")},
                     {QStringLiteral("plan"), QStringLiteral(" \n")}};
    REQUIRE(NoteForms::builtIn().emptySections(note) ==
            QStringList{QStringLiteral("Intervention"), QStringLiteral("Response"), QStringLiteral("Plan")});
    note.format = NoteFormat::Free;
    note.sections = {{QStringLiteral("text"), QStringLiteral("x")}};
    REQUIRE(NoteForms::builtIn().emptySections(note).isEmpty());
}

TEST_CASE("The mental state is said in words, an unknown finding by its id", "[therapy][forms]") {
    const NoteForms& forms = NoteForms::builtIn();
    REQUIRE(forms.mentalConfidence == base::Confidence::Medium);
    REQUIRE(forms.mentalWords({{QStringLiteral("mood"), QStringLiteral("low")},
                               {QStringLiteral("affect"), QStringLiteral("sunny")},
                               {QStringLiteral("aura"), QStringLiteral("blue")}}) ==
            QStringLiteral("Mood low, Affect sunny, aura blue"));
    REQUIRE(forms.mentalWords({}).isEmpty());
}

TEST_CASE("What stands beside the text of a note is said part by part", "[therapy][forms]") {
    Note note;
    REQUIRE(therapy::notePartsWords(note).isEmpty());
    note.sections = {{QStringLiteral("plan"), QStringLiteral("walk"), NoteId{}},
                     {QStringLiteral("data"), QStringLiteral("seen")}};
    note.details = {{QStringLiteral("patient")},    {{QStringLiteral("mood"), QStringLiteral("even")}},
                    QStringLiteral("tearful once"), {QStringLiteral("values")},
                    QStringLiteral("log"),          HomeworkDone::NotDone};
    REQUIRE(therapy::notePartsWords(note).join(QStringLiteral("; ")) ==
            QStringLiteral("carried forward unchanged: Plan; present: patient; mental state: Mood even, "
                           "tearful once; interventions: values; last homework not done; homework: log"));
    REQUIRE(therapy::homeworkWords(std::nullopt) == QStringLiteral("not asked"));
    REQUIRE(therapy::homeworkWords(HomeworkDone::Done) == QStringLiteral("done"));
    REQUIRE(therapy::homeworkWords(HomeworkDone::Partly) == QStringLiteral("partly done"));
}

TEST_CASE("A file that misses a form or a kind, or names what there is not, is refused with its place",
          "[therapy][forms]") {
    QJsonObject file = shipped();
    file.insert(QStringLiteral("colour"), 1);
    REQUIRE(refusalOf(file).contains(QStringLiteral("colour")));
    file = shipped();
    QJsonArray forms = file.value(QStringLiteral("forms")).toArray();
    forms.removeLast();
    file.insert(QStringLiteral("forms"), forms);
    REQUIRE(refusalOf(file).startsWith(QStringLiteral("/forms")));
    REQUIRE(
        refusalOf(changed("kinds", 0, "id", QStringLiteral("group"))).startsWith(QStringLiteral("/kinds")));
    REQUIRE(refusalOf(changed("kinds", 0, "form", QStringLiteral("pirp")))
                .startsWith(QStringLiteral("/kinds/0/form")));
    REQUIRE(refusalOf(changed("forms", 0, "sections", QJsonArray{}))
                .startsWith(QStringLiteral("/forms/0/sections")));
    const QJsonObject section{{QStringLiteral("id"), QStringLiteral("aura")},
                              {QStringLiteral("minimum"), QStringLiteral("x")}};
    REQUIRE(refusalOf(changed("forms", 0, "sections", QJsonArray{section}))
                .startsWith(QStringLiteral("/forms/0/sections/0/id")));
    REQUIRE_FALSE(NoteForms::read("no JSON").has_value());
}

} // namespace test_note_forms
