// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/device_line.h"

#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/dosing_text.h"
#include "ui/dosing/entry_line_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace kairos::ui {
namespace {

/// A typed minute begins before what happened within it.
base::Instant withinMinute(const base::Instant& typed, const std::optional<base::Instant>& happened) {
    constexpr qint64 kMinuteMs = 60'000;
    const bool isSame = happened && typed < *happened && happened->msSince(typed) < kMinuteMs;
    return isSame ? *happened : typed;
}

} // namespace

base::Result<workflow::SprayEntry> parseSprayLine(const QString& line, const workflow::DosingView& view,
                                                  const safety::SessionClock& clock) {
    if (!view.devices) {
        return base::fail(base::ErrorCode::Refused, DosingText::tr("The sprays were not taken"),
                          DosingText::tr("this dose comes from no device"),
                          DosingText::tr("look at the order of the dose"));
    }
    static const QRegularExpression kTime(QStringLiteral("@\\s*(\\S*)"));
    static const QRegularExpression kCount(QStringLiteral("^(\\d{1,3})(?:\\s+(.*))?$"));
    workflow::SprayEntry entry{view.devices->leftInNext(), clock.now, {}};
    QString text = line.simplified();
    if (const auto at = kTime.match(text); at.hasMatch()) {
        const auto time = timeTyped(at.captured(1));
        if (!time) {
            return base::fail(base::ErrorCode::InvalidInput, DosingText::tr("The sprays were not taken"),
                              DosingText::tr("\"%1\" is no time").arg(at.captured(0)),
                              DosingText::tr("end the line like @14:32"));
        }
        const auto moment = safety::measuredAt(*time, clock);
        if (!moment) {
            return tl::unexpected<base::Error>(moment.error());
        }
        entry.at = withinMinute(withinMinute(*moment, view.session().startedAt), view.devices->lastAt);
        text = text.remove(at.capturedStart(0), at.capturedLength(0)).simplified();
    }
    const auto count = kCount.match(text);
    entry.sprays = count.hasMatch() ? count.captured(1).toInt() : entry.sprays;
    entry.reason = count.hasMatch() ? count.captured(2) : text;
    return entry;
}

QString deviceCountWords(const workflow::DeviceCourse& course) {
    return DosingText::tr("%1 of %2, %3 of %4")
        .arg(course.opened())
        .arg(QCoreApplication::translate("ui.dosing", "%n device(s)", nullptr, course.devices))
        .arg(course.sprays)
        .arg(QCoreApplication::translate("ui.dosing", "%n spray(s)", nullptr,
                                         course.devices * course.spraysPerDevice));
}

QString deviceWords(const DosingController& controller) {
    const auto& course = controller.view().devices;
    if (!course) {
        return {};
    }
    if (course->isComplete()) {
        return DosingText::tr("all devices taken: Ctrl+. ends the dose");
    }
    if (course->isWithinDevice()) {
        return QCoreApplication::translate("ui.dosing", "%n spray(s) left in device %1: V", nullptr,
                                           course->leftInNext())
            .arg(course->next());
    }
    const auto from = course->nextFrom();
    if (!from) {
        return DosingText::tr("device 1 of %1: V").arg(course->devices);
    }
    const double left = static_cast<double>(from->msSince(controller.now())) / 60'000.0;
    return left > 0
               ? DosingText::tr("device %1 of %2 at minute %3, in\u00a0%4\u00a0min")
                     .arg(course->next())
                     .arg(course->devices)
                     .arg(std::lround(std::ceil(controller.minuteOf(*from))))
                     .arg(std::lround(std::ceil(left)))
               : DosingText::tr("device %1 of %2 may follow now: V").arg(course->next()).arg(course->devices);
}

} // namespace kairos::ui
