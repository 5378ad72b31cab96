// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace kairos::workflow {
class OpenPractice;
}

namespace kairos::cli {

class Arguments;

/// The options of `import --vitals`, beside those of a file of scores.
[[nodiscard]] QList<Option> vitalsOptions();
[[nodiscard]] bool asksForVitals(const Arguments& arguments);
/// Takes a monitor's file into the session that --session names; with --preview it only looks.
[[nodiscard]] base::Result<Reply> importVitals(workflow::OpenPractice& practice, const Arguments& arguments,
                                               const QByteArray& bytes);
/// The file of --vitals.
[[nodiscard]] QString vitalsFile(const Arguments& arguments);

} // namespace kairos::cli
