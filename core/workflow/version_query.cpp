// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/version_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/record_words.h"
#include "core/workflow/session_parts.h"
#include "core/workflow/words.h"

#include "core/record/packing.h"
#include "core/record/records.h"
#include "core/record/searched_text.h"
#include "core/storage/practice_file.h"
#include "core/therapy/note_words.h"
#include "core/therapy/sheet_forms.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

QString ideationWords(SuicidalIdeation ideation) {
    switch (ideation) {
    case SuicidalIdeation::NotAsked:
        return Words::tr("suicidal ideation: not asked");
    case SuicidalIdeation::None:
        return Words::tr("suicidal ideation: none");
    case SuicidalIdeation::Passive:
        return Words::tr("suicidal ideation: passive");
    case SuicidalIdeation::Active:
        return Words::tr("suicidal ideation: active");
    }
    return {};
}

QString riskWords(const RiskBlock& risk) {
    QStringList lines{ideationWords(risk.ideation)};
    const auto add = [&lines](const QString& title, const QString& text) {
        if (!text.isEmpty()) {
            lines.append(QStringLiteral("%1: %2").arg(title, text));
        }
    };
    add(Words::tr("plan"), risk.plan);
    add(Words::tr("intent"), risk.intent);
    add(Words::tr("means"), risk.means);
    add(Words::tr("protective"), risk.protective);
    add(Words::tr("action"), risk.action);
    return lines.join(QLatin1Char('\n'));
}

QList<VersionPart> partsOf(const Note& note) {
    QList<VersionPart> parts;
    for (const NoteSection& section : note.sections) {
        parts.append({therapy::noteSectionTitle(section.id), section.text});
    }
    parts.append({Words::tr("Risk"), riskWords(note.risk)});
    if (const QStringList details = therapy::notePartsWords(note); !details.isEmpty()) {
        parts.append({Words::tr("Details"), details.join(QLatin1Char('\n'))});
    }
    return parts;
}

QList<VersionPart> partsOf(const TherapySheet& sheet, const QString& line) {
    QList<VersionPart> parts{{{}, line}};
    const therapy::SheetForm* form = therapy::SheetForms::builtIn().find(sheet.form);
    for (const SheetField& field : sheet.parts) {
        const therapy::SheetPart* part = form != nullptr ? form->findPart(field.part) : nullptr;
        parts.append({part != nullptr ? part->title : field.part, field.text});
    }
    return parts;
}

/// The line of the record, and below it what a person wrote and the line leaves out.
QList<VersionPart> partsOf(const JournalEntry& entry, const RecordWordsContext& context) {
    QList<VersionPart> parts;
    const QString line = recordInWords(entry.kind, entry.content, context);
    withRecordType(entry.kind, [&]<class Record>() {
        const auto value = unpack<Record>(entry.content);
        if (!value) {
            return;
        }
        if constexpr (std::is_same_v<Record, Note>) {
            parts = partsOf(*value);
        } else if constexpr (std::is_same_v<Record, TherapySheet>) {
            parts = partsOf(*value, line);
        } else {
            parts.append({{}, line});
            for (const SearchedPiece& piece : searchedPieces(*value)) {
                if (!line.contains(piece.text)) {
                    parts.append({{}, piece.text});
                }
            }
        }
    });
    return parts;
}

/// The entries of one record; of a note those of the note it amends and of every amendment, as time went.
base::Result<QList<JournalEntry>> recordEntries(OpenPractice& practice, const base::Uuid& record,
                                                const PatientId& patient) {
    auto entries = practice.file().historyOf(record, patient);
    if (!entries || entries->isEmpty() || entries->last().kind != RecordKind::Note) {
        return entries;
    }
    const auto note = unpack<Note>(entries->last().content);
    storage::RowFilter filter;
    filter.parent = note ? note->session.uuid : base::Uuid{};
    const auto loaded = practice.file().records().list<Note>(filter);
    if (!note || !loaded) {
        return entries;
    }
    const NoteId first = firstVersionOf(*note);
    QList<base::Uuid> others{first.uuid};
    for (const Note& other : loaded->records) {
        if (other.amends == first) {
            others.append(other.id.uuid);
        }
    }
    others.removeAll(record);
    for (const base::Uuid& other : std::as_const(others)) {
        const auto more = practice.file().historyOf(other, patient);
        if (!more) {
            return more;
        }
        *entries += *more;
    }
    std::sort(entries->begin(), entries->end(),
              [](const JournalEntry& a, const JournalEntry& b) { return a.count < b.count; });
    return entries;
}

QString partsText(const QList<VersionPart>& parts, qsizetype index) {
    return index >= 0 && index < parts.size() ? parts.at(index).text : QString();
}

/// Where the part stands in the other version: of its title, and of parts without one the same in turn.
qsizetype placeIn(const QList<VersionPart>& parts, const VersionPart& part, qsizetype index) {
    if (part.title.isEmpty()) {
        return index < parts.size() && parts.at(index).title.isEmpty() ? index : -1;
    }
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts.at(i).title == part.title) {
            return i;
        }
    }
    return -1;
}

} // namespace

base::Result<QList<RecordVersion>> VersionQuery::of(const base::Uuid& record, const PatientId& patient,
                                                    const QLocale& locale) const {
    const auto entries = recordEntries(m_practice, record, patient);
    if (!entries) {
        return tl::unexpected<base::Error>(entries.error());
    }
    const auto lotOf = [this](const VialId& id) {
        return m_practice.file().records().find<Vial>(id).value_or(std::nullopt);
    };
    const RecordWordsContext context{m_practice.catalog().instruments, m_practice.zone(), locale, lotOf};
    QList<RecordVersion> versions;
    for (const JournalEntry& entry : *entries) {
        // An amendment is a note of its own, and a version of the note in whose place it stands.
        const bool amends = entry.action == Action::Created && !versions.isEmpty();
        versions.append({entry.count, entry.at, entry.actor.name, amends ? Action::Amended : entry.action,
                         entry.reason, partsOf(entry, context)});
    }
    return versions;
}

QList<ComparedPart> compareVersions(const RecordVersion& before, const RecordVersion& after) {
    QList<ComparedPart> compared;
    for (qsizetype i = 0; i < after.parts.size(); ++i) {
        const VersionPart& part = after.parts.at(i);
        const QString earlier = partsText(before.parts, placeIn(before.parts, part, i));
        compared.append({part.title, base::wordDiff(earlier, part.text)});
    }
    for (qsizetype i = 0; i < before.parts.size(); ++i) {
        const VersionPart& part = before.parts.at(i);
        if (placeIn(after.parts, part, i) < 0) {
            compared.append({part.title, base::wordDiff(part.text, {})});
        }
    }
    return compared;
}

} // namespace kairos::workflow
