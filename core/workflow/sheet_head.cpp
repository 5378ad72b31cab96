// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/sheet_head.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"

#include "core/security/fingerprint.h"
#include "core/storage/practice_file.h"

#include <QStringList>

namespace kairos::workflow {

base::Result<reports::SheetHead> sheetHead(const OpenPractice& practice, const QLocale& locale) {
    const auto journal = practice.file().head();
    if (!journal) {
        return tl::unexpected<base::Error>(journal.error());
    }
    const record::Practice& own = practice.practice();
    reports::SheetHead head;
    head.practice = own.name;
    QStringList line{own.address.trimmed(), own.phone.trimmed()};
    line.removeAll(QString());
    head.practiceLine = line.join(QStringLiteral(", "));
    head.isSynthetic = own.synthetic;
    head.printed = Words::tr("%1 by %2")
                       .arg(locale.toString(practice.now().local(practice.zone()),
                                            QStringLiteral("ddd d MMM yyyy, HH:mm")),
                            practice.actor().name);
    head.fingerprint = security::Fingerprint::of(journal->hash).toString();
    head.entries = journal->count;
    return head;
}

QString whoseSheet(const record::Patient& patient, const QLocale& locale) {
    const QString born = patient.birthDate ? locale.toString(*patient.birthDate, QStringLiteral("d MMM yyyy"))
                                           : Words::tr("not recorded");
    return Words::tr("%1 · born %2 · MRN %3").arg(patient.displayName(), born, patient.mrn);
}

} // namespace kairos::workflow
