// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/gate_check.h"
#include "core/record/kind.h"
#include "core/record/note.h"
#include "core/record/risk_item.h"
#include "core/record/therapy_sheet.h"

#include <QLatin1String>
#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <iterator>
#include <type_traits>

namespace kairos::record {

/// A field of a kind of record that the full-text search reads.
struct SearchedField {
    RecordKind kind;
    quint16 field;    ///< its permanent id
    const char* part; ///< what a result calls it; sections of a note are called by their own id
};

/// All that the full-text search reads, and nothing else: a kind or a field that does not stand here is
/// absent from the index. So a new kind, and every note that is private to its author, is not found unless
/// somebody puts it here.
///
/// It holds what a person wrote about a patient's course, and the names by which a patient is looked for.
/// Left out: how a patient and relatives are reached (a search for a name would bring up other people's
/// contacts); why something was waived, overridden or cancelled (read at the act itself) or entered in error
/// (it leaves the search); words of the program, a protocol or an instrument (everybody's chart has them);
/// and what is not of a patient: the practice, clinicians, their passwords and days away, the drug stock.
inline constexpr SearchedField kSearchedFields[] = {
    {RecordKind::Patient, 2, "mrn"},
    {RecordKind::Patient, 3, "family-name"},
    {RecordKind::Patient, 4, "given-name"},
    {RecordKind::Patient, 5, "preferred-name"},
    {RecordKind::Allergy, 3, "substance"},
    {RecordKind::Allergy, 4, "reaction"},
    {RecordKind::Diagnosis, 3, "diagnosis"},
    {RecordKind::Medication, 3, "medicine"},
    {RecordKind::Consent, 8, "remark"},
    {RecordKind::ScreeningFinding, 5, "remark"},
    {RecordKind::AntidepressantTrial, 3, "medicine"},
    {RecordKind::AntidepressantTrial, 7, "remark"},
    {RecordKind::TreatmentPlan, 12, "goal"},
    {RecordKind::Goal, 4, "goal"},
    {RecordKind::Goal, 6, "measure"},
    {RecordKind::Goal, 7, "first-step"},
    {RecordKind::Goal, 8, "relevance"},
    {RecordKind::Goal, 10, "level"},
    {RecordKind::Goal, 15, "reason"},
    {RecordKind::GoalAttainment, 9, "remark"},
    {RecordKind::DosingSession, 25, "end-reason"},
    {RecordKind::DosingSession, 26, "intention"},
    {RecordKind::Reading, 13, "remark"},
    {RecordKind::SessionEvent, 7, "event"},
    {RecordKind::SessionEvent, 8, "medicine"},
    {RecordKind::AdverseEvent, 4, "term"},
    {RecordKind::AdverseEvent, 10, "action"},
    {RecordKind::AdverseEvent, 11, "outcome"},
    {RecordKind::AdverseFollowUp, 9, "outcome"},
    {RecordKind::AdverseFollowUp, 10, "reason"},
    {RecordKind::AdverseFollowUp, 11, "term"},
    {RecordKind::AdverseFollowUp, 16, "action"},
    {RecordKind::GateCheck, 7, "call"}, // see isSearchedRecord
    {RecordKind::Note, 7, "section"},
    {RecordKind::Note, 8, "risk"},
    {RecordKind::Note, 10, "present"},
    {RecordKind::Note, 12, "mental-state"},
    {RecordKind::Note, 13, "interventions"},
    {RecordKind::Note, 14, "homework"},
    {RecordKind::Note, 17, "amend-reason"},
    {RecordKind::Commitment, 4, "commitment"},
    {RecordKind::ThreadLine, 5, "thread"},
    {RecordKind::Theme, 4, "theme"},
    {RecordKind::TherapySheet, 5, "sheet"},
    {RecordKind::CommitmentReview, 7, "remark"},
    {RecordKind::Document, 4, "title"},
    {RecordKind::Document, 7, "text"},
    {RecordKind::RiskItem, 7, "assessment"},
    {RecordKind::RiskItem, 8, "plan"},
    {RecordKind::RiskItem, 16, "closing"},
};

/// Raised when the fields above or the way words are folded change: older indexes are then made anew.
inline constexpr int kSearchedVersion = 4;

[[nodiscard]] constexpr bool isSearched(RecordKind kind) {
    return std::any_of(std::begin(kSearchedFields), std::end(kSearchedFields),
                       [kind](const SearchedField& searched) { return searched.kind == kind; });
}

/// A piece of text of a record, as it was written.
struct SearchedPiece {
    QString part; ///< e.g. "assessment" of a note, "risk-plan", "goal"
    QString text;

    bool operator==(const SearchedPiece&) const = default;
};

/// Takes the searched fields of one record; handed to the record's static `fields`.
class SearchedFieldReader final {
public:
    SearchedFieldReader(RecordKind kind, QList<SearchedPiece>& pieces) : m_kind(kind), m_pieces(pieces) {}

    template <class T>
    void operator()(quint16 field, const T& value) {
        if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, QStringList> ||
                      std::is_same_v<T, QList<NoteSection>> || std::is_same_v<T, RiskBlock> ||
                      std::is_same_v<T, QList<RiskClosing>> || std::is_same_v<T, QList<SheetField>>) {
            for (const SearchedField& searched : kSearchedFields) {
                if (searched.kind == m_kind && searched.field == field) {
                    take(QLatin1String(searched.part), value);
                }
            }
        }
    }

private:
    void take(const QString& part, const QString& text) {
        if (!text.isEmpty()) {
            m_pieces.append({part, text});
        }
    }
    void take(const QString& part, const QStringList& lines) {
        for (const QString& line : lines) {
            take(part, line);
        }
    }
    void take(const QString&, const QList<NoteSection>& sections) {
        for (const NoteSection& section : sections) {
            take(section.id, section.text);
        }
    }
    void take(const QString& part, const RiskBlock& risk) {
        take(part + QStringLiteral("-plan"), risk.plan);
        take(part + QStringLiteral("-intent"), risk.intent);
        take(part + QStringLiteral("-means"), risk.means);
        take(part + QStringLiteral("-protective"), risk.protective);
        take(part + QStringLiteral("-action"), risk.action);
    }
    void take(const QString& part, const QList<SheetField>& fields) {
        for (const SheetField& field : fields) {
            take(part, field.text);
        }
    }
    void take(const QString& part, const QList<RiskClosing>& closings) {
        for (const RiskClosing& closing : closings) {
            take(part, closing.assessment);
            take(part, closing.plan);
        }
    }

    RecordKind m_kind;
    QList<SearchedPiece>& m_pieces;
};

/// Of a searched kind, whether this record is: the calls after a dose, but not the answers at a gate, which
/// name escorts with their numbers.
template <class Record>
[[nodiscard]] bool isSearchedRecord(const Record& value) {
    if constexpr (Record::kKind == RecordKind::GateCheck) {
        return value.gate == Gate::After;
    } else {
        return true;
    }
}

/// What the full-text search reads of a record, in the order of its fields; nothing of most kinds.
template <class Record>
[[nodiscard]] QList<SearchedPiece> searchedPieces(const Record& value) {
    QList<SearchedPiece> pieces;
    if constexpr (isSearched(Record::kKind)) {
        if (isSearchedRecord(value)) {
            SearchedFieldReader reader(Record::kKind, pieces);
            Record::fields(value, reader);
        }
    }
    return pieces;
}

} // namespace kairos::record
