// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/note_forms.h"

#include "core/therapy/note_words.h"
#include "core/therapy/therapy_json.h"
#include "core/therapy/words.h"

#include "core/base/built_in.h"
#include "core/base/check.h"

#include <algorithm>

namespace kairos::therapy {

using namespace record;
using scales::JsonPlace;

namespace {

NoteFormat formatAt(const JsonPlace& place, QLatin1String key) {
    return place.word<NoteFormat>(key, {{QLatin1String("free"), NoteFormat::Free},
                                        {QLatin1String("soap"), NoteFormat::Soap},
                                        {QLatin1String("dap"), NoteFormat::Dap},
                                        {QLatin1String("birp"), NoteFormat::Birp},
                                        {QLatin1String("girp"), NoteFormat::Girp}});
}

TherapyType typeAt(const JsonPlace& place) {
    return place.word<TherapyType>(QLatin1String("id"),
                                   {{QLatin1String("preparation"), TherapyType::Preparation},
                                    {QLatin1String("integration"), TherapyType::Integration},
                                    {QLatin1String("therapy"), TherapyType::Therapy},
                                    {QLatin1String("other"), TherapyType::Other},
                                    {QLatin1String("dosing-support"), TherapyType::DosingSupport},
                                    {QLatin1String("phone"), TherapyType::PhoneContact},
                                    {QLatin1String("group"), TherapyType::Group}});
}

QString twice() {
    return Words::tr("it stands twice");
}

NoteForm noteFormAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("id"), QLatin1String("title"), QLatin1String("use"),
                     QLatin1String("sections"), QLatin1String("source"), QLatin1String("confidence")});
    NoteForm form;
    form.format = formatAt(place, QLatin1String("id"));
    form.title = place.text(QLatin1String("title"));
    form.use = place.text(QLatin1String("use"));
    form.source = place.text(QLatin1String("source"));
    form.confidence = confidenceAt(place);
    for (const JsonPlace& at : place.list(QLatin1String("sections"))) {
        at.allowOnly({QLatin1String("id"), QLatin1String("minimum"), QLatin1String("required")});
        SectionForm section{at.text(QLatin1String("id")), at.text(QLatin1String("minimum")),
                            at.isSet(QLatin1String("required"))};
        if (noteSectionTitle(section.id) == section.id) {
            at.refuseAt(QLatin1String("id"), Words::tr("no such section"));
        }
        if (form.sectionIds().contains(section.id)) {
            at.refuseAt(QLatin1String("id"), twice());
        }
        form.sections.append(section);
    }
    if (form.sections.isEmpty()) {
        place.refuseAt(QLatin1String("sections"), Words::tr("a form has one section at least"));
    }
    return form;
}

KindForm kindAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("id"), QLatin1String("form"), QLatin1String("prompts"),
                     QLatin1String("source"), QLatin1String("confidence")});
    KindForm kind;
    kind.type = typeAt(place);
    kind.format = formatAt(place, QLatin1String("form"));
    kind.source = place.text(QLatin1String("source"));
    kind.confidence = confidenceAt(place);
    for (const JsonPlace& at : place.list(QLatin1String("prompts"))) {
        at.allowOnly({QLatin1String("text"), QLatin1String("sections")});
        NotePrompt prompt;
        prompt.text = at.text(QLatin1String("text"));
        for (const JsonPlace& section : at.list(QLatin1String("sections"))) {
            prompt.sections.append(section.asText());
            if (noteSectionTitle(prompt.sections.last()) == prompt.sections.last()) {
                section.refuse(Words::tr("no such section"));
            }
        }
        kind.prompts.append(prompt);
    }
    return kind;
}

MentalHead headAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("id"), QLatin1String("title"), QLatin1String("findings")});
    MentalHead head{place.text(QLatin1String("id")), place.text(QLatin1String("title")), {}};
    for (const JsonPlace& at : place.list(QLatin1String("findings"))) {
        at.allowOnly({QLatin1String("id"), QLatin1String("title")});
        head.findings.append({at.text(QLatin1String("id")), at.text(QLatin1String("title"))});
    }
    return head;
}

/// Every format and every kind stands once: the rest of the program asks for any of them.
void checkWhole(const JsonPlace& root, const NoteForms& forms) {
    for (const auto format :
         {NoteFormat::Free, NoteFormat::Soap, NoteFormat::Dap, NoteFormat::Birp, NoteFormat::Girp}) {
        const auto count = std::count_if(forms.forms.begin(), forms.forms.end(),
                                         [&](const NoteForm& form) { return form.format == format; });
        if (count != 1) {
            root.refuseAt(QLatin1String("forms"), Words::tr("every form stands there once"));
        }
    }
    for (const TherapyType type : kTherapyTypes) {
        const auto count = std::count_if(forms.kinds.begin(), forms.kinds.end(),
                                         [&](const KindForm& kind) { return kind.type == type; });
        if (count != 1) {
            root.refuseAt(QLatin1String("kinds"), Words::tr("every kind of session stands there once"));
        }
    }
}

