// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/gate_check.h"

#include <QString>

namespace kairos::workflow {

class OpenPractice;

/// What is said in the call before the day of a dose: told to fast, who takes the patient home, which
/// medicines to hold. It is kept beside the gate of the day and answers none of its lines.
class CallCare final {
public:
    explicit CallCare(OpenPractice& practice) : m_practice(practice) {}

    /// Keeps what was said of one line. InvalidInput: the escort has no name, or the line is none of the
    /// call. Refused: the dose has begun or is over, or the role may not book.
    [[nodiscard]] base::Outcome say(const record::SessionId& dose, const QString& criterion,
                                    record::GateAnswer answer, const QString& words);

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
