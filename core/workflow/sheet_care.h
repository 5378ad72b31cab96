// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/therapy_sheet.h"
#include "core/storage/drafts.h"

#include <QList>
#include <QString>

namespace kairos::therapy {
struct SheetForm;
}

namespace kairos::workflow {

class OpenPractice;

/// Writing structured sheets of therapy down. Every call is one durable entry.
class SheetCare final {
public:
    explicit SheetCare(OpenPractice& practice) : m_practice(practice) {}

    /// Keeps a new sheet, or a new version of the one whose id it has: patient, session and form then stay,
    /// and the journal keeps the former version. Empty parts are left out. InvalidInput: an unknown form or
    /// part, nothing written, a text that is too long, no day or one to come, a review that is missing, not
    /// after the sheet's day or later than the form allows, or a session of somebody else. Refused: the role
    /// may not, or the patient has the one sheet of a form that is changed, never written twice.
    /// `finished` are drafts that end with it.
    [[nodiscard]] base::Result<record::TherapySheetId> save(record::TherapySheet wanted,
                                                            const QList<storage::DraftKey>& finished = {});
    /// Takes a sheet back to how it stood before it was changed.
    [[nodiscard]] base::Outcome restore(const record::TherapySheet& former);
    /// Takes back a sheet that was only just written.
    [[nodiscard]] base::Outcome withdraw(const record::TherapySheetId& id);
    /// Marks one as entered in error: it is no longer listed. InvalidInput: no reason.
    [[nodiscard]] base::Outcome remove(const record::TherapySheetId& id, const QString& reason);

private:
    [[nodiscard]] base::Outcome checkLinks(const record::TherapySheet& wanted) const;
    [[nodiscard]] base::Outcome checkOnlyOne(const record::TherapySheet& wanted,
                                             const therapy::SheetForm& form) const;
    [[nodiscard]] base::Outcome markInError(const record::TherapySheetId& id, const QString& reason);

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
