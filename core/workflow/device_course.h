// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/signed_content.h"

#include "core/base/finding.h"
#include "core/base/result.h"
#include "core/protocols/dose_limits.h"

#include <optional>

namespace kairos::workflow {

/// A nasal dose as it stands: devices and sprays instead of a pump.
struct DeviceCourse {
    int devices = 0; ///< that the dose asks for
    int spraysPerDevice = 1;
    int sprays = 0; ///< taken so far
    base::Milligrams mgPerSpray;
    base::Minutes rest;                   ///< between devices
    std::optional<base::Instant> firstAt; ///< of the first spray
    std::optional<base::Instant> lastAt;  ///< of the last spray
    QString source;                       ///< of the figures
    base::Confidence confidence = base::Confidence::Check;

    /// Devices that gave a spray.
    [[nodiscard]] int opened() const;
    /// The device that the next spray comes from, counted from 1.
    [[nodiscard]] int next() const { return sprays / spraysPerDevice + 1; }
    /// Sprays that this device still holds, 1 or more.
    [[nodiscard]] int leftInNext() const { return spraysPerDevice - sprays % spraysPerDevice; }
    [[nodiscard]] bool isWithinDevice() const { return sprays % spraysPerDevice != 0; }
    [[nodiscard]] bool isComplete() const { return sprays >= devices * spraysPerDevice; }
    [[nodiscard]] base::Milligrams given() const { return mgPerSpray * sprays; }
    /// When the next device may follow; none before the first one, within a device and once the dose is
    /// complete.
    [[nodiscard]] std::optional<base::Instant> nextFrom() const;
};

/// None for a dose by another route and for one that is not reckoned yet.
[[nodiscard]] std::optional<DeviceCourse> deviceCourse(const SessionContent& content,
                                                       const protocols::EsketamineDevices& devices);

/// Sprays that were taken from one device.
struct SprayEntry {
    int sprays = 0;
    base::Instant at;
    QString reason = {}; ///< why more than the dose, where it is more
};

/// "device 2: 2 sprays, 28 mg".
[[nodiscard]] QString sprayWords(const DeviceCourse& course, int sprays);

/// What the rest between the devices and the dose say of these sprays, both figures named. InvalidInput: the
/// device holds fewer, the time lies outside of the dose, or the largest dose is passed. \pre it has started
[[nodiscard]] base::Result<base::Findings> sprayFindings(const SessionContent& content,
                                                         const protocols::EsketamineDevices& devices,
                                                         const SprayEntry& entry, const base::Instant& now);

} // namespace kairos::workflow
