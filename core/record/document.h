// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>

namespace kairos::record {

enum class DocumentKind { Consent = 1, Letter = 2, Referral = 3, Report = 4, Other = 5 };

/// The scan of a paper. Its bytes lie outside the journal, once, under their hash.
struct Scan {
    QString fileName; ///< as it was called when it was added, without its folder
    QString mediaType;
    qint64 size = 0; ///< bytes
    QByteArray hash; ///< 32 bytes: BLAKE2b-256 of the bytes

    bool operator==(const Scan&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.fileName);
        visit(2, self.mediaType);
        visit(3, self.size);
        visit(4, self.hash);
    }
};

/// One paper of a patient: scanned, or written in the program. A scan never changes, its title and day may;
/// the text of a letter is a record like a note, so that each version stays readable.
struct Document {
    static constexpr RecordKind kKind = RecordKind::Document;

    DocumentId id;
    PatientId patient;
    DocumentKind kind = DocumentKind::Other;
    QString title;
    QDate dated;              ///< the day of the paper
    std::optional<Scan> scan; ///< none of a written one
    QString text;             ///< of a written one; empty of a scan
    std::optional<ConsentId> consent;
    std::optional<SessionId> session;
    ClinicianId enteredBy;
    base::Instant enteredAt;

    bool operator==(const Document&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.kind);
        visit(4, self.title);
        visit(5, self.dated);
        visit(6, self.scan);
        visit(7, self.text);
        visit(8, self.consent);
        visit(9, self.session);
        visit(10, self.enteredBy);
        visit(11, self.enteredAt);
    }
};

} // namespace kairos::record
