// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/navigator.h"

namespace kairos::ui {

std::optional<record::PatientId> patientOf(const Place& place) {
    return std::visit(
        [](const auto& value) -> std::optional<record::PatientId> {
            if constexpr (requires { value.patient; }) {
                return value.patient;
            } else {
                return std::nullopt;
            }
        },
        place);
}

} // namespace kairos::ui
