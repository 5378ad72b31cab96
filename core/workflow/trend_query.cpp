// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/trend_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/course_query.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/plan_query.h"
#include "core/workflow/words.h"

#include "core/outcomes/trend.h"
#include "core/outcomes/trend_words.h"
#include "core/record/packing.h"
#include "core/storage/practice_file.h"

#include <QHash>
#include <QMap>

#include <algorithm>
#include <limits>

namespace kairos::workflow {

using namespace record;

namespace {

/// The steps that open a phase. Phases are named freely by a protocol; these are the names in use.
bool belongsTo(const QString& phase, StepKind kind) {
    if (phase == QLatin1String("screening")) {
        return kind == StepKind::Consent || kind == StepKind::Screening;
    }
    if (phase == QLatin1String("preparation")) {
        return kind == StepKind::Preparation;
    }
    if (phase == QLatin1String("induction")) {
        return kind == StepKind::Dosing;
    }
    if (phase == QLatin1String("consolidation")) {
        return kind == StepKind::Therapy;
    }
    return kind == StepKind::FollowUp;
}

/// One word for a phase, for narrow places; empty for a phase of a name of its own.
QString briefOf(const QString& phase) {
    static const QHash<QString, const char*> words = {
        {QStringLiteral("screening"), QT_TRANSLATE_NOOP("Words", "screening")},
        {QStringLiteral("preparation"), QT_TRANSLATE_NOOP("Words", "preparation")},
        {QStringLiteral("induction"), QT_TRANSLATE_NOOP("Words", "induction")},
        {QStringLiteral("consolidation"), QT_TRANSLATE_NOOP("Words", "consolidation")},
        {QStringLiteral("review"), QT_TRANSLATE_NOOP("Words", "review")},
        {QStringLiteral("end"), QT_TRANSLATE_NOOP("Words", "end")}};
    const char* word = words.value(phase, nullptr);
    return word == nullptr ? QString() : Words::tr(word);
}

struct Days {
    QDate first;
    QDate last;
};

std::optional<QDate> stepDay(const PlanStep& step, const OpenPractice& practice) {
    if (step.doneAt) {
        return step.doneAt->local(practice.zone()).date();
    }
    if (step.booked) {
        return step.booked->date;
    }
    return step.window ? std::optional(step.window->target.date) : std::nullopt;
}

std::optional<Days> daysOf(const QString& phase, const PlanView& plan, const OpenPractice& practice) {
    std::optional<Days> days;
    for (const StepRow& row : plan.steps) {
        const auto day = stepDay(row.step, practice);
        if (!day || row.step.waivedBy || !belongsTo(phase, row.step.kind)) {
            continue;
        }
        days = days ? Days{std::min(days->first, *day), std::max(days->last, *day)} : Days{*day, *day};
    }
    return days;
}

bool startsLater(const PhaseSpan& a, const PhaseSpan& b) {
    return a.from < b.from;
}

QHash<PatientId, QList<DosingSession>> byPatient(const QList<DosingSession>& sessions) {
    QHash<PatientId, QList<DosingSession>> grouped;
    for (const DosingSession& session : sessions) {
        grouped[session.patient].append(session);
    }
    return grouped;
}

} // namespace

QString correctionInWords(const RatingCorrection& correction, const QTimeZone& zone, const QLocale& locale) {
    const QString former = correction.formerTotal ? outcomes::totalText(*correction.formerTotal, locale)
                                                  : Words::tr("without a total");
    return Words::tr("corrected %1 by %2, before %3: %4")
        .arg(locale.toString(correction.at.local(zone).date(), QStringLiteral("d MMM yyyy")), correction.by,
             former, correction.reason);
}

base::Result<QList<RatingCorrection>> TrendQuery::corrections(const PatientId& patient) const {
    const auto history = m_practice.file().historyOfPatient(patient, std::numeric_limits<int>::max());
    if (!history) {
        return tl::unexpected<base::Error>(history.error());
    }
    QHash<base::Uuid, std::optional<double>> first;
    QMap<qint64, RatingCorrection> corrections; // By the journal position of the last correction.
    QHash<base::Uuid, qint64> places;
    for (auto entry = history->crbegin(); entry != history->crend(); ++entry) {
        if (entry->kind != RecordKind::Rating) {
            continue;
        }
        const auto rating = unpack<Rating>(entry->content);
        if (!rating) {
            continue; // Its table row is refused by its own hash; a mark of correction says nothing more.
        }
        if (entry->action == Action::Created) {
            first.insert(entry->record, rating->total);
        } else if (entry->action == Action::Amended) {
            corrections.remove(places.value(entry->record, 0));
            places.insert(entry->record, entry->count);
            corrections.insert(entry->count, {rating->id, first.value(entry->record), entry->reason,
                                              entry->actor.name, entry->at});
        }
    }
    return corrections.values();
}

base::Result<QList<PhaseSpan>> TrendQuery::phases(const PatientId& patient) const {
    const auto plan = PlanQuery(m_practice).current(patient);
    if (!plan) {
        return tl::unexpected<base::Error>(plan.error());
    }
    QList<PhaseSpan> spans;
    const auto* protocol = *plan ? m_practice.catalog().protocols.find((*plan)->plan.protocol) : nullptr;
    if (protocol == nullptr) {
        return spans;
    }
    for (const protocols::Phase& phase : protocol->phases) {
        if (const auto days = daysOf(phase.id, **plan, m_practice)) {
            spans.append({phase.id, phase.title, days->first, days->last.addDays(1), briefOf(phase.id)});
        }
    }
    std::stable_sort(spans.begin(), spans.end(), startsLater);
    for (qsizetype i = 0; i + 1 < spans.size(); ++i) {
        spans[i].to = spans.at(i + 1).from;
    }
    spans.removeIf([](const PhaseSpan& span) { return span.to <= span.from; });
    return spans;
}

base::Result<QList<AwaitedRating>> TrendQuery::awaited(const PatientId& patient,
                                                       const QString& instrument) const {
    const auto plan = PlanQuery(m_practice).current(patient);
    storage::RowFilter filter;
    filter.patient = patient;
    filter.code = instrument;
    const auto ratings = m_practice.file().records().list<Rating>(filter);
    if (!plan || !ratings) {
        return tl::unexpected<base::Error>(plan ? ratings.error() : plan.error());
    }
    QList<AwaitedRating> awaited;
    for (const StepRow& row : *plan ? (*plan)->steps : QList<StepRow>()) {
        const PlanStep& step = row.step;
        const bool isSettled = step.doneBy || step.doneAt || step.waivedBy;
        const bool isRated = std::ranges::any_of(
            ratings->records, [&step](const Rating& rating) { return rating.step == step.id; });
        if (step.window && step.instruments.contains(instrument) && !isSettled && !isRated) {
            awaited.append({step.window->target.date, step.window->latest.date < m_practice.today()});
        }
    }
    std::ranges::stable_sort(awaited, {}, &AwaitedRating::target);
    return awaited;
}

base::Result<outcomes::PracticeBand> TrendQuery::practiceBand(const QString& instrumentId,
                                                              const PatientId& leftOut,
                                                              const outcomes::TrendRules& rules) const {
    const auto* instrument = m_practice.catalog().instruments.find(instrumentId);
    if (instrument == nullptr) {
        return base::fail(base::ErrorCode::NotFound, Words::tr("The practice's figures were not read"),
                          Words::tr("the instrument \"%1\" is not installed").arg(instrumentId),
                          Words::tr("put its file into the clinic's instrument folder"));
    }
    storage::RowFilter filter;
    filter.code = instrumentId;
    const auto ratings = m_practice.file().records().list<Rating>(filter);
    const auto sessions = m_practice.file().records().list<DosingSession>();
    if (!ratings || !sessions) {
        return tl::unexpected<base::Error>(ratings ? sessions.error() : ratings.error());
    }
    QHash<PatientId, QList<Rating>> series;
    for (const Rating& rating : ratings->records) {
        if (rating.patient != leftOut) {
            series[rating.patient].append(rating);
        }
    }
    const auto doses = byPatient(sessions->records);
    QList<outcomes::Trend> trends;
    for (auto own = series.cbegin(); own != series.cend(); ++own) {
        outcomes::Course course;
        course.doses = outcomes::doseMarksOf(doses.value(own.key()));
        course.zone = m_practice.zone();
        trends.append(outcomes::trendOf(*instrument, own.value(), course, rules));
    }
    return outcomes::practiceBand(trends, rules);
}

} // namespace kairos::workflow
