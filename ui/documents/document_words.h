// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/consent.h"
#include "core/record/document.h"

#include <QCoreApplication>

#include <array>

namespace kairos::workflow {
class OpenPractice;
struct SessionLine;
} // namespace kairos::workflow

namespace kairos::ui {

/// Every kind of paper, as a box offers them.
inline constexpr std::array kDocumentKinds = {record::DocumentKind::Consent, record::DocumentKind::Letter,
                                              record::DocumentKind::Referral, record::DocumentKind::Report,
                                              record::DocumentKind::Other};

/// The words for papers.
class DocumentWords final {
    Q_DECLARE_TR_FUNCTIONS(DocumentWords)

public:
    [[nodiscard]] static QString kind(record::DocumentKind kind);
    /// "PDF, 1.2 MB", "JPEG, 340 kB"; "written here" of a letter.
    [[nodiscard]] static QString content(const record::Document& document);
    [[nodiscard]] static QString bytes(qint64 count);
    /// "Ketamine treatment, version 4, 30 Oct 2026".
    [[nodiscard]] static QString consent(const record::Consent& consent,
                                         const workflow::OpenPractice& practice);
    /// "28 Oct 2026, Dose 4"; "2 Nov 2026, Integration 2".
    [[nodiscard]] static QString session(const workflow::SessionLine& session,
                                         const workflow::OpenPractice& practice);
    /// Of a session that cannot be read now.
    [[nodiscard]] static QString unknownSession();
    /// What may be added, and how large.
    [[nodiscard]] static QString limit();
};

} // namespace kairos::ui
