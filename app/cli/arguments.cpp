// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <algorithm>
#include <cmath>

namespace kairos::cli {
namespace {

const QString kHelp = QStringLiteral("--help");
const QString kJson = QStringLiteral("--json");

QString seeHelp(const Command& command) {
    return QStringLiteral("see kairos-cli %1 --help").arg(command.name);
}

/// The option of that name; every command takes --json and --help.
std::optional<Option> findOption(const Command& command, const QString& name) {
    if (name == kHelp || name == kJson) {
        return Option{name, {}, {}, Takes::Nothing, Need::Optional};
    }
    const auto found = std::find_if(command.options.begin(), command.options.end(),
                                    [&](const Option& option) { return option.name == name; });
    return found == command.options.end() ? std::nullopt : std::optional(*found);
}

} // namespace

tl::unexpected<base::Error> usageError(const QString& why, const QString& remedy) {
    return base::fail(base::ErrorCode::InvalidInput, QStringLiteral("Nothing was done"), why, remedy);
}

base::Result<Arguments> Arguments::parse(const Command& command, const QStringList& words) {
    Arguments arguments;
    for (qsizetype place = 0; place < words.size(); ++place) {
        if (const auto taken = arguments.take(command, words, place); !taken) {
            return tl::unexpected<base::Error>(taken.error());
        }
    }
    if (!arguments.has(kHelp)) {
        if (const auto complete = arguments.checkComplete(command); !complete) {
            return tl::unexpected<base::Error>(complete.error());
        }
    }
    return arguments;
}

base::Outcome Arguments::take(const Command& command, const QStringList& words, qsizetype& place) {
    const QString word = words.at(place);
    if (!word.startsWith(QLatin1String("--"))) {
        m_positionals.append(word);
        return {};
    }
    const qsizetype equals = word.indexOf(QLatin1Char('='));
    const QString name = equals < 0 ? word : word.left(equals);
    const auto option = findOption(command, name);
    if (!option) {
        return usageError(QStringLiteral("%1 does not know the option %2").arg(command.name, name),
                          seeHelp(command));
    }
    if (has(name) && option->takes == Takes::Value) {
        return usageError(QStringLiteral("%1 stands twice").arg(name), seeHelp(command));
    }
    if (option->takes == Takes::Nothing) {
        if (equals >= 0) {
            return usageError(QStringLiteral("%1 takes no value").arg(name), seeHelp(command));
        }
        m_values.insert(name, {});
        return {};
    }
    if (equals < 0 && place + 1 == words.size()) {
        return usageError(QStringLiteral("%1 needs a value").arg(name), seeHelp(command));
    }
    m_values[name].append(equals < 0 ? words.at(++place) : word.mid(equals + 1));
    return {};
}

base::Outcome Arguments::checkComplete(const Command& command) const {
    if (m_positionals.size() < command.positionals.size()) {
        return usageError(
            QStringLiteral("%1 needs %2").arg(command.name, command.positionals.at(m_positionals.size())),
            seeHelp(command));
    }
    const qsizetype most = command.positionals.size() + command.optionalPositionals.size();
    if (m_positionals.size() > most && command.restPositional.isEmpty()) {
        return usageError(QStringLiteral("%1 does not know what to do with \"%2\"")
                              .arg(command.name, m_positionals.at(most)),
                          seeHelp(command));
    }
    for (const Option& option : command.options) {
        if (option.need == Need::Required && !has(option.name)) {
            return usageError(QStringLiteral("%1 needs %2").arg(command.name, option.name), seeHelp(command));
        }
    }
    return {};
}

QString Arguments::value(const QString& option) const {
    const QStringList given = values(option);
    return given.isEmpty() ? QString() : given.first();
}

base::Result<std::optional<double>> Arguments::number(const QString& option) const {
    if (!has(option)) {
        return std::optional<double>();
    }
    bool isNumber = false;
    const double parsed = value(option).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(parsed)) {
        return usageError(QStringLiteral("\"%1\" after %2 is no number").arg(value(option), option),
                          QStringLiteral("write it like 70 or 0.5"));
    }
    return std::optional(parsed);
}

base::Result<QList<QDate>> Arguments::dates(const QString& option) const {
    QList<QDate> parsed;
    for (const QString& word : values(option)) {
        const QDate day = QDate::fromString(word, Qt::ISODate);
        if (!day.isValid() || word.size() != 10) {
            return usageError(QStringLiteral("\"%1\" after %2 is no date").arg(word, option),
                              QStringLiteral("write it as year-month-day, like 2026-11-02"));
        }
        parsed.append(day);
    }
    return parsed;
}

base::Result<std::optional<QDate>> Arguments::date(const QString& option) const {
    return dates(option).map([](const QList<QDate>& parsed) {
        return parsed.isEmpty() ? std::nullopt : std::optional(parsed.first());
    });
}

} // namespace kairos::cli
