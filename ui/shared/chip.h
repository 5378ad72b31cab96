// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/icons.h"

#include <QMetaType>
#include <QString>

#include <optional>

class QPainter;

namespace kairos::ui {

/// The states a chip can show. Each has its own shape, word and colour.
enum class ChipKind { Done, Signed, Next, Due, Late, Blocked, Risk, Draft, Planned };

inline constexpr int kChipKindCount = static_cast<int>(ChipKind::Planned) + 1;

/// A state as a value: models give it through ChipRole, StatusChip shows it alone.
struct Chip {
    ChipKind kind = ChipKind::Planned;
    QString word;                  ///< what the chip reads, e.g. "25 d late"
    QString object;                ///< what it is about, for screen readers, e.g. "liver enzymes"
    std::optional<Icon> sign = {}; ///< instead of the kind's own, e.g. Icon::Session for "in room 2"

    bool operator==(const Chip&) const = default;

    /// "late, liver enzymes": word and object.
    [[nodiscard]] QString accessibleText() const;
};

/// The plain word of a kind in the user's language: "done", "signed", "next" …
[[nodiscard]] QString chipWord(ChipKind kind);

/// The sign of a kind; planned has none.
[[nodiscard]] std::optional<Icon> chipIcon(ChipKind kind);

/// The colours of a kind: ink and ground.
[[nodiscard]] Token chipInk(ChipKind kind);
[[nodiscard]] Token chipGround(ChipKind kind);

/// The room a chip needs, 22 px high at 10 pt.
[[nodiscard]] QSize chipSize(const Chip& chip);

/// Draws a chip into `rect` (its width may be less than chipSize: the word is then elided).
void paintChip(QPainter& painter, const Theme& theme, const QRect& rect, const Chip& chip);

} // namespace kairos::ui

Q_DECLARE_METATYPE(kairos::ui::Chip)
