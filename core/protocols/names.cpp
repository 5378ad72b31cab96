// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/names.h"

#include "core/protocols/words.h"

#include "core/base/check.h"

#include <array>

namespace kairos::protocols {

using record::Route;
using record::StepKind;

namespace {

constexpr std::array kRoutes{Route::Intravenous, Route::Intramuscular, Route::Subcutaneous,
                             Route::Sublingual,  Route::Oral,          Route::Intranasal};
constexpr std::array kStepKinds{StepKind::Consent, StepKind::Screening,   StepKind::Preparation,
                                StepKind::Dosing,  StepKind::Integration, StepKind::Therapy,
                                StepKind::Rating,  StepKind::Review,      StepKind::FollowUp};
constexpr std::array kWeekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

} // namespace

QString routeId(Route route) {
    switch (route) {
    case Route::Intravenous:
        return QStringLiteral("iv");
    case Route::Intramuscular:
        return QStringLiteral("im");
    case Route::Subcutaneous:
        return QStringLiteral("sc");
    case Route::Sublingual:
        return QStringLiteral("sl");
    case Route::Oral:
        return QStringLiteral("po");
    case Route::Intranasal:
        return QStringLiteral("in");
    }
    return {};
}

std::optional<Route> routeFromId(QStringView id) {
    for (const Route route : kRoutes) {
        if (id == routeId(route)) {
            return route;
        }
    }
    return std::nullopt;
}

QString routeWords(Route route) {
    switch (route) {
    case Route::Intravenous:
        return Words::tr("intravenous");
    case Route::Intramuscular:
        return Words::tr("intramuscular");
    case Route::Subcutaneous:
        return Words::tr("subcutaneous");
    case Route::Sublingual:
        return Words::tr("sublingual");
    case Route::Oral:
        return Words::tr("oral");
    case Route::Intranasal:
        return Words::tr("intranasal");
    }
    return {};
}

QString stepKindId(StepKind kind) {
    switch (kind) {
    case StepKind::Consent:
        return QStringLiteral("consent");
    case StepKind::Screening:
        return QStringLiteral("screening");
    case StepKind::Preparation:
        return QStringLiteral("preparation");
    case StepKind::Dosing:
        return QStringLiteral("dosing");
    case StepKind::Integration:
        return QStringLiteral("integration");
    case StepKind::Therapy:
        return QStringLiteral("therapy");
    case StepKind::Rating:
        return QStringLiteral("rating");
    case StepKind::Review:
        return QStringLiteral("review");
    case StepKind::FollowUp:
        return QStringLiteral("follow-up");
    }
    return {};
}

std::optional<StepKind> stepKindFromId(QStringView id) {
    for (const StepKind kind : kStepKinds) {
        if (id == stepKindId(kind)) {
            return kind;
        }
    }
    return std::nullopt;
}

std::optional<int> weekdayFromId(QStringView id) {
    for (int day = 1; day <= 7; ++day) {
        if (id.compare(weekdayId(day), Qt::CaseInsensitive) == 0) {
            return day;
        }
    }
    return std::nullopt;
}

QString weekdayId(int weekday) {
    KAIROS_CHECK(weekday >= 1 && weekday <= 7);
    return QString::fromLatin1(kWeekdays.at(static_cast<size_t>(weekday - 1)));
}

} // namespace kairos::protocols
