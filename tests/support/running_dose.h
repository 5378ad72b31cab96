// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/open_practice_fixture.h"

#include "core/workflow/dosing_care.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/run_care.h"

#include <functional>

namespace kairos::support {

/// What is different from an intravenous dose by the protocol's own order.
struct RunningDoseWish {
    QString protocol = QStringLiteral("iv-cbt");
    std::function<void(record::Order&)> order = {}; ///< before its signature
    std::function<void(OpenPracticeFixture&, const record::SessionId&)> prepare = {}; ///< before the gate
};

/// Elena Marsh's first dose, begun; every line of the gate was answered, or overridden where it is no
/// question.
struct RunningDose {
    OpenPracticeFixture fixture;
    record::PatientId patient;
    record::SessionId id;
    base::Instant startedAt;

    explicit RunningDose(const RunningDoseWish& wish = {});
    ~RunningDose();
    Q_DISABLE_COPY_MOVE(RunningDose)

    workflow::DosingCare dosing() { return workflow::DosingCare(fixture.practice()); }
    workflow::RunCare run() { return workflow::RunCare(fixture.practice()); }
    void clockOn(int minutes) { fixture.clock().advanceMs(qint64{minutes} * 60'000); }
    [[nodiscard]] workflow::DosingView view();
};

} // namespace kairos::support
