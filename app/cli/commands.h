// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <QList>

#include <optional>

namespace kairos::cli {

[[nodiscard]] Command adverseCommand();
[[nodiscard]] Command createCommand();
[[nodiscard]] Command demoCommand();
[[nodiscard]] Command documentsCommand();
[[nodiscard]] Command sheetsCommand();
[[nodiscard]] Command doseCommand();
[[nodiscard]] Command importCommand();
[[nodiscard]] Command infoCommand();
[[nodiscard]] Command instrumentsCommand();
[[nodiscard]] Command packCommand();
[[nodiscard]] Command patientsCommand();
[[nodiscard]] Command planCommand();
[[nodiscard]] Command protocolsCommand();
[[nodiscard]] Command ratingsCommand();
[[nodiscard]] Command scoreCommand();
[[nodiscard]] Command searchCommand();
[[nodiscard]] Command sessionsCommand();
[[nodiscard]] Command ledgerCommand();
[[nodiscard]] Command trendCommand();
[[nodiscard]] Command verifyCommand();

/// Every command that this program holds, in the order of its help.
[[nodiscard]] QList<Command> allCommands();
[[nodiscard]] std::optional<Command> findCommand(const QString& name);

} // namespace kairos::cli
