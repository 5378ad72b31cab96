// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/kind.h"
#include "core/record/vial.h"
#include "core/scales/instrument_library.h"

#include <QByteArray>
#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <functional>
#include <optional>

namespace kairos::workflow {

/// What wording a record depends on.
struct RecordWordsContext {
    const scales::InstrumentLibrary& instruments;
    const QTimeZone& zone;
    const QLocale& locale;
    /// The lot of a line of the ledger, which tells millilitres from devices; none where it is not on record.
    std::function<std::optional<record::Vial>(const record::VialId&)> lotOf;
};

/// The kind in words: "weight", "dosing session", "signature".
[[nodiscard]] QString kindWords(record::RecordKind kind);

/// What a packed record says, in one line: "68.4 kg", "Penicillin, rash", "PHQ-9, total 8, mild". Empty for
/// kinds that say nothing by themselves and for content that cannot be read.
[[nodiscard]] QString recordInWords(record::RecordKind kind, const QByteArray& content,
                                    const RecordWordsContext& context);

} // namespace kairos::workflow
