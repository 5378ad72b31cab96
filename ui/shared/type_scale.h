// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace kairos::ui {

/// The sizes of type. The number is points at the base of 10; all grow with the user's base.
enum class TextRole {
    PageTitle,     ///< 17 semibold
    PatientName,   ///< 15 semibold
    HeaderValue,   ///< 10.5 semibold
    Section,       ///< 11 semibold
    Body,          ///< 10
    Strong,        ///< 10 semibold
    Caption,       ///< 9, the smallest
    CaptionStrong, ///< 9 semibold: table heads, chips
    Figure,        ///< 18 semibold: figures that are the answer
    Total,         ///< 34 semibold: a rating's total
    Reading,       ///< 13: what a patient reads on the device
    Welcome        ///< 21 semibold: welcome and unlock
};

/// The application's font at the size and weight of a role.
[[nodiscard]] QFont fontFor(TextRole role);

/// The application's font at `points` (for a base of 10), semibold.
[[nodiscard]] QFont strongFont(qreal points);

/// A length of the look (pixels at a base font of 10 pt) grown with the application's font.
[[nodiscard]] int px(qreal length);
/// The same without rounding, for painting.
[[nodiscard]] qreal pxF(qreal length);

} // namespace kairos::ui
