// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/sheet_words.h"

#include "ui/shared/formats.h"

#include "core/therapy/sheet_forms.h"

namespace kairos::ui {

QString SheetWords::review(const record::TherapySheet& sheet, QDate today) {
    if (!sheet.reviewOn.isValid()) {
        return {};
    }
    const QString day = dayText(sheet.reviewOn);
    if (sheet.reviewOn == today) {
        return tr("review today");
    }
    return sheet.reviewOn < today ? tr("review was due %1").arg(day) : tr("review by %1").arg(day);
}

std::optional<Chip> SheetWords::reviewChip(const record::TherapySheet& sheet, QDate today) {
    if (!sheet.reviewOn.isValid()) {
        return std::nullopt;
    }
    const ChipKind kind = sheet.reviewOn < today               ? ChipKind::Late
                          : therapy::isReviewDue(sheet, today) ? ChipKind::Due
                                                               : ChipKind::Planned;
    return Chip{kind, review(sheet, today), therapy::SheetForms::builtIn().titleOf(sheet.form)};
}

} // namespace kairos::ui
