// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include "core/base/result.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::cli {

/// What stood behind the command's name, checked against what the command takes.
class Arguments final {
public:
    /// InvalidInput: an option the command does not know, one without its value or given twice, a needed one
    /// left out, too few or too many words. Values may follow after a space or after "=".
    [[nodiscard]] static base::Result<Arguments> parse(const Command& command, const QStringList& words);

    [[nodiscard]] bool has(const QString& option) const { return m_values.contains(option); }
    /// The option's value; empty when it was not given.
    [[nodiscard]] QString value(const QString& option) const;
    [[nodiscard]] QStringList values(const QString& option) const { return m_values.value(option); }
    /// The word at this place, from 0; empty when an optional one was left out.
    [[nodiscard]] QString positional(int place) const { return m_positionals.value(place); }

    /// All words from this place on.
    [[nodiscard]] QStringList positionalsFrom(int place) const { return m_positionals.mid(place); }

    /// A finite number, with a point for the decimals; none when the option was not given.
    [[nodiscard]] base::Result<std::optional<double>> number(const QString& option) const;
    /// An ISO 8601 date; none when the option was not given.
    [[nodiscard]] base::Result<std::optional<QDate>> date(const QString& option) const;
    /// The dates of an option that may stand several times.
    [[nodiscard]] base::Result<QList<QDate>> dates(const QString& option) const;

private:
    base::Outcome take(const Command& command, const QStringList& words, qsizetype& place);
    [[nodiscard]] base::Outcome checkComplete(const Command& command) const;

    QHash<QString, QStringList> m_values;
    QStringList m_positionals;
};

/// An error of the command line itself: exit 2.
[[nodiscard]] tl::unexpected<base::Error> usageError(const QString& why, const QString& remedy);

} // namespace kairos::cli
