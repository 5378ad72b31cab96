// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/document.h"
#include "core/reports/letter_sheet.h"

#include <QByteArray>
#include <QList>
#include <QLocale>
#include <QString>
#include <QStringList>

namespace kairos::workflow {

class OpenPractice;

/// The papers of a patient as they are listed.
struct DocumentList {
    QList<record::Document> documents; ///< the newest paper first
    QStringList damaged;               ///< by name: refused, never shown as if they were good
};

/// Reads the papers of patients.
class DocumentQuery final {
public:
    explicit DocumentQuery(OpenPractice& practice) : m_practice(practice) {}

    [[nodiscard]] base::Result<DocumentList> ofPatient(const record::PatientId& patient) const;
    /// NotFound: there is none, or it was entered in error. Damaged.
    [[nodiscard]] base::Result<record::Document> find(const record::DocumentId& id) const;
    /// The bytes of a scan, or the text of a letter in UTF-8. Damaged: they do not fit their hash.
    [[nodiscard]] base::Result<QByteArray> bytesOf(const record::Document& document) const;
    /// A letter in print. NotFound: there is none, or it is a scan. Damaged.
    [[nodiscard]] base::Result<reports::LetterSheet> sheet(const record::DocumentId& id,
                                                           const QLocale& locale) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
