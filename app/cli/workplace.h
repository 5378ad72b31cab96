// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/record/patient.h"
#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"

#include <memory>

namespace kairos::cli {

class Arguments;

/// What the practice commands stand on: the PC's clock, its random numbers and the installed content.
/// It outlives the practice it opens.
class Workplace final {
public:
    Workplace();
    Q_DISABLE_COPY_MOVE(Workplace)

    [[nodiscard]] const workflow::Environment& environment() const { return m_environment; }
    /// Opens the command's FILE with its --passphrase-file, acting as "kairos-cli, <user>".
    [[nodiscard]] base::Result<std::unique_ptr<workflow::OpenPractice>>
    open(const Arguments& arguments) const;

private:
    base::SystemClock m_clock;
    base::SystemRandom m_random;
    workflow::Catalog m_catalog;
    workflow::Environment m_environment;
};

/// The patient that --patient names: by id, else by the exact MRN. NotFound when there is none.
[[nodiscard]] base::Result<record::Patient> patientOf(const workflow::OpenPractice& practice,
                                                      const Arguments& arguments);
[[nodiscard]] Option patientOption();

} // namespace kairos::cli
