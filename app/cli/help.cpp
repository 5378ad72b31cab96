// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help.h"

#include "app/cli/commands.h"
#include "app/cli/text_table.h"

namespace kairos::cli {
namespace {

QString optionWords(const Option& option) {
    return option.value.isEmpty() ? option.name : option.name + QLatin1Char(' ') + option.value;
}

QString usageLine(const Command& command) {
    QStringList words{QStringLiteral("kairos-cli"), command.name};
    words += command.positionals;
    for (const QString& optional : command.optionalPositionals) {
        words.append(QLatin1Char('[') + optional + QLatin1Char(']'));
    }
    if (!command.restPositional.isEmpty()) {
        words.append(QLatin1Char('[') + command.restPositional + QStringLiteral("...]"));
    }
    for (const Option& option : command.options) {
        const QString once = optionWords(option);
        const QString repeated = option.takes == Takes::Values ? once + QStringLiteral("...") : once;
        words.append(option.need == Need::Required ? repeated
                                                   : QLatin1Char('[') + repeated + QLatin1Char(']'));
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

QString programHelp() {
    QList<QStringList> rows;
    for (const Command& command : allCommands()) {
        rows.append({QStringLiteral("  ") + command.name, command.summary});
    }
    return QStringLiteral(
               "kairos-cli %1: the practice record of Kairos without a window\n"
               "\n"
               "usage: kairos-cli COMMAND ... [--json]\n"
               "       kairos-cli COMMAND --help\n"
               "       kairos-cli --version\n"
               "\n"
               "%2\n"
               "\n"
               "Practice commands take --passphrase-file F, or - for standard input. --json prints one\n"
               "JSON object and nothing else. Errors are one line on standard error.\n"
               "\n"
               "exit: 0 done, 1 finished with findings, 2 usage or impossible input, 3 wrong passphrase,\n"
               "      4 damaged or foreign file, 5 refused")
        .arg(QStringLiteral(KAIROS_VERSION), textTable(rows));
}

QString commandHelp(const Command& command) {
    QList<QStringList> rows;
    for (const Option& option : command.options) {
        rows.append({QStringLiteral("  ") + optionWords(option), option.meaning});
    }
    rows.append({QStringLiteral("  --json"), QStringLiteral("one JSON object instead of text")});
    QString help = QStringLiteral("%1\n\nusage: %2 [--json]\n\n%3")
                       .arg(command.summary, usageLine(command), textTable(rows));
    for (const QString& note : command.notes) {
        help += QStringLiteral("\n\n") + note;
    }
    return help;
}

} // namespace kairos::cli
