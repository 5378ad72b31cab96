// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/found_model.h"

#include "ui/patients/found_words.h"

#include "ui/shared/formats.h"

namespace kairos::ui {

using workflow::FoundRecord;

namespace {

const QString kCut = QStringLiteral("…");

/// What stands before the passage where its beginning is cut off.
QString leadOf(const FoundRecord& hit) {
    return hit.passage.isCutBefore ? kCut + QLatin1Char(' ') : QString();
}

QString twoLines(const QString& first, const QString& second) {
    return second.isEmpty() ? first : first + QChar(QChar::LineSeparator) + second;
}

} // namespace

FoundModel::FoundModel(QObject* parent)
    : RowModel({{tr("Patient")}, {tr("Found in")}, {tr("Passage")}, {tr("Day"), ColumnSide::Right}}, parent) {
}

void FoundModel::setFound(const QString& words, const QList<FoundRecord>& hits) {
    m_terms = base::searchTerms(words);
    setRows(hits);
}

QString FoundModel::display(const FoundRecord& hit, int column) const {
    switch (column) {
    case Patient:
        return twoLines(hit.patient.displayName(), hit.patient.mrn);
    case What:
        return twoLines(foundKindText(hit), foundSessionText(hit));
    case Passage:
        return leadOf(hit) + hit.passage.text +
               (hit.passage.isCutAfter ? QLatin1Char(' ') + kCut : QString());
    case Day:
        return hit.day ? plainDateText(*hit.day) : QString();
    default: // There is no other column.
        return {};
    }
}

QVariant FoundModel::extra(const FoundRecord& hit, int column, int role) const {
    if (role == IdRole) {
        return hit.id.toString();
    }
    if (role == MarksRole) {
        return QVariant::fromValue(marksOf(hit, column));
    }
    if (role == LeadRole && column == Patient) {
        return hit.patient.displayName();
    }
    return role == VoiceRole && column == Day ? QVariant(static_cast<int>(Token::Text2)) : QVariant();
}

QList<MatchRange> FoundModel::marksOf(const FoundRecord& hit, int column) const {
    QList<base::SearchMark> marks;
    qsizetype before = 0;
    if (column == Patient) {
        marks = base::searchMarks(display(hit, Patient), m_terms);
    } else if (column == Passage) {
        marks = hit.passage.marks;
        before = leadOf(hit).size();
    }
    QList<MatchRange> ranges;
    for (const base::SearchMark& mark : std::as_const(marks)) {
        ranges.append({static_cast<int>(mark.start + before), static_cast<int>(mark.length)});
    }
    return ranges;
}

} // namespace kairos::ui
