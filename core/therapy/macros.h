// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"
#include "core/record/clinician.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace kairos::therapy {

inline constexpr qsizetype kLongestMacroName = 32;
inline constexpr qsizetype kLongestMacroText = 20'000;

/// A macro that comes with the program (resources/therapy/macros.json).
struct ShippedMacro {
    record::TextMacro macro;
    QString title; ///< what it is for
    QString source;
    base::Confidence confidence = base::Confidence::Check;
};

/// InvalidInput names the place that does not fit.
[[nodiscard]] base::Result<QList<ShippedMacro>> readMacros(const QByteArray& json);
/// What is compiled into the program.
[[nodiscard]] const QList<ShippedMacro>& builtInMacros();

/// The fields that a macro may name in braces: score, dose, date, patient, minutes, intention.
[[nodiscard]] const QStringList& macroFields();

/// The name of the macro that ends here: "intake" of "Seen today. ;intake". None where no such word ends,
/// or where it does not begin a word.
[[nodiscard]] std::optional<QString> macroEndingAt(QStringView line);

/// The text with its fields filled in. A field that is not known becomes a visible blank, "[dose: not
/// known]"; braces around anything else stay as they are.
[[nodiscard]] QString expanded(const QString& text, const QHash<QString, QString>& values);

/// InvalidInput: the name is empty, too long, holds other letters than a to z, digits and "-", is the
/// program's own or stands among `others`; the text is empty, too long, or names a field that there is not.
[[nodiscard]] base::Outcome checkMacro(const record::TextMacro& macro,
                                       const QList<record::TextMacro>& others);

} // namespace kairos::therapy
