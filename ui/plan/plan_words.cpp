// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/plan_words.h"

#include "ui/shared/formats.h"

#include "core/planning/planned_course.h"
#include "core/planning/step_time.h"
#include "core/protocols/names.h"
#include "core/workflow/order_checks.h"

#include <algorithm>

namespace kairos::ui {

using record::StepKind;
using record::StepState;

QString pointText(const record::StepTime& point) {
    const QString day = dayText(point.date);
    return point.time ? QStringLiteral("%1, %2").arg(day, timeText(*point.time)) : day;
}

QString windowText(const std::optional<record::StepWindow>& window) {
    if (!window) {
        return PlanWords::tr("no date fits");
    }
    if (window->earliest == window->latest) {
        return pointText(window->target);
    }
    return PlanWords::tr("%1, aims at %2")
        .arg(rangeText(pointText(window->earliest), pointText(window->latest)), pointText(window->target));
}

QString kindText(StepKind kind) {
    switch (kind) {
    case StepKind::Consent:
        return PlanWords::tr("Consent");
    case StepKind::Screening:
        return PlanWords::tr("Screening");
    case StepKind::Preparation:
        return PlanWords::tr("Preparation");
    case StepKind::Dosing:
        return PlanWords::tr("Doses");
    case StepKind::Integration:
        return PlanWords::tr("Integration");
    case StepKind::Therapy:
        return PlanWords::tr("Therapy");
    case StepKind::Rating:
        return PlanWords::tr("Ratings");
    case StepKind::Review:
        return PlanWords::tr("Reviews");
    case StepKind::FollowUp:
        return PlanWords::tr("Follow-up");
    }
    return {};
}

QString planStateText(record::PlanState state) {
    switch (state) {
    case record::PlanState::Draft:
        return PlanWords::tr("draft, not signed");
    case record::PlanState::Active:
        return PlanWords::tr("active");
    case record::PlanState::Paused:
        return PlanWords::tr("paused");
    case record::PlanState::Completed:
        return PlanWords::tr("completed");
    case record::PlanState::Stopped:
        return PlanWords::tr("stopped");
    }
    return {};
}

QString orderText(const record::Order& order) {
    QString dose;
    if (order.mgPerKg) {
        dose = withUnit(shortNumberText(order.mgPerKg->value, 3), QStringLiteral("mg/kg"));
    } else if (order.mg) {
        dose = withUnit(shortNumberText(order.mg->value, 2), QStringLiteral("mg"));
    }
    QString words = QStringLiteral("%1 %2").arg(order.drug, dose);
    if (order.minutes) {
        words += PlanWords::tr(" over %1")
                     .arg(withUnit(shortNumberText(order.minutes->value, 0), QStringLiteral("min")));
    }
    words += QStringLiteral(", ") + protocols::routeWords(order.route);
    if (order.maximum) {
        words += PlanWords::tr(", at most %1")
                     .arg(withUnit(shortNumberText(order.maximum->value, 1), QStringLiteral("mg")));
    }
    if (!order.doses.isEmpty()) {
        words += PlanWords::tr(", for dose %1", "a number, or a list such as 1-3, 5")
                     .arg(workflow::dosesText(order.doses));
    }
    return words;
}

Chip stepChip(const workflow::StepRow& row, const QDateTime& now) {
    Chip chip;
    chip.object = row.step.title;
    switch (row.status.state) {
    case StepState::Blocked:
        chip.kind = row.status.window && now < planning::startOf(row.status.window->earliest)
                        ? ChipKind::Planned
                        : ChipKind::Blocked;
        chip.word = chip.kind == ChipKind::Planned ? PlanWords::tr("waits") : chipWord(chip.kind);
        return chip;
    case StepState::Open:
        chip.kind = row.step.booked ? ChipKind::Next : ChipKind::Planned;
        chip.word = row.step.booked ? PlanWords::tr("booked") : chipWord(chip.kind);
        return chip;
    case StepState::Due:
        chip.kind = ChipKind::Due;
        break;
    case StepState::Late: {
        chip.kind = ChipKind::Late;
        const qint64 days = row.status.window ? row.status.window->latest.date.daysTo(now.date()) : 0;
        chip.word = days > 0 ? PlanWords::tr("%1 d late").arg(days) : chipWord(chip.kind);
        return chip;
    }
    case StepState::Done:
        chip.kind = ChipKind::Done;
        break;
    case StepState::Missed:
        chip.kind = ChipKind::Late;
        chip.word = PlanWords::tr("missed");
        return chip;
    case StepState::Waived:
        chip.kind = ChipKind::Planned;
        chip.word = PlanWords::tr("waived");
        return chip;
    }
    chip.word = chipWord(chip.kind);
    return chip;
}

QString integrationClockText(const workflow::StepRow& row, const workflow::PlanView& view,
                             const base::Instant& now, const QTimeZone& zone) {
    constexpr qint64 kHourMs = 3'600'000;
    const record::PlanStep& step = row.step;
    const bool isOpen = step.kind == StepKind::Integration && !step.doneAt && !step.waivedBy && step.window;
    const auto* dose = view.row(planning::doseKey(step.number));
    if (!isOpen || dose == nullptr || !dose->step.doneAt) {
        return {};
    }
    const qint64 since = (now.utcMs - dose->step.doneAt->utcMs) / kHourMs;
    const QDateTime latest = planning::endOf(step.window->latest);
    const qint64 left = base::Instant::fromLocal(latest.date(), latest.time(), zone).utcMs - now.utcMs;
    return left >= 0 ? PlanWords::tr("%1 h since dose %2 ended; the window closes in %3 h.")
                           .arg(since)
                           .arg(step.number)
                           .arg(left / kHourMs)
                     : PlanWords::tr("%1 h since dose %2 ended; the window closed %3 h ago.")
                           .arg(since)
                           .arg(step.number)
                           .arg(-left / kHourMs);
}

QString stepLead(const workflow::StepRow& row) {
    if (row.step.booked) {
        return QStringLiteral("%1, %2 %3")
            .arg(row.step.title, dayText(row.step.booked->date), timeText(row.step.booked->time));
    }
    if (row.step.window) {
        return QStringLiteral("%1, %2").arg(row.step.title, pointText(row.step.window->target));
    }
    return row.step.title;
}

QString waitsText(const workflow::StepRow& row, const workflow::PlanView& view) {
    QStringList words;
    for (const QString& key : row.status.waitsFor) {
        const auto* waited = view.row(key);
        words.append(waited != nullptr ? waited->step.title : key);
    }
    for (const QString& reason : row.status.blockedBy) {
        // A window without a date is said beside it already.
        const bool isDate =
            !row.status.window && row.status.waitsFor.isEmpty() && row.status.blockedBy.size() == 1;
        // "Session 6 is not done" says no more than "session 6", which stands here already.
        const bool isSaid = std::any_of(words.begin(), words.end(),
                                        [&](const QString& said) { return reason.startsWith(said); });
        if (!isDate && !row.status.waitsFor.contains(reason) && !isSaid) {
            words.append(reason);
        }
    }
    return words.join(QStringLiteral(", "));
}

} // namespace kairos::ui
