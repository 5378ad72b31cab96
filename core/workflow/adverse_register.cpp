// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/adverse_register.h"

#include "core/workflow/adverse_care.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"

#include "core/base/text.h"
#include "core/exchange/csv.h"
#include "core/record/dosing_session.h"
#include "core/storage/practice_file.h"

#include <QHash>

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;

namespace {

constexpr int kHighestGrade = 5;

base::Outcome checkFilter(const AdverseFilter& filter) {
    const QString what = Words::tr("The register was not read");
    if (filter.gradeAtLeast && (*filter.gradeAtLeast < 1 || *filter.gradeAtLeast > kHighestGrade)) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("grades go from 1 to 5"),
                          Words::tr("choose 1 mild to 5 fatal"));
    }
    if (filter.from && filter.to && *filter.to < *filter.from) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("the period ends before it begins"),
                          Words::tr("turn the two days round"));
    }
    return {};
}

bool passes(const AdverseEvent& event, const AdverseFilter& filter, const QTimeZone& zone) {
    const QDate day = event.onset.local(zone).date();
    const bool isNamed = base::foldForSearch(event.term).contains(base::foldForSearch(filter.term.trimmed()));
    const bool isGraded = !filter.gradeAtLeast || (event.grade && *event.grade >= *filter.gradeAtLeast);
    const bool isSerious = !filter.onlySerious || event.serious == Asked::Yes;
    const bool isOpen = !filter.onlyUnresolved || !event.resolvedAt;
    return isNamed && isGraded && isSerious && isOpen && (!filter.from || day >= *filter.from) &&
           (!filter.to || day <= *filter.to);
}

QString askedText(Asked asked) {
    switch (asked) {
    case Asked::Yes:
        return QStringLiteral("yes");
    case Asked::No:
        return QStringLiteral("no");
    case Asked::NotAsked:
        return {};
    }
    return {};
}

QString relatedText(Relatedness related) {
    switch (related) {
    case Relatedness::NotJudged:
        return {};
    case Relatedness::Unrelated:
        return QStringLiteral("unrelated");
    case Relatedness::Possible:
        return QStringLiteral("possible");
    case Relatedness::Probable:
        return QStringLiteral("probable");
    case Relatedness::Definite:
        return QStringLiteral("definite");
    }
    return {};
}

QHash<AdverseEventId, QList<AdverseFollowUp>> byEvent(QList<AdverseFollowUp> lines) {
    std::stable_sort(lines.begin(), lines.end(),
                     [](const AdverseFollowUp& a, const AdverseFollowUp& b) { return a.at < b.at; });
    QHash<AdverseEventId, QList<AdverseFollowUp>> sorted;
    for (const AdverseFollowUp& line : lines) {
        sorted[line.event].append(line);
    }
    return sorted;
}

/// Patients and sessions of the events, each read once. A damaged one is named and its event stays.
class People final {
public:
    People(OpenPractice& practice, QStringList& damaged) : m_practice(practice), m_damaged(damaged) {}

    [[nodiscard]] AdverseRow rowOf(const AdverseEvent& event, const QList<AdverseFollowUp>& followUps) {
        AdverseRow row{event, followUps, read(event.patient, m_patients).value_or(Patient{}), {}, {}, {}, {}};
        row.patient.id = event.patient;
        const auto& dose = event.session ? event.session : event.dose;
        const auto session = dose ? read(*dose, m_sessions) : std::nullopt;
        if (!session) {
            return row;
        }
        row.drug = session->drug;
        row.doseNumber = session->number;
        if (session->startedAt && !event.session) {
            const QTimeZone zone = m_practice.zone();
            row.daysAfterDose = session->startedAt->local(zone).date().daysTo(event.onset.local(zone).date());
        } else if (session->startedAt) {
            const qint64 ms = event.onset.msSince(*session->startedAt);
            row.onsetMinute = (ms < 0 ? ms - 59'999 : ms) / 60'000;
        }
        return row;
    }

private:
    template <class Id, class Record>
    std::optional<Record> read(const Id& id, QHash<Id, std::optional<Record>>& known) {
        if (const auto before = known.constFind(id); before != known.constEnd()) {
            return *before;
        }
        const auto found = m_practice.file().records().find<Record>(id);
        if (!found) {
            m_damaged.append(found.error().why);
        }
        return *known.insert(id, found ? *found : std::nullopt);
    }

    OpenPractice& m_practice;
    QStringList& m_damaged;
    QHash<PatientId, std::optional<Patient>> m_patients;
    QHash<SessionId, std::optional<DosingSession>> m_sessions;
};

} // namespace

base::Result<AdverseRegister> AdverseRegisterQuery::rows(const AdverseFilter& filter) const {
    return checkFilter(filter).and_then([&] { return read(filter, std::nullopt); });
}

base::Result<AdverseRegister> AdverseRegisterQuery::ofPatient(const PatientId& patient) const {
    return read({}, patient);
}

base::Result<AdverseRegister> AdverseRegisterQuery::read(const AdverseFilter& filter,
                                                         const std::optional<PatientId>& patient) const {
    auto& records = m_practice.file().records();
    storage::RowFilter own;
    own.patient = patient;
    storage::RowFilter newest = own;
    newest.order = storage::RowFilter::Order::NewestFirst;
    const auto events = records.list<AdverseEvent>(newest);
    const auto lines = records.list<AdverseFollowUp>(own);
    if (!events || !lines) {
        return tl::unexpected<base::Error>(events ? lines.error() : events.error());
    }
    AdverseRegister found{{}, events->records.size(), {}, events->damaged + lines->damaged};
    const auto followUps = byEvent(lines->records);
    People people(m_practice, found.damaged);
    for (const AdverseEvent& recorded : events->records) {
        const auto later = followUps.value(recorded.id);
        const AdverseEvent event = asItStands(recorded, later);
        if (!found.terms.contains(event.term)) {
            found.terms.append(event.term);
        }
        if (passes(event, filter, m_practice.zone())) {
            found.rows.append(people.rowOf(event, later));
        }
    }
    std::sort(found.terms.begin(), found.terms.end(),
              [](const QString& a, const QString& b) { return a.compare(b, Qt::CaseInsensitive) < 0; });
    return found;
}

base::Result<QByteArray> AdverseRegisterQuery::csv(const AdverseFilter& filter) const {
    return m_practice.require(security::Permission::Export)
        .and_then([&] { return rows(filter); })
        .map([&](const AdverseRegister& found) {
            QString text = exchange::csvLine(
                QStringLiteral("mrn,name,patient,session,drug,dose,term,onset,onset_minute,grade,serious,"
                               "expected,related,action,outcome,resolved,follow_ups")
                    .split(QLatin1Char(',')));
            for (const AdverseRow& row : found.rows) {
                const AdverseEvent& event = row.event;
                text += exchange::csvLine(
                    {row.patient.mrn,
                     (row.patient.givenName + QLatin1Char(' ') + row.patient.familyName).trimmed(),
                     row.patient.id.toString(), event.session ? event.session->toString() : QString(),
                     row.drug, row.doseNumber ? QString::number(*row.doseNumber) : QString(), event.term,
                     event.onset.toIso(), row.onsetMinute ? QString::number(*row.onsetMinute) : QString(),
                     event.grade ? QString::number(*event.grade) : QString(), askedText(event.serious),
                     askedText(event.expected), relatedText(event.related), event.action, event.outcome,
                     event.resolvedAt ? event.resolvedAt->toIso() : QString(),
                     QString::number(row.followUps.size())});
            }
            return text.toUtf8();
        });
}

} // namespace kairos::workflow
