// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/dose_sheet_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/exposure_words.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/sheet_head.h"
#include "core/workflow/words.h"

#include "core/record/patient.h"
#include "core/reports/wording.h"
#include "core/storage/practice_file.h"

#include <QHash>

namespace kairos::workflow {

using namespace record;

namespace {

QString titleOf(const OpenPractice& practice, const QString& instrument) {
    const auto* known = practice.catalog().instruments.find(instrument);
    return known != nullptr ? known->shortTitle : instrument.toUpper();
}

QString pressureText(const DoseHistoryRow& row) {
    if (!row.peak) {
        return {};
    }
    return row.peak->diastolic ? QStringLiteral("%1/%2").arg(*row.peak->systolic).arg(*row.peak->diastolic)
                               : QString::number(*row.peak->systolic);
}

/// "! Nausea 2": what is serious has a second sign.
QString adverseText(const QList<AdverseEvent>& events) {
    QStringList marks;
    for (const AdverseEvent& event : events) {
        const QString grade = event.grade ? QStringLiteral(" %1").arg(*event.grade) : QString();
        marks.append((event.serious == Asked::Yes ? QStringLiteral("!! ") : QStringLiteral("! ")) +
                     event.term + grade);
    }
    return marks.join(QStringLiteral(", "));
}

/// The short words of the patient's plans.
QHash<PlanId, QString> plansOf(const OpenPractice& practice, const PatientId& patient) {
    QHash<PlanId, QString> words;
    storage::RowFilter own;
    own.patient = patient;
    if (const auto plans = practice.file().records().list<TreatmentPlan>(own)) {
        for (const TreatmentPlan& plan : plans->records) {
            words.insert(plan.id, plan.title);
        }
    }
    return words;
}

} // namespace

base::Result<reports::DoseSheet> DoseSheetQuery::sheet(const PatientId& patient,
                                                       const QLocale& locale) const {
    const auto person = m_practice.file().records().find<Patient>(patient);
    const auto history = DoseHistoryQuery(m_practice).ofPatient(patient);
    const auto head = sheetHead(m_practice, locale);
    for (const auto* error : {person ? nullptr : &person.error(), history ? nullptr : &history.error(),
                              head ? nullptr : &head.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    if (!*person) {
        return base::fail(base::ErrorCode::NotFound, Words::tr("The doses were not read"),
                          Words::tr("there is no such patient"), Words::tr("choose the patient again"));
    }
    reports::DoseSheet sheet{*head, {}, {}};
    sheet.title = Words::tr("Doses over all plans");
    sheet.subtitle = whoseSheet(**person, locale);
    sheet.leftOut =
        Words::tr("Next rating: the first depression rating after the dose, before the next one. Peaks: "
                  "the highest on record.");
    const auto plans = plansOf(m_practice, patient);
    const auto& zone = m_practice.zone();
    for (const DoseHistoryRow& row : history->rows) {
        const DosingSession& session = row.session;
        reports::DoseSheetLine line;
        line.session = session.id;
        line.dose = Words::tr("%1, %2").arg(
            QString::number(session.number),
            locale.toString(session.startedAt->local(zone).date(), QStringLiteral("d MMM yyyy")));
        line.drug = QStringLiteral("%1 %2").arg(session.drug, reports::routeText(session.route));
        line.plan =
            session.plan ? plans.value(*session.plan, Words::tr("plan not readable")) : Words::tr("no plan");
        line.given = row.given ? reports::figureText(row.given->value, 1, locale) : QString();
        line.perKg = row.givenPerKg ? reports::figureText(row.givenPerKg->value, 2, locale) : QString();
        line.pressure = pressureText(row);
        if (row.dissociation) {
            line.dissociation =
                QStringLiteral("%1 %2").arg(reports::figureText(*row.dissociation->total, 1, locale),
                                            titleOf(m_practice, row.dissociation->instrument));
        }
        if (row.next) {
            line.rating =
                Words::tr("%1 %2, %3")
                    .arg(titleOf(m_practice, row.next->instrument),
                         reports::figureText(*row.next->total, 1, locale),
                         locale.toString(row.next->assessedAt.local(zone).date(), QStringLiteral("d MMM")));
        }
        line.adverse = adverseText(row.adverse);
        sheet.lines.append(line);
    }
    const auto exposure = exposureOf(*history, m_practice.today(), zone);
    const auto checks = exposureChecksOf(m_practice, patient, exposure);
    if (!checks) {
        return tl::unexpected<base::Error>(checks.error());
    }
    if (exposure.sessions > 0) {
        sheet.exposure.append(exposureWords(exposure, locale));
    }
    for (const ExposureCheckState& state : *checks) {
        sheet.exposure.append(checkWords(state, locale));
    }
    return sheet;
}

} // namespace kairos::workflow
