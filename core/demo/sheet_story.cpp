// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/sheet_story.h"

#include "core/therapy/sheet_forms.h"

namespace kairos::demo {

using scales::JsonPlace;

QList<SheetStory> sheetsOf(const JsonPlace& patient) {
    QList<SheetStory> sheets;
    for (const JsonPlace& line : patient.listIfAny(QLatin1String("sheets"))) {
        SheetStory story;
        story.day = line.whole(QLatin1String("day"));
        story.form = line.text(QLatin1String("form"));
        story.reviewAfter = line.wholeIfAny(QLatin1String("reviewAfter"));
        if (line.has(QLatin1String("again"))) {
            for (const int day : line.wholes(QLatin1String("again"))) {
                story.again.append(day);
            }
        }
        const therapy::SheetForm* form = therapy::SheetForms::builtIn().find(story.form);
        if (form == nullptr) {
            line.refuseAt(QLatin1String("form"), QStringLiteral("there is no such form"));
            continue;
        }
        const JsonPlace parts = line.at(QStringLiteral("parts"));
        for (const therapy::SheetPart& part : form->parts) {
            if (const QByteArray key = part.id.toLatin1(); parts.has(QLatin1String(key))) {
                story.parts.append({part.id, parts.text(QLatin1String(key))});
            }
        }
        sheets.append(story);
    }
    return sheets;
}

} // namespace kairos::demo
