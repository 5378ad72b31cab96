// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/safety/drug_list.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::safety {

/// What one class of one medicine means beside the dose.
struct InteractionFinding {
    InteractionLevel level = InteractionLevel::NoneNamed;
    QString typed; ///< the medicine as it stands in the record
    QString name;  ///< the name in it that is on the list
    QString classId;
    QString className;
    QString effect;
    QString action;
    QString source;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const InteractionFinding&) const = default;
};

/// A medicine, or words beside a known one, that the list does not know: not checked, which is never clear.
struct UncheckedName {
    QString typed;
    QStringList words;      ///< the unknown words, folded
    bool isPart = false;    ///< the rest of the line is known
    QStringList didYouMean; ///< near names, as a question; never taken for a match

    bool operator==(const UncheckedName&) const = default;
};

struct InteractionReport {
    QList<InteractionFinding> findings; ///< worst first, then in the order of the medication list
    QList<UncheckedName> unchecked;

    /// The worst level; none where nothing was known.
    [[nodiscard]] std::optional<InteractionLevel> worst() const;
};

/// Checks the medicines as they were typed against the list. Whole words count, without case and accents;
/// dose, form and salt are not read. Without a route each class stands at its strictest.
[[nodiscard]] InteractionReport checkInteractions(const QStringList& medication,
                                                  const std::optional<record::Route>& route,
                                                  const DrugList& list);

} // namespace kairos::safety
