// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/course_marks.h"

#include <QCoreApplication>

#include <algorithm>

namespace kairos::ui {

using record::SessionState;
using record::TherapyType;

namespace {

constexpr int kTherapySeries = 3;
constexpr int kIntegrationSeries = 4;
constexpr int kOtherSeries = 5;

class MarkWords final {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::CourseMarks)

public:
    static QString integration() { return tr("integration"); }
    static QString preparation() { return tr("preparation"); }
    static QString therapy() { return tr("therapy"); }
    static QString dosingSupport() { return tr("dosing-day support"); }
    static QString phone() { return tr("phone"); }
    static QString group() { return tr("group"); }
};

bool isOff(SessionState state) {
    return state == SessionState::Cancelled || state == SessionState::NoShow;
}

bool isHeld(SessionState state) {
    return state == SessionState::Held || state == SessionState::Signed || state == SessionState::InProgress;
}

/// Modality names the therapy lane where it is known.
QString laneName(const record::TherapySession& session) {
    switch (session.type) {
    case TherapyType::Integration:
        return MarkWords::integration();
    case TherapyType::Preparation:
        return MarkWords::preparation();
    case TherapyType::DosingSupport:
        return MarkWords::dosingSupport();
    case TherapyType::PhoneContact:
        return MarkWords::phone();
    case TherapyType::Group:
        return MarkWords::group();
    case TherapyType::Therapy:
    case TherapyType::Other:
        break;
    }
    return session.modality.isEmpty() ? MarkWords::therapy() : session.modality;
}

/// The lane of a type.
LaneInput& laneOf(QList<LaneInput>& lanes, const record::TherapySession& session) {
    const bool isTherapy =
        session.type != TherapyType::Integration && session.type != TherapyType::Preparation;
    const QString name = laneName(session);
    const auto found =
        std::find_if(lanes.begin(), lanes.end(), [&](const LaneInput& lane) { return lane.name == name; });
    if (found != lanes.end()) {
        return *found;
    }
    lanes.append(LaneInput{name,
                           isTherapy ? Marker::Square : Marker::Diamond,
                           isTherapy ? kTherapySeries : kIntegrationSeries,
                           {}});
    return lanes.last();
}

} // namespace

TrendChartInput chartInputOf(const CourseSessions& sessions, const base::Instant& now) {
    TrendChartInput input;
    input.today = now;
    for (const record::TherapySession& session : sessions.therapy) {
        if (isOff(session.state)) {
            continue;
        }
        const bool held = isHeld(session.state);
        const base::Instant at = session.startedAt.value_or(session.booked.instant());
        LaneEvent event;
        event.at = at;
        event.state = held ? MarkState::Held : MarkState::Planned;
        event.late = !held && at < now;
        laneOf(input.lanes, session).events.append(event);
    }
    // Therapy above integration, whatever was held first.
    std::stable_sort(input.lanes.begin(), input.lanes.end(),
                     [](const LaneInput& a, const LaneInput& b) { return a.series < b.series; });
    for (const record::DosingSession& session : sessions.dosing) {
        if (!isOff(session.state) && !session.startedAt) {
            input.plannedDoses.append({session.booked.instant(), session.number});
        }
    }
    return input;
}

int seriesNumberOf(QStringView instrument) {
    static const QStringList order = {QStringLiteral("qids-sr16"), QStringLiteral("phq-9"),
                                      QStringLiteral("gad-7"), QStringLiteral("madrs")};
    const auto place = order.indexOf(instrument);
    return place >= 0 ? static_cast<int>(place) + 1 : kOtherSeries;
}

} // namespace kairos::ui
