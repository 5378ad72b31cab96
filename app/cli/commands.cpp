// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <algorithm>

namespace kairos::cli {

QList<Command> allCommands() {
    return {createCommand(),    infoCommand(),  patientsCommand(),    sessionsCommand(),
            ratingsCommand(),   trendCommand(), instrumentsCommand(), scoreCommand(),
            protocolsCommand(), doseCommand(),  verifyCommand()};
}

std::optional<Command> findCommand(const QString& name) {
    const auto all = allCommands();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Command& command) { return command.name == name; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace kairos::cli
