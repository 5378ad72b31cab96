// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/own_instruments.h"

namespace kairos::workflow {

class OpenPractice;

/// Adding instruments and wording to an open practice.
class InstrumentCare final {
public:
    explicit InstrumentCare(OpenPractice& practice) : m_practice(practice) {}

    /// Checks the file, copies it beside the practice and reads the practice's instruments again. Refused
    /// when the signed-in clinician is no administrator; else as installOwnInstrument().
    [[nodiscard]] base::Result<OwnInstrumentFile> add(const QString& file) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
