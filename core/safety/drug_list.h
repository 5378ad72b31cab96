// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"
#include "core/record/order.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::safety {

/// How strongly a class of medicines matters beside the dose. `NoneNamed`: our sources name no interaction,
/// which is not the same as a medicine that was not checked.
enum class InteractionLevel { NoneNamed, Information, Caution, Strong };

/// What is known of a class of medicines, by route of the dose.
struct DrugClass {
    QString id;
    QString name;
    InteractionLevel level = InteractionLevel::NoneNamed; ///< on every route that `routes` does not name
    QHash<record::Route, InteractionLevel> routes;
    QString effect;
    QString action;
    QString source;
    base::Confidence confidence = base::Confidence::Check;

    /// On this route; without a route the strictest of all.
    [[nodiscard]] InteractionLevel levelFor(const std::optional<record::Route>& route) const;
};

/// One medicine under its generic name, its brands and spellings.
struct Drug {
    QString name;
    QStringList also;
    QStringList classes; ///< a combination belongs to several
};

/// A name as it is looked for, word by word.
struct DrugName {
    QStringList words;
    QString written;
    qsizetype drug = 0; ///< index into DrugList::drugs
};

/// Which medicines belong to which classes (resources/safety/drugs.json). What does not stand here is not
/// checked.
struct DrugList {
    QString version;
    QString mappingSource;
    base::Confidence mappingConfidence = base::Confidence::Check;
    QSet<QString> ignored; ///< words that name no medicine: "mg", "tablet"
    QList<DrugClass> classes;
    QList<Drug> drugs;
    QList<DrugName> names;                        ///< every name of every drug
    QHash<QString, QList<qsizetype>> byFirstWord; ///< indexes into `names`, the longest name first

    /// InvalidInput names the place: an unknown class, a name that stands twice, an unknown level.
    [[nodiscard]] static base::Result<DrugList> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static DrugList builtIn();

    [[nodiscard]] const DrugClass* classOf(const QString& id) const;
};

} // namespace kairos::safety
