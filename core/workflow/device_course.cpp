// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/device_course.h"

#include "core/protocols/words.h"
#include "core/workflow/words.h"

#include <algorithm>
#include <cmath>

namespace kairos::workflow {

using base::FindingLevel;
using namespace record;

namespace {

tl::unexpected<base::Error> courseRefused(const QString& why, const QString& remedy) {
    return base::fail(base::ErrorCode::InvalidInput, Words::tr("The sprays were not taken"), why, remedy);
}

base::Outcome checkSprays(const DeviceCourse& course, const SprayEntry& entry, base::Milligrams largest) {
    if (entry.sprays < 1 || entry.sprays > course.leftInNext()) {
        return courseRefused(course.isWithinDevice()
                                 ? Words::tr("device %1 holds %n more spray(s)", nullptr, course.leftInNext())
                                       .arg(course.next())
                                 : Words::tr("a device holds %n spray(s)", nullptr, course.leftInNext()),
                             Words::tr("one line is one device: type how many sprays were taken from it"));
    }
    const base::Milligrams total = course.mgPerSpray * (course.sprays + entry.sprays);
    if (total > largest) {
        return courseRefused(
            Words::tr("%1 mg in all is above the largest dose, %2 mg")
                .arg(protocols::plainNumber(total.value), protocols::plainNumber(largest.value)),
            Words::tr("all devices are in the log: end the dose"));
    }
    return {};
}

base::Outcome checkTime(const DosingSession& session, const DeviceCourse& course, const SprayEntry& entry,
                        const base::Instant& now) {
    if (entry.at > now) {
        return courseRefused(Words::tr("its time is still to come"),
                             Words::tr("end the line with when it was, like @14:32"));
    }
    if (entry.at < *session.startedAt) {
        return courseRefused(Words::tr("its time lies before minute 0"),
                             Words::tr("type when the sprays were taken"));
    }
    if (course.lastAt && entry.at < *course.lastAt) {
        return courseRefused(Words::tr("its time lies before that of the last spray"),
                             Words::tr("take the last spray back first if it is wrong"));
    }
    return {};
}

} // namespace

int DeviceCourse::opened() const {
    return (sprays + spraysPerDevice - 1) / spraysPerDevice;
}

std::optional<base::Instant> DeviceCourse::nextFrom() const {
    if (!lastAt || isWithinDevice() || isComplete()) {
        return std::nullopt;
    }
    return lastAt->plusMs(qRound64(rest.value * 60'000));
}

std::optional<DeviceCourse> deviceCourse(const SessionContent& content,
                                         const protocols::EsketamineDevices& devices) {
    const DosingSession& session = *content.dosing;
    if (session.route != Route::Intranasal || !session.dose) {
        return std::nullopt;
    }
    DeviceCourse course;
    course.devices = static_cast<int>(std::lround(session.dose->value / devices.mgPerDevice));
    course.spraysPerDevice = devices.spraysPerDevice;
    course.mgPerSpray = devices.mgPerSpray();
    course.rest = base::Minutes{devices.restMinutes};
    course.source = devices.source;
    course.confidence = devices.confidence;
    for (const SessionEvent& event : content.events) {
        if (event.type != EventType::Spray) {
            continue;
        }
        course.sprays += event.sprays.value_or(0);
        course.firstAt = course.firstAt ? std::min(*course.firstAt, event.at) : event.at;
        course.lastAt = course.lastAt ? std::max(*course.lastAt, event.at) : event.at;
    }
    return course;
}

QString sprayWords(const DeviceCourse& course, int sprays) {
    return Words::tr("device %1: %2, %3 mg")
        .arg(course.next())
        .arg(Words::tr("%n spray(s)", nullptr, sprays),
             protocols::plainNumber((course.mgPerSpray * sprays).value));
}

base::Result<base::Findings> sprayFindings(const SessionContent& content,
                                           const protocols::EsketamineDevices& devices,
                                           const SprayEntry& entry, const base::Instant& now) {
    const auto course = deviceCourse(content, devices);
    if (!course) {
        return courseRefused(Words::tr("this dose comes from no device"),
                             Words::tr("look at the order of the dose"));
    }
    return checkSprays(*course, entry, devices.largest())
        .and_then([&] { return checkTime(*content.dosing, *course, entry, now); })
        .map([&] {
            base::Findings findings;
            const int most = course->devices * course->spraysPerDevice;
            if (course->sprays + entry.sprays > most) {
                const base::Milligrams total = course->mgPerSpray * (course->sprays + entry.sprays);
                findings.append({FindingLevel::Stop,
                                 QStringLiteral("run.device-above-dose"),
                                 Words::tr("%1 mg in all, the dose is %2 mg")
                                     .arg(protocols::plainNumber(total.value),
                                          protocols::plainNumber(content.dosing->dose->value)),
                                 Words::tr("the signed order"),
                                 base::Confidence::Local,
                                 {}});
            }
            const auto from = course->nextFrom();
            if (from && entry.at < *from) {
                const double after = static_cast<double>(entry.at.msSince(*course->lastAt)) / 60'000.0;
                findings.append({FindingLevel::Caution,
                                 QStringLiteral("run.device-rest"),
                                 Words::tr("%1 min after the last device, the rest between devices is %2 min")
                                     .arg(protocols::plainNumber(std::floor(after)),
                                          protocols::plainNumber(course->rest.value)),
                                 course->source,
                                 course->confidence,
                                 {}});
            }
            return findings;
        });
}

} // namespace kairos::workflow
