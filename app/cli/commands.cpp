// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#ifdef KAIROS_PICTURES
#include "app/cli/pictures.h"
#endif

#include <algorithm>

namespace kairos::cli {

QList<Command> allCommands() {
    QList<Command> commands = {
        createCommand(),   demoCommand(),      infoCommand(),    patientsCommand(),    searchCommand(),
        sessionsCommand(), documentsCommand(), sheetsCommand(),  ledgerCommand(),      importCommand(),
        ratingsCommand(),  trendCommand(),     adverseCommand(), instrumentsCommand(), packCommand(),
        scoreCommand(),    protocolsCommand(), doseCommand(),    planCommand(),        verifyCommand()};
#ifdef KAIROS_PICTURES
    commands.append(summaryCommand());
#endif
    return commands;
}

std::optional<Command> findCommand(const QString& name) {
    const auto all = allCommands();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Command& command) { return command.name == name; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace kairos::cli
