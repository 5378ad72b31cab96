// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/document_words.h"

#include "ui/shared/formats.h"
#include "ui/shared/session_words.h"

#include "core/workflow/catalog.h"
#include "core/workflow/chart_query.h"
#include "core/workflow/document_care.h"
#include "core/workflow/open_practice.h"

namespace kairos::ui {

using record::DocumentKind;

QString DocumentWords::kind(DocumentKind kind) {
    switch (kind) {
    case DocumentKind::Consent:
        return tr("Consent");
    case DocumentKind::Letter:
        return tr("Letter");
    case DocumentKind::Referral:
        return tr("Referral");
    case DocumentKind::Report:
        return tr("Report");
    case DocumentKind::Other:
        return tr("Other");
    }
    return {};
}

QString DocumentWords::bytes(qint64 count) {
    constexpr double kThousand = 1000;
    const auto kilo = static_cast<double>(count) / kThousand;
    return kilo < kThousand ? withUnit(numberText(std::max(1.0, kilo)), tr("kB"))
                            : withUnit(numberText(kilo / kThousand, 1), tr("MB"));
}

QString DocumentWords::content(const record::Document& document) {
    if (!document.scan) {
        return tr("written here");
    }
    const QString type = document.scan->mediaType.section(QLatin1Char('/'), -1).toUpper();
    return tr("%1, %2", "kind of file, size").arg(type, bytes(document.scan->size));
}

QString DocumentWords::consent(const record::Consent& consent, const workflow::OpenPractice& practice) {
    const auto* form = practice.catalog().consents.find(consent.form);
    return tr("%1, version %2, %3", "form, version, day")
        .arg(form != nullptr ? form->title : consent.form, consent.version, plainDateText(consent.given));
}

QString DocumentWords::session(const workflow::SessionLine& session, const workflow::OpenPractice& practice) {
    const QString kind = session.isDosing ? tr("Dose") : therapyTypeText(session.therapy);
    const QString name = session.number > 0
                             ? tr("%1 %2", "a kind of session, its number").arg(kind).arg(session.number)
                             : kind;
    return tr("%1, %2", "the day of a session, its name")
        .arg(plainDateText(session.at().local(practice.zone()).date()), name);
}

QString DocumentWords::unknownSession() {
    return tr("a session that is not listed");
}

QString DocumentWords::limit() {
    return tr("PDF, PNG or JPEG, at most %1 MB a file. It is kept inside the encrypted practice file.")
        .arg(workflow::DocumentCare::limits().maxFileMegabytes);
}

} // namespace kairos::ui
