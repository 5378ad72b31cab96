// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/due_moments.h"

#include "ui/dosing/dosing_text.h"

#include <algorithm>
#include <limits>

namespace kairos::ui {
namespace {

const QString kVitals = QStringLiteral("vitals");
const QString kSedation = QStringLiteral("moaas");
const QString kNote = QStringLiteral("therapist-note");

double minutesAfter(const base::Instant& at, const base::Instant& start) {
    return static_cast<double>(at.msSince(start)) / 60'000.0;
}

bool isInstrument(const QString& check) {
    return check != kVitals && check != kSedation && check != kNote;
}

/// The stretch of minutes that belongs to one moment: halfway to its neighbours.
struct Stretch {
    double from = 0;
    double to = 0;

    [[nodiscard]] bool holds(double minute) const { return minute >= from && minute < to; }
};

Stretch stretchOf(const QList<int>& minutes, qsizetype index) {
    constexpr double kFar = std::numeric_limits<double>::infinity();
    const double own = minutes.at(index);
    return {index == 0 ? own - 15.0 : (minutes.at(index - 1) + own) / 2.0,
            index + 1 == minutes.size() ? kFar : (minutes.at(index + 1) + own) / 2.0};
}

} // namespace

QList<DueMoment> dueMoments(const QList<protocols::MonitoringMoment>& schedule, const DueFacts& facts) {
    QList<protocols::MonitoringMoment> wanted;
    std::copy_if(
        schedule.begin(), schedule.end(), std::back_inserter(wanted),
        [](const protocols::MonitoringMoment& moment) { return moment.minute && *moment.minute >= 0; });
    std::stable_sort(wanted.begin(), wanted.end(),
                     [](const auto& a, const auto& b) { return *a.minute < *b.minute; });
    QList<int> minutes;
    for (const auto& moment : std::as_const(wanted)) {
        minutes.append(*moment.minute);
    }
    const double now = minutesAfter(facts.now, facts.start);
    QList<DueMoment> moments;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const Stretch stretch = stretchOf(minutes, i);
        const auto isInside = [&](const base::Instant& at) {
            return stretch.holds(minutesAfter(at, facts.start));
        };
        DueMoment moment{minutes.at(i), facts.start.plusMinutes(minutes.at(i)), wanted.at(i).checks, {}, 0};
        moment.checks.removeIf([&](const QString& check) {
            return std::any_of(facts.ratings.begin(), facts.ratings.end(), [&](const record::Rating& rating) {
                return rating.instrument == check && isInside(rating.assessedAt);
            });
        });
        const bool wantsVitals = moment.checks.contains(kVitals);
        bool isDone = false;
        for (const record::Reading& reading : facts.readings) {
            if (!isInside(reading.measuredAt)) {
                continue;
            }
            // A level of sedation alone does not stand for a blood pressure that is due.
            isDone = isDone || !wantsVitals || reading.systolic.has_value();
            if (reading.sedation) {
                moment.checks.removeAll(kSedation);
            }
        }
        if (isDone) {
            moment.state = DueState::Done;
        } else if (now < moment.minute) {
            moment.state = DueState::Coming;
        } else if (now >= stretch.to) {
            moment.state = DueState::Missed;
        } else {
            moment.state = now > moment.minute + kGraceMinutes ? DueState::Late : DueState::Due;
            moment.lateMinutes = static_cast<int>(now - moment.minute);
        }
        moments.append(moment);
    }
    return moments;
}

DueView dueView(const QList<protocols::MonitoringMoment>& schedule, const DueFacts& facts) {
    DueView view;
    for (const DueMoment& moment : dueMoments(schedule, facts)) {
        view.hasSchedule = true;
        switch (moment.state) {
        case DueState::Due:
        case DueState::Late:
            view.now = moment;
            break;
        case DueState::Coming:
            view.next = view.next ? view.next : std::optional(moment);
            break;
        case DueState::Missed:
            ++view.missed;
            break;
        case DueState::Done:
            break;
        }
    }
    return view;
}

QString checkWords(const QStringList& checks) {
    QStringList parts;
    if (checks.contains(kVitals)) {
        parts.append(DosingText::tr("BP, heart rate, SpO₂"));
    }
    if (checks.contains(kSedation)) {
        parts.append(DosingText::tr("sedation"));
    }
    return parts.join(QStringLiteral(", "));
}

QString ratingWords(const QStringList& checks) {
    QStringList parts;
    for (const QString& check : checks) {
        if (isInstrument(check)) {
            parts.append(check.toUpper());
        }
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace kairos::ui