NoteForms formsAt(const JsonPlace& root) {
    root.allowOnly({QLatin1String("id"), QLatin1String("version"), QLatin1String("title"),
                    QLatin1String("reviewer"), QLatin1String("note"), QLatin1String("forms"),
                    QLatin1String("kinds"), QLatin1String("mentalState")});
    NoteForms forms;
    for (const JsonPlace& place : root.list(QLatin1String("forms"))) {
        forms.forms.append(noteFormAt(place));
    }
    for (const JsonPlace& place : root.list(QLatin1String("kinds"))) {
        forms.kinds.append(kindAt(place));
    }
    const JsonPlace mental = root.at(QStringLiteral("mentalState"));
    mental.allowOnly({QLatin1String("heads"), QLatin1String("source"), QLatin1String("confidence")});
    forms.mentalSource = mental.text(QLatin1String("source"));
    forms.mentalConfidence = confidenceAt(mental);
    for (const JsonPlace& place : mental.list(QLatin1String("heads"))) {
        const MentalHead head = headAt(place);
        if (std::any_of(forms.mentalHeads.begin(), forms.mentalHeads.end(),
                        [&](const MentalHead& other) { return other.id == head.id; })) {
            place.refuseAt(QLatin1String("id"), twice());
        }
        forms.mentalHeads.append(head);
    }
    checkWhole(root, forms);
    return forms;
}

} // namespace

QStringList NoteForm::sectionIds() const {
    QStringList ids;
    for (const SectionForm& section : sections) {
        ids.append(section.id);
    }
    return ids;
}

QString MentalHead::findingTitle(const QString& finding) const {
    for (const MentalChoice& choice : findings) {
        if (choice.id == finding) {
            return choice.title;
        }
    }
    return finding;
}

const NoteForm& NoteForms::form(NoteFormat format) const {
    const auto found =
        std::find_if(forms.begin(), forms.end(), [&](const NoteForm& one) { return one.format == format; });
    // A format of a later program is shown as free text.
    return found != forms.end()         ? *found
           : format == NoteFormat::Free ? forms.first()
                                        : form(NoteFormat::Free);
}

const KindForm& NoteForms::kind(TherapyType type) const {
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const KindForm& one) { return one.type == type; });
    return found != kinds.end() ? *found : kinds.last();
}

QStringList NoteForms::prompts(TherapyType type, const QString& section) const {
    QStringList texts;
    for (const NotePrompt& prompt : kind(type).prompts) {
        if (prompt.sections.contains(section)) {
            texts.append(prompt.text);
        }
    }
    return texts;
}

QStringList NoteForms::emptySections(const Note& note) const {
    QStringList empty;
    for (const SectionForm& wanted : form(note.format).sections) {
        const bool isWritten =
            std::any_of(note.sections.begin(), note.sections.end(), [&](const NoteSection& section) {
                return section.id == wanted.id && !section.text.trimmed().isEmpty();
            });
        if (wanted.isRequired && !isWritten) {
            empty.append(noteSectionTitle(wanted.id));
        }
    }
    return empty;
}

QString NoteForms::mentalWords(const QList<MentalFinding>& findings) const {
    QStringList words;
    for (const MentalFinding& found : findings) {
        const auto head = std::find_if(mentalHeads.begin(), mentalHeads.end(),
                                       [&](const MentalHead& one) { return one.id == found.head; });
        words.append(head == mentalHeads.end()
                         ? QStringLiteral("%1 %2").arg(found.head, found.finding)
                         : QStringLiteral("%1 %2").arg(head->title, head->findingTitle(found.finding)));
    }
    return words.join(QStringLiteral(", "));
}

base::Result<NoteForms> NoteForms::read(const QByteArray& json) {
    const QString what = Words::tr("The forms of notes were not read");
    return parseTherapyFile(json, what).and_then([&](const QJsonObject& file) -> base::Result<NoteForms> {
        scales::JsonReading reading;
        NoteForms forms = formsAt(JsonPlace(file, QString(), reading));
        return outcomeOf(reading, what).map([&] { return std::move(forms); });
    });
}

const NoteForms& NoteForms::builtIn() {
    static const NoteForms kForms = [] {
        auto forms = read(base::builtInFile(QStringLiteral("therapy/note_forms.json")));
        KAIROS_CHECK(forms.has_value());
        return *forms;
    }();
    return kForms;
}

} // namespace kairos::therapy
