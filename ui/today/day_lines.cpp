// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/day_lines.h"

#include "ui/today/today_words.h"

#include "ui/shared/formats.h"
#include "ui/shared/risk_text.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/readiness_query.h"

#include <algorithm>
#include <cmath>

namespace kairos::ui {
namespace {

using record::SessionState;
using workflow::NeedKind;

QString therapyWord(const workflow::DayRow& row) {
    switch (row.therapy) {
    case record::TherapyType::Preparation:
        return TodayWords::tr("Preparation");
    case record::TherapyType::Integration:
        return TodayWords::tr("Integration");
    case record::TherapyType::Therapy:
        return row.modality.isEmpty() ? TodayWords::tr("Therapy") : row.modality;
    case record::TherapyType::DosingSupport:
        return TodayWords::tr("Dosing-day support");
    case record::TherapyType::PhoneContact:
        return TodayWords::tr("Phone contact");
    case record::TherapyType::Group:
        return TodayWords::tr("Group");
    case record::TherapyType::Other:
        break;
    }
    return TodayWords::tr("Session");
}

QString sessionWords(const workflow::DayRow& row) {
    QString words = row.isDosing ? TodayWords::tr("Dose") : therapyWord(row);
    if (row.number > 0) {
        words += QLatin1Char(' ') + QString::number(row.number);
    }
    if (row.dose) {
        words += QStringLiteral(", ") + withUnit(shortNumberText(row.dose->value, 1), QStringLiteral("mg"));
    }
    if (!row.clinician.isEmpty()) {
        words += QStringLiteral(", ") + shortName(row.clinician);
    }
    return words;
}

const workflow::Need* needOf(const workflow::TodayView& view, const workflow::DayRow& row, NeedKind kind) {
    const auto found = std::find_if(view.needs.begin(), view.needs.end(), [&](const workflow::Need& need) {
        return need.kind == kind && need.patient && need.patient->id == row.patient.id;
    });
    return found == view.needs.end() ? nullptr : &*found;
}

const workflow::IntegrationClock* clockOf(const workflow::TodayView& view, const workflow::DayRow& row) {
    if (row.isDosing || row.therapy != record::TherapyType::Integration) {
        return nullptr;
    }
    const auto found =
        std::find_if(view.clocks.begin(), view.clocks.end(), [&](const workflow::IntegrationClock& clock) {
            return clock.patient.id == row.patient.id && clock.dose == row.number;
        });
    return found == view.clocks.end() ? nullptr : &*found;
}

QString worthOf(const workflow::TodayView& view, const workflow::DayRow& row, const QTimeZone& zone) {
    if (const auto* risk = needOf(view, row, NeedKind::OpenRisk); risk != nullptr) {
        return risk->detail; // That it is open says the chip; what raised it is worth knowing.
    }
    if (const auto* clock = clockOf(view, row)) {
        const double hours = static_cast<double>(row.booked.instant().msSince(clock->doseEnd)) / 3'600'000.0;
        return TodayWords::tr("dose %1 on %2, %3 h by then")
            .arg(clock->dose)
            .arg(dayText(clock->doseEnd.local(zone).date()))
            .arg(qRound(hours));
    }
    if (const auto* rating = needOf(view, row, NeedKind::RatingDue); rating != nullptr) {
        return rating->detail;
    }
    return {};
}

Chip plannedChip(const workflow::TodayView& view, const workflow::DayRow& row, const QTimeZone& zone) {
    if (row.isDosing && needOf(view, row, NeedKind::OpenRisk) != nullptr) {
        return {ChipKind::Risk, riskOpenText(), {}};
    }
    if (row.isDosing && needOf(view, row, NeedKind::RatingDue) != nullptr) {
        return {ChipKind::Due, TodayWords::tr("rating due"), {}};
    }
    if (clockOf(view, row) != nullptr) {
        if (needOf(view, row, NeedKind::IntegrationLate) != nullptr) {
            return {ChipKind::Late, TodayWords::tr("window over"), {}};
        }
        if (const auto* closing = needOf(view, row, NeedKind::IntegrationClosing);
            closing != nullptr && closing->at) {
            return {ChipKind::Late, TodayWords::tr("closes %1").arg(timeText(*closing->at, zone)), {}};
        }
    }
    return {ChipKind::Planned, chipWord(ChipKind::Planned), {}};
}

Chip stateOf(const workflow::TodayView& view, const workflow::DayRow& row, const QTimeZone& zone) {
    switch (row.state) {
    case SessionState::Planned:
        return plannedChip(view, row, zone);
    case SessionState::Arrived:
        return {ChipKind::Next, TodayWords::tr("arrived"), {}};
    case SessionState::InProgress:
        return {ChipKind::Next, TodayWords::tr("running"), {}, Icon::Session};
    case SessionState::Held:
        return {ChipKind::Draft, TodayWords::tr("unsigned"), {}};
    case SessionState::Signed:
        return {ChipKind::Signed, chipWord(ChipKind::Signed), {}};
    case SessionState::Cancelled:
        return {ChipKind::Planned, TodayWords::tr("cancelled"), {}};
    case SessionState::NoShow:
        return {ChipKind::Late, TodayWords::tr("not come"), {}};
    }
    return {};
}

/// What a dose that is still to come lacks, and the chip that says so.
void addReadiness(DayLine& line, const workflow::ReadinessRow& row) {
    QStringList open;
    for (const workflow::ReadinessCell& cell : row.open()) {
        open.append(workflow::readinessTitle(cell.item).toLower());
    }
    line.worth = open.isEmpty() ? TodayWords::tr("everything is ready")
                                : TodayWords::tr("missing: %1").arg(open.join(QStringLiteral(", ")));
    const auto count = static_cast<int>(open.size());
    line.state = open.isEmpty() ? Chip{ChipKind::Done, TodayWords::tr("ready"), {}}
                 : row.isHeld() ? Chip{ChipKind::Blocked, TodayWords::tr("%n open", nullptr, count), {}}
                                : Chip{ChipKind::Late, TodayWords::tr("%n open", nullptr, count), {}};
}

} // namespace

QString shortName(const QString& name) {
    const QStringList parts = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.size() < 2) {
        return name;
    }
    return QStringLiteral("%1. %2").arg(parts.first().left(1), parts.last());
}

QList<DayLine> todayLines(const workflow::TodayView& view, const workflow::OpenPractice& practice) {
    QList<DayLine> lines;
    for (const workflow::DayRow& row : view.today) {
        DayLine line{row, sessionWords(row), worthOf(view, row, practice.zone()),
                     stateOf(view, row, practice.zone())};
        line.state.object = row.patient.displayName();
        lines.append(line);
    }
    return lines;
}

QList<DayLine> tomorrowLines(const workflow::TodayView& view, workflow::OpenPractice& practice) {
    const auto board = workflow::ReadinessQuery(practice).board(view.tomorrowDate, view.tomorrow);
    QList<DayLine> lines;
    for (const workflow::DayRow& row : view.tomorrow) {
        DayLine line{row, sessionWords(row), worthOf(view, row, practice.zone()),
                     row.state == SessionState::Planned
                         ? Chip{ChipKind::Planned, chipWord(ChipKind::Planned), {}}
                         : stateOf(view, row, practice.zone())};
        for (const workflow::ReadinessRow& judged : board ? board->rows : QList<workflow::ReadinessRow>()) {
            if (judged.dose.session == row.session) {
                addReadiness(line, judged);
            }
        }
        line.state.object = row.patient.displayName();
        lines.append(line);
    }
    return lines;
}

} // namespace kairos::ui
