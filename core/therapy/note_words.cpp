// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/note_words.h"

#include "core/therapy/note_forms.h"
#include "core/therapy/words.h"

#include <QHash>

namespace kairos::therapy {

using namespace record;

QString noteSectionTitle(const QString& id) {
    static const QHash<QString, const char*> kTitles = {
        {QStringLiteral("text"), QT_TRANSLATE_NOOP("Words", "Note")},
        {QStringLiteral("data"), QT_TRANSLATE_NOOP("Words", "Data")},
        {QStringLiteral("subjective"), QT_TRANSLATE_NOOP("Words", "Subjective")},
        {QStringLiteral("objective"), QT_TRANSLATE_NOOP("Words", "Objective")},
        {QStringLiteral("behaviour"), QT_TRANSLATE_NOOP("Words", "Behaviour")},
        {QStringLiteral("goal"), QT_TRANSLATE_NOOP("Words", "Goal")},
        {QStringLiteral("intervention"), QT_TRANSLATE_NOOP("Words", "Intervention")},
        {QStringLiteral("response"), QT_TRANSLATE_NOOP("Words", "Response")},
        {QStringLiteral("assessment"), QT_TRANSLATE_NOOP("Words", "Assessment")},
        {QStringLiteral("plan"), QT_TRANSLATE_NOOP("Words", "Plan")},
        {QStringLiteral("addendum"), QT_TRANSLATE_NOOP("Words", "Addendum")},
        {QStringLiteral("amend-reason"), QT_TRANSLATE_NOOP("Words", "Why it was amended")}};
    const auto found = kTitles.constFind(id);
    return found == kTitles.constEnd() ? id : Words::tr(*found);
}

QString homeworkWords(const std::optional<HomeworkDone>& done) {
    if (!done) {
        return Words::tr("not asked");
    }
    switch (*done) {
    case HomeworkDone::Done:
        return Words::tr("done");
    case HomeworkDone::Partly:
        return Words::tr("partly done");
    case HomeworkDone::NotDone:
        return Words::tr("not done");
    }
    return {};
}

QStringList carriedSections(const Note& note) {
    QStringList titles;
    for (const NoteSection& section : note.sections) {
        if (section.carriedFrom) {
            titles.append(noteSectionTitle(section.id));
        }
    }
    return titles;
}

QStringList notePartsWords(const Note& note) {
    const auto say = [](const char* text) { return Words::tr(text); };
    const QString comma = QStringLiteral(", ");
    const NoteDetails& details = note.details;
    QStringList parts;
    if (const QStringList carried = carriedSections(note); !carried.isEmpty()) {
        parts.append(say("carried forward unchanged: %1").arg(carried.join(comma)));
    }
    if (!details.present.isEmpty()) {
        parts.append(say("present: %1").arg(details.present.join(comma)));
    }
    if (!details.mentalState.isEmpty() || !details.mentalRemark.isEmpty()) {
        QStringList found = {NoteForms::builtIn().mentalWords(details.mentalState), details.mentalRemark};
        found.removeAll(QString());
        parts.append(say("mental state: %1").arg(found.join(comma)));
    }
    if (!details.interventions.isEmpty()) {
        parts.append(say("interventions: %1").arg(details.interventions.join(comma)));
    }
    if (details.lastHomework) {
        parts.append(say("last homework %1").arg(homeworkWords(details.lastHomework)));
    }
    if (!details.homework.isEmpty()) {
        parts.append(say("homework: %1").arg(details.homework));
    }
    return parts;
}

} // namespace kairos::therapy
