// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/sheet_forms.h"

#include "core/therapy/therapy_json.h"
#include "core/therapy/words.h"

#include "core/base/built_in.h"
#include "core/base/check.h"

#include <algorithm>

namespace kairos::therapy {

using scales::JsonPlace;

namespace {

constexpr int kMostLines = 8;

/// Words of an id: small letters with hyphens between them.
QString idAt(const JsonPlace& place) {
    const QString id = place.text(QLatin1String("id"));
    const bool isPlain = std::all_of(id.begin(), id.end(), [](QChar letter) {
        return letter == QLatin1Char('-') || (letter >= QLatin1Char('a') && letter <= QLatin1Char('z'));
    });
    if (!isPlain) {
        place.refuseAt(QLatin1String("id"), Words::tr("an id has small letters and hyphens only"));
    }
    return id;
}

SheetPart partAt(const JsonPlace& place) {
    place.allowOnly(
        {QLatin1String("id"), QLatin1String("title"), QLatin1String("hint"), QLatin1String("lines")});
    SheetPart part;
    part.id = idAt(place);
    part.title = place.text(QLatin1String("title"));
    part.hint = place.text(QLatin1String("hint"));
    part.lines = place.whole(QLatin1String("lines"));
    if (part.lines < 1 || part.lines > kMostLines) {
        place.refuseAt(QLatin1String("lines"), Words::tr("1 to 8 is expected"));
    }
    return part;
}

QList<SheetHeading> headingsAt(const JsonPlace& place, QLatin1String key) {
    QList<SheetHeading> headings;
    for (const JsonPlace& one : place.list(key)) {
        one.allowOnly({QLatin1String("id"), QLatin1String("title")});
        headings.append({idAt(one), one.text(QLatin1String("title"))});
    }
    if (headings.isEmpty()) {
        place.refuseAt(key, Words::tr("at least one is expected"));
    }
    return headings;
}

SheetGrid gridAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("rows"), QLatin1String("columns"), QLatin1String("hint")});
    return {headingsAt(place, QLatin1String("rows")), headingsAt(place, QLatin1String("columns")),
            place.text(QLatin1String("hint"))};
}

void addCells(SheetForm& form) {
    for (const SheetHeading& row : form.grid->rows) {
        for (const SheetHeading& column : form.grid->columns) {
            form.parts.append({SheetGrid::cellId(row, column),
                               Words::tr("%1, %2").arg(row.title, column.title), form.grid->hint, 1});
        }
    }
}

SheetDays daysAt(const JsonPlace& place, int least) {
    place.allowOnly({QLatin1String("value"), QLatin1String("source"), QLatin1String("confidence"),
                     QLatin1String("text")});
    const SheetDays days{place.whole(QLatin1String("value")), place.text(QLatin1String("source")),
                         confidenceAt(place)};
    if (days.value < least) {
        place.refuseAt(QLatin1String("value"), Words::tr("%1 or more is expected").arg(least));
    }
    return days;
}

SheetReview reviewAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("withinDays"), QLatin1String("askAfterDays")});
    return {daysAt(place.at(QStringLiteral("withinDays")), 1),
            daysAt(place.at(QStringLiteral("askAfterDays")), 0)};
}

/// A part that stands twice would lose one of its texts.
void refuseTwice(const JsonPlace& root, const QList<SheetPart>& parts) {
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool isTwice = std::any_of(parts.begin(), parts.begin() + i, [&](const SheetPart& earlier) {
            return earlier.id == parts.at(i).id;
        });
        if (isTwice) {
            root.refuseAt(QLatin1String("parts"), Words::tr("%1 stands twice").arg(parts.at(i).id));
        }
    }
}

SheetForm formAt(const JsonPlace& root) {
    root.allowOnly({QLatin1String("id"), QLatin1String("version"), QLatin1String("title"),
                    QLatin1String("reviewer"), QLatin1String("purpose"), QLatin1String("modality"),
                    QLatin1String("onePerPatient"), QLatin1String("crisisText"), QLatin1String("review"),
                    QLatin1String("parts"), QLatin1String("grid"), QLatin1String("source"),
                    QLatin1String("confidence")});
    SheetForm form;
    form.id = idAt(root);
    form.title = root.text(QLatin1String("title"));
    form.purpose = root.text(QLatin1String("purpose"));
    form.modality = root.textOr(QLatin1String("modality"), {});
    form.isOnePerPatient = root.isSet(QLatin1String("onePerPatient"));
    form.hasCrisisText = root.isSet(QLatin1String("crisisText"));
    if (root.has(QLatin1String("review"))) {
        form.review = reviewAt(root.at(QStringLiteral("review")));
    }
    for (const JsonPlace& place : root.list(QLatin1String("parts"))) {
        form.parts.append(partAt(place));
    }
    if (form.parts.isEmpty()) {
        root.refuseAt(QLatin1String("parts"), Words::tr("at least one is expected"));
    }
    if (root.has(QLatin1String("grid"))) {
        form.grid = gridAt(root.at(QStringLiteral("grid")));
        addCells(form);
    }
    refuseTwice(root, form.parts);
    form.source = root.text(QLatin1String("source"));
    form.confidence = confidenceAt(root);
    return form;
}

} // namespace

const SheetPart* SheetForm::findPart(const QString& part) const {
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](const SheetPart& one) { return one.id == part; });
    return found == parts.end() ? nullptr : &*found;
}

base::Result<SheetForm> SheetForm::read(const QByteArray& json) {
    const QString what = Words::tr("The form of a sheet was not read");
    return parseTherapyFile(json, what).and_then([&](const QJsonObject& file) -> base::Result<SheetForm> {
        scales::JsonReading reading;
        SheetForm form = formAt(JsonPlace(file, QString(), reading));
        return outcomeOf(reading, what).map([&] { return std::move(form); });
    });
}

const SheetForm* SheetForms::find(const QString& form) const {
    const auto found =
        std::find_if(forms.begin(), forms.end(), [&](const SheetForm& one) { return one.id == form; });
    return found == forms.end() ? nullptr : &*found;
}

QString SheetForms::titleOf(const QString& form) const {
    const SheetForm* found = find(form);
    return found != nullptr ? found->title : form;
}

const SheetForms& SheetForms::builtIn() {
    static const SheetForms kForms = [] {
        SheetForms all;
        for (const char* id : {"safety-plan", "thought-record", "behavioural-experiment", "activity-schedule",
                               "values-card", "parts-map"}) {
            auto form = SheetForm::read(
                base::builtInFile(QStringLiteral("therapy/sheets/%1.json").arg(QLatin1String(id))));
            KAIROS_CHECK(form.has_value() && form->id == QLatin1String(id));
            all.forms.append(std::move(*form));
        }
        return all;
    }();
    return kForms;
}

bool isReviewDue(const record::TherapySheet& sheet, QDate day) {
    return sheet.reviewOn.isValid() && day >= sheet.reviewOn;
}

bool asksForReview(const record::TherapySheet& sheet, QDate today) {
    const SheetForm* form = SheetForms::builtIn().find(sheet.form);
    return form != nullptr && form->review && sheet.reviewOn.isValid() &&
           sheet.reviewOn.daysTo(today) >= form->review->askAfter.value;
}

} // namespace kairos::therapy
