// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/history_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/record_words.h"

#include "core/storage/practice_file.h"

#include <QHash>

namespace kairos::workflow {

base::Result<QList<HistoryLine>> HistoryQuery::of(const record::PatientId& patient, int limit,
                                                  const QLocale& locale) const {
    const auto entries = m_practice.file().historyOfPatient(patient, limit);
    if (!entries) {
        return tl::unexpected<base::Error>(entries.error());
    }
    const auto lotOf = [this](const record::VialId& id) {
        return m_practice.file().records().find<record::Vial>(id).value_or(std::nullopt);
    };
    const RecordWordsContext context{m_practice.catalog().instruments, m_practice.zone(), locale, lotOf};
    QList<HistoryLine> lines;
    QHash<base::Uuid, QString> said; // what each record said last, walking forward in time
    for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
        HistoryLine line;
        line.count = entry->count;
        line.at = entry->at;
        line.who = entry->actor.name;
        line.action = entry->action;
        line.kind = entry->kind;
        line.record = entry->record;
        line.what = recordInWords(entry->kind, entry->content, context);
        line.reason = entry->reason;
        const QString before = said.value(entry->record);
        line.before = before == line.what ? QString() : before;
        said.insert(entry->record, line.what);
        lines.prepend(line);
    }
    return lines;
}

} // namespace kairos::workflow
