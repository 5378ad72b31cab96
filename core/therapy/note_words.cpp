// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/note_words.h"

#include "core/therapy/note_forms.h"

#include <QCoreApplication>
#include <QHash>

namespace kairos::therapy {

using namespace record;

QString noteSectionTitle(const QString& id) {
    static const QHash<QString, const char*> kTitles = {
        {QStringLiteral("text"), QT_TRANSLATE_NOOP("therapy", "Note")},
        {QStringLiteral("data"), QT_TRANSLATE_NOOP("therapy", "Data")},
        {QStringLiteral("subjective"), QT_TRANSLATE_NOOP("therapy", "Subjective")},
        {QStringLiteral("objective"), QT_TRANSLATE_NOOP("therapy", "Objective")},
        {QStringLiteral("behaviour"), QT_TRANSLATE_NOOP("therapy", "Behaviour")},
        {QStringLiteral("goal"), QT_TRANSLATE_NOOP("therapy", "Goal")},
        {QStringLiteral("intervention"), QT_TRANSLATE_NOOP("therapy", "Intervention")},
        {QStringLiteral("response"), QT_TRANSLATE_NOOP("therapy", "Response")},
        {QStringLiteral("assessment"), QT_TRANSLATE_NOOP("therapy", "Assessment")},
        {QStringLiteral("plan"), QT_TRANSLATE_NOOP("therapy", "Plan")},
        {QStringLiteral("addendum"), QT_TRANSLATE_NOOP("therapy", "Addendum")},
        {QStringLiteral("amend-reason"), QT_TRANSLATE_NOOP("therapy", "Why it was amended")}};
    const auto found = kTitles.constFind(id);
    return found == kTitles.constEnd() ? id : QCoreApplication::translate("therapy", *found);
}

QString homeworkWords(const std::optional<HomeworkDone>& done) {
    if (!done) {
        return QCoreApplication::translate("therapy", "not asked");
    }
    switch (*done) {
    case HomeworkDone::Done:
        return QCoreApplication::translate("therapy", "done");
    case HomeworkDone::Partly:
        return QCoreApplication::translate("therapy", "partly done");
    case HomeworkDone::NotDone:
        return QCoreApplication::translate("therapy", "not done");
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
    const auto say = [](const char* text) { return QCoreApplication::translate("therapy", text); };
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
