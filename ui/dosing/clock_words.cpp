// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/clock_words.h"

#include "ui/dosing/device_line.h"
#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/dosing_text.h"

#include "ui/shared/formats.h"

#include <cmath>

namespace kairos::ui {
namespace {

constexpr auto kDot = " · ";

QString minutesUntil(const base::Instant& at, const base::Instant& now) {
    const qint64 left = at.msSince(now);
    return left > 0 ? DosingText::tr("in %1 min").arg(left / 60'000)
                    : DosingText::tr("over for %1 min").arg(-left / 60'000);
}

} // namespace

QString minuteWords(const DosingController& controller) {
    const auto elapsed = controller.elapsedMs();
    return elapsed ? QString::number(*elapsed / 60'000) : QString();
}

QString secondWords(const DosingController& controller) {
    const auto elapsed = controller.elapsedMs();
    return elapsed ? QStringLiteral(":%1").arg((*elapsed / 1000) % 60, 2, 10, QLatin1Char('0')) : QString();
}

QString infusionWords(const DosingController& controller) {
    const auto& session = controller.session();
    if (!session.startedAt) {
        return {};
    }
    if (!session.stoppedAt && controller.view().devices) {
        return deviceWords(controller);
    }
    QStringList parts = {DosingText::tr("started %1").arg(controller.timeOf(*session.startedAt))};
    if (session.stoppedAt) {
        parts.append(DosingText::tr("dose ended %1").arg(controller.timeOf(*session.stoppedAt)));
    } else if (controller.isPaused()) {
        parts.append(DosingText::tr("infusion paused"));
    } else if (const auto end = controller.expectedEnd(); end && controller.isInfusion()) {
        parts.append(DosingText::tr("infusion ends %1, %2")
                         .arg(controller.timeOf(*end), minutesUntil(*end, controller.now())));
    }
    return parts.join(QString::fromUtf8(kDot));
}

QString givenWords(const DosingController& controller) {
    const auto given = controller.givenNow();
    if (!given) {
        return {};
    }
    return DosingText::tr("given %1 of %2")
        .arg(shortNumberText(given->value, 1),
             withUnit(shortNumberText(controller.session().dose->value, 2), QStringLiteral("mg")));
}

QString dueStateWords(const DosingController& controller) {
    const DueView due = controller.due();
    if (!due.now) {
        return due.hasSchedule ? DosingText::tr("nothing due") : DosingText::tr("no schedule");
    }
    return due.now->state == DueState::Late ? DosingText::tr("late by %1 min").arg(due.now->lateMinutes)
                                            : DosingText::tr("due now");
}

QString dueTitleWords(const DosingController& controller) {
    const DueView due = controller.due();
    if (due.now) {
        return DosingText::tr("Reading %1 min").arg(due.now->minute);
    }
    return due.next ? DosingText::tr("Next at %1 min").arg(due.next->minute)
                    : DosingText::tr("As the clinician asks");
}

QString dueDetailWords(const DosingController& controller) {
    const DueView due = controller.due();
    QStringList parts;
    if (due.now) {
        parts.append(checkWords(due.now->checks));
        if (const QString rating = ratingWords(due.now->checks); !rating.isEmpty()) {
            parts.append(DosingText::tr("with %1").arg(rating));
        }
        if (due.now->state == DueState::Due) {
            parts.append(DosingText::tr("grace until %1")
                             .arg(controller.timeOf(due.now->at.plusMinutes(kGraceMinutes))));
        }
    } else if (due.next) {
        parts.append(checkWords(due.next->checks));
        parts.append(DosingText::tr("at %1").arg(controller.timeOf(due.next->at)));
    }
    if (due.missed > 0) {
        parts.append(DosingText::tr("%1 missed").arg(due.missed));
    }
    parts.removeAll(QString());
    return parts.join(QString::fromUtf8(kDot));
}

QString nextWords(const DosingController& controller) {
    const DueView due = controller.due();
    if (!due.now || !due.next) {
        return {};
    }
    const QString rating = ratingWords(due.next->checks);
    const QString at = controller.timeOf(due.next->at);
    return rating.isEmpty()
               ? DosingText::tr("then %1 min at %2").arg(due.next->minute).arg(at)
               : DosingText::tr("then %1 min at %2 with %3").arg(due.next->minute).arg(at, rating);
}

QString pressureWords(const DosingController& controller) {
    const auto last = controller.lastReading();
    return last ? QStringLiteral("%1/%2").arg(*last->systolic).arg(last->diastolic.value_or(0))
                : QStringLiteral("–");
}

QString lastWhenWords(const DosingController& controller) {
    const auto last = controller.lastReading();
    if (!last) {
        return DosingText::tr("no reading yet");
    }
    const QString at = controller.timeOf(last->measuredAt);
    return controller.session().startedAt
               ? DosingText::tr("last reading %1, %2 min")
                     .arg(at)
                     .arg(std::lround(std::floor(controller.minuteOf(last->measuredAt))))
               : DosingText::tr("last reading %1").arg(at);
}

QString signWords(const record::Reading& reading) {
    QStringList parts;
    if (reading.pulse) {
        parts.append(DosingText::tr("HR %1").arg(*reading.pulse));
    }
    if (reading.spo2) {
        parts.append(
            DosingText::tr("SpO₂ %1").arg(withUnit(QString::number(*reading.spo2), QStringLiteral("%"))));
    }
    if (reading.sedation) {
        parts.append(DosingText::tr("MOAA/S %1").arg(*reading.sedation));
    }
    return parts.join(QStringLiteral("   "));
}

} // namespace kairos::ui
