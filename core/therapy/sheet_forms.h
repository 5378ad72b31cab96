// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"
#include "core/record/therapy_sheet.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace kairos::therapy {

/// One part of a sheet that is written into.
struct SheetPart {
    QString id;    ///< of a cell of the grid "monday.morning"
    QString title; ///< of a cell "Monday, Morning"
    QString hint;
    int lines = 1; ///< how many it has room for before it grows, 1 to 8

    bool operator==(const SheetPart&) const = default;
};

/// A row or a column of a sheet's grid.
struct SheetHeading {
    QString id;
    QString title;
};

/// Rows and columns whose cells are parts of the sheet, e.g. the days of a week.
struct SheetGrid {
    QList<SheetHeading> rows;
    QList<SheetHeading> columns;
    QString hint;

    [[nodiscard]] static QString cellId(const SheetHeading& row, const SheetHeading& column) {
        return row.id + QLatin1Char('.') + column.id;
    }
};

/// A figure in days with where it comes from.
struct SheetDays {
    int value = 0;
    QString source;
    base::Confidence confidence = base::Confidence::Check;
};

/// When a sheet is to be gone through again.
struct SheetReview {
    SheetDays within;   ///< at the latest so many days after the sheet's own day, 1 or more
    SheetDays askAfter; ///< Today names it from so many days after the day of its review, 0 or more
};

/// The form of a structured sheet (resources/therapy/sheets).
struct SheetForm {
    QString id;
    QString title;
    QString purpose;
    QString modality; ///< name of the one it belongs to; empty for any
    std::optional<SheetReview> review;
    bool isOnePerPatient = false; ///< it is changed, never written a second time
    bool hasCrisisText = false;   ///< it prints the practice's crisis text
    QList<SheetPart> parts;       ///< all of them, those of the grid behind the others
    std::optional<SheetGrid> grid;
    QString source;
    base::Confidence confidence = base::Confidence::Check;

    [[nodiscard]] const SheetPart* findPart(const QString& part) const;
    /// InvalidInput names the place that does not fit.
    [[nodiscard]] static base::Result<SheetForm> read(const QByteArray& json);
};

/// The forms to choose from, the safety plan first.
struct SheetForms {
    QList<SheetForm> forms;

    [[nodiscard]] const SheetForm* find(const QString& form) const;
    /// What a sheet is called: the title of its form; its id where this program does not know the form.
    [[nodiscard]] QString titleOf(const QString& form) const;
    /// What is compiled into the program.
    [[nodiscard]] static const SheetForms& builtIn();
};

/// The id of the form that is shown before a dose when a risk answer is yes.
inline constexpr QLatin1String kSafetyPlan{"safety-plan"};

/// Whether the review of a sheet is due on a day: it is the day of its review or a later one.
[[nodiscard]] bool isReviewDue(const record::TherapySheet& sheet, QDate day);
/// Whether Today names the review of a sheet: `askAfter` days have passed since its day.
[[nodiscard]] bool asksForReview(const record::TherapySheet& sheet, QDate today);

} // namespace kairos::therapy
