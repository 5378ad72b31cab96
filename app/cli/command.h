// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>

namespace kairos::cli {

class Arguments;

/// What follows an option's name.
enum class Takes {
    Nothing, ///< the option's presence says it all
    Value,   ///< one value; the option stands at most once
    Values   ///< one value each time; the option may stand several times
};

enum class Need { Optional, Required };

/// One option of a command.
struct Option {
    QString name;  ///< with its dashes, e.g. "--find"
    QString value; ///< what the help calls its value, e.g. "TEXT"; empty for Takes::Nothing
    QString meaning;
    Takes takes = Takes::Value;
    Need need = Need::Optional;
};

/// What a finished command has to say.
struct Reply {
    QJsonObject json;
    QString text; ///< without the last line's end; may be empty
    int exit = 0; ///< 0 done, 1 finished with findings
};

/// One command: what it takes and what it does.
struct Command {
    QString name;
    QString summary;         ///< one line for the list of commands
    QStringList positionals; ///< names of what stands without an option, all needed, e.g. "FILE"
    QList<Option> options;   ///< besides --json and --help, which every command takes
    QStringList notes;       ///< paragraphs below the options in the command's help
    std::function<base::Result<Reply>(const Arguments&)> run;
    QStringList optionalPositionals = {}; ///< what may follow them without an option
    QString restPositional = {}; ///< what all further words are, e.g. "WORDS"; empty: none may follow
};

} // namespace kairos::cli
