// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/gate_check.h"

#include <QList>
#include <QString>

namespace kairos::workflow {

class OpenPractice;

/// What is said in the call before the day of a dose: told to fast, who takes the patient home, which
/// medicines to hold. It is kept beside the gate of the day and answers none of its lines. And the call on
/// the day after it.
class CallCare final {
public:
    explicit CallCare(OpenPractice& practice) : m_practice(practice) {}

    /// Keeps what was said of one line. InvalidInput: the escort has no name, or the line is none of the
    /// call. Refused: the dose has begun or is over, or the role may not book.
    [[nodiscard]] base::Outcome say(const record::SessionId& dose, const QString& criterion,
                                    record::GateAnswer answer, const QString& words);

    /// Keeps the call after a dose: Met when the patient was reached, NotMet when not. InvalidInput: reached,
    /// and no words of how the patient is. Refused: the patient has not gone home, or the role may not.
    [[nodiscard]] base::Outcome sayAfter(const record::SessionId& dose, record::GateAnswer answer,
                                         const QString& words);
    /// The calls after a dose, oldest first. Storage.
    [[nodiscard]] base::Result<QList<record::GateCheck>> callsAfter(const record::SessionId& dose) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
