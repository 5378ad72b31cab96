// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/record/ledger_entry.h"
#include "core/record/vial.h"

#include <QCoreApplication>
#include <QDate>
#include <QString>

namespace kairos::stock {

/// Gives words their translation context. It is the same in every room: behind some return types the
/// translation tool knows no more of the place than this name.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

/// "0.70 mL", or "3 devices" of a lot of devices.
[[nodiscard]] QString stockText(const record::Vial& vial, base::Millilitres volume);
/// "+10.00 mL" or "−3 devices": what a line moved, with the true minus sign; nothing moved has none.
[[nodiscard]] QString movedText(const record::Vial& vial, base::Millilitres change);
/// "0.70 mL": two digits behind the point, as volumes are shown (protocols: mL to 0.01).
[[nodiscard]] QString mlText(base::Millilitres volume);
/// "35.0 mg": one digit behind the point.
[[nodiscard]] QString mgText(base::Milligrams amount);
/// "30 Nov 2026".
[[nodiscard]] QString dayText(const QDate& day);
/// "50 mg/mL, 10 mL", or "28 mg a device".
[[nodiscard]] QString labelText(const record::Vial& vial);
/// What a line is, e.g. "drawn".
[[nodiscard]] QString kindText(record::LedgerKind kind);
/// "single-dose", "multi-dose" or "nasal device".
[[nodiscard]] QString keepingText(record::VialKeeping keeping);

} // namespace kairos::stock
