// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/chart_records.h"

namespace kairos::cli {

base::Result<outcomes::Course> courseOf(const workflow::OpenPractice& practice,
                                        const record::PatientId& patient) {
    return recordsOf<record::DosingSession>(practice, patient)
        .map([&](const QList<record::DosingSession>& sessions) {
            outcomes::Course course;
            course.doses = outcomes::doseMarksOf(sessions);
            course.zone = practice.zone();
            return course;
        });
}

} // namespace kairos::cli
