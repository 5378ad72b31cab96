// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/axis_items.h"

#include "ui/plan/plan_words.h"

#include "ui/shared/formats.h"

#include "core/planning/step_time.h"

#include <algorithm>

namespace kairos::ui {
namespace {

using record::StepKind;

AxisLane laneOf(StepKind kind) {
    switch (kind) {
    case StepKind::Dosing:
        return AxisLane::Dosing;
    case StepKind::Integration:
        return AxisLane::Integration;
    case StepKind::Preparation:
    case StepKind::Therapy:
        return AxisLane::Therapy;
    case StepKind::Rating:
        return AxisLane::Ratings;
    case StepKind::Consent:
    case StepKind::Screening:
    case StepKind::Review:
    case StepKind::FollowUp:
        return AxisLane::Care;
    }
    return AxisLane::Care;
}

bool holds(const QList<planning::StepStatus>& list, const QString& key) {
    return std::any_of(list.begin(), list.end(),
                       [&](const planning::StepStatus& status) { return status.key == key; });
}

AxisMark markOf(const workflow::StepRow& row, const workflow::PlanView& view) {
    if (holds(view.next.late, row.step.key)) {
        return AxisMark::Late;
    }
    if (holds(view.next.blocked, row.step.key)) {
        return AxisMark::Blocked;
    }
    switch (row.status.state) {
    case record::StepState::Due:
        return AxisMark::Due;
    case record::StepState::Missed:
        return AxisMark::Missed;
    default: // Open, done and waived are told by their own looks.
        return AxisMark::None;
    }
}

/// The step in the few words that stand beside its mark.
QString labelOf(const workflow::StepRow& row, AxisMark mark) {
    const record::PlanStep& step = row.step;
    QString label = step.kind == StepKind::Dosing ? PlanWords::tr("dose %1").arg(step.number) : step.title;
    if (mark == AxisMark::Late) {
        label += PlanWords::tr(", late");
    } else if (mark == AxisMark::Blocked) {
        label += PlanWords::tr(", blocked");
    } else if (mark == AxisMark::Missed) {
        label += PlanWords::tr(", missed");
    } else if (step.booked && !step.doneAt) {
        label += QStringLiteral(", %1").arg(timeText(step.booked->time));
    }
    return label;
}

QString sentenceOf(const workflow::StepRow& row, const workflow::PlanView& view, const QTimeZone& zone) {
    QStringList parts{row.step.title, windowText(row.step.window)};
    if (row.step.doneAt) {
        parts.append(PlanWords::tr("held %1").arg(dateTimeText(*row.step.doneAt, zone)));
    } else if (row.step.waivedBy) {
        parts.append(PlanWords::tr("waived: %1").arg(row.step.waivedReason));
    } else if (row.step.booked) {
        parts.append(PlanWords::tr("booked %1 %2")
                         .arg(dayText(row.step.booked->date), timeText(row.step.booked->time)));
    }
    const AxisMark mark = markOf(row, view);
    if (mark == AxisMark::Late) {
        parts.append(PlanWords::tr("late"));
    } else if (mark == AxisMark::Missed) {
        parts.append(PlanWords::tr("missed"));
    }
    const QString waits = waitsText(row, view);
    if (!waits.isEmpty()) {
        parts.append(PlanWords::tr("waits for %1").arg(waits));
    }
    return parts.join(QStringLiteral("; "));
}

AxisItem itemOf(const workflow::StepRow& row, const workflow::PlanView& view, const QTimeZone& zone) {
    const record::PlanStep& step = row.step;
    AxisItem item;
    item.key = step.key;
    item.lane = laneOf(step.kind);
    item.mark = markOf(row, view);
    item.label = labelOf(row, item.mark);
    item.shortLabel = step.number > 0 ? QString::number(step.number) : QString();
    item.sentence = sentenceOf(row, view, zone);
    item.waitsFor = row.status.waitsFor;
    if (step.window) {
        item.from = planning::startOf(step.window->earliest);
        item.to = planning::endOf(step.window->latest);
        // A target day without a time stands in the middle of the working day.
        item.target = step.window->target.time ? planning::startOf(step.window->target)
                                               : planning::wallTime(step.window->target.date, QTime(12, 0));
    }
    if (step.doneAt) {
        item.at = planning::wallTime(*step.doneAt, zone);
    } else if (step.booked) {
        item.at = planning::wallTime(step.booked->date, step.booked->time);
    }
    item.isHeld = step.doneAt.has_value();
    item.isBooked = step.booked.has_value();
    item.isWaived = step.waivedBy.has_value();
    item.isMovable = !item.isHeld && !item.isWaived && step.window.has_value();
    return item;
}

template <class Session>
bool isOnAxis(const Session& session) {
    return !session.step && session.state != record::SessionState::Cancelled &&
           session.state != record::SessionState::NoShow;
}

/// A session that belongs to no step of the plan.
template <class Session>
AxisItem sessionItem(const Session& session, AxisLane lane) {
    AxisItem item;
    item.key = session.id.toString();
    item.lane = lane;
    item.isHeld =
        session.state == record::SessionState::Held || session.state == record::SessionState::Signed;
    item.isBooked = true;
    item.at = planning::wallTime(session.booked.date, session.booked.time);
    item.shortLabel = session.number > 0 ? QString::number(session.number) : QString();
    return item;
}

QString therapyLabel(const record::TherapySession& session) {
    switch (session.type) {
    case record::TherapyType::Preparation:
        return PlanWords::tr("Preparation %1").arg(session.number);
    case record::TherapyType::Integration:
        return PlanWords::tr("Integration %1").arg(session.number);
    case record::TherapyType::DosingSupport:
        return PlanWords::tr("Dosing-day support");
    case record::TherapyType::PhoneContact:
        return PlanWords::tr("Phone contact");
    case record::TherapyType::Group:
        return PlanWords::tr("Group session");
    case record::TherapyType::Therapy:
    case record::TherapyType::Other:
        break;
    }
    return QStringLiteral("%1 %2")
        .arg(session.modality.isEmpty() ? PlanWords::tr("Session") : session.modality)
        .arg(session.number);
}

void describe(AxisItem& item, const record::SessionState state, const QString& name) {
    const bool runs = state == record::SessionState::InProgress || state == record::SessionState::Arrived;
    item.label = runs ? PlanWords::tr("%1, under way").arg(name) : name;
    item.sentence = PlanWords::tr("%1; no step of this plan; %2 %3")
                        .arg(item.label, dayText(item.at->date()), timeText(item.at->time()));
}

} // namespace

QList<AxisItem> axisItems(const workflow::PlanView& view, const PatientSessions& sessions,
                          const QTimeZone& zone) {
    QList<AxisItem> items;
    for (const workflow::StepRow& row : view.steps) {
        AxisItem item = itemOf(row, view, zone);
        if (item.place()) {
            items.append(item);
        }
    }
    for (const record::DosingSession& session : sessions.dosing) {
        if (isOnAxis(session)) {
            AxisItem item = sessionItem(session, AxisLane::Dosing);
            describe(item, session.state, PlanWords::tr("dose %1").arg(session.number));
            items.append(item);
        }
    }
    for (const record::TherapySession& session : sessions.therapy) {
        if (isOnAxis(session)) {
            const bool isIntegration = session.type == record::TherapyType::Integration;
            AxisItem item = sessionItem(session, isIntegration ? AxisLane::Integration : AxisLane::Therapy);
            describe(item, session.state, therapyLabel(session));
            items.append(item);
        }
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const AxisItem& a, const AxisItem& b) { return *a.place() < *b.place(); });
    return items;
}

QString laneText(AxisLane lane) {
    switch (lane) {
    case AxisLane::Dosing:
        return PlanWords::tr("Dosing");
    case AxisLane::Care:
        return PlanWords::tr("Consent and review");
    case AxisLane::Integration:
        return PlanWords::tr("Integration");
    case AxisLane::Therapy:
        return PlanWords::tr("Preparation, therapy");
    case AxisLane::Ratings:
        return PlanWords::tr("Ratings");
    }
    return {};
}

std::optional<Marker> laneMarker(AxisLane lane) {
    switch (lane) {
    case AxisLane::Dosing:
        return Marker::TriangleDown;
    case AxisLane::Integration:
        return Marker::Diamond;
    case AxisLane::Therapy:
        return Marker::Square;
    case AxisLane::Ratings:
        return Marker::Circle;
    case AxisLane::Care:
        break;
    }
    return std::nullopt;
}

} // namespace kairos::ui
