// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <cmath>

namespace kairos::test {

/// Relative luminance of an sRGB colour, 0 to 1 (WCAG 2.2, "relative luminance").
inline double luminance(const QColor& color) {
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.red() / 255.0) + 0.7152 * linear(color.green() / 255.0) +
           0.0722 * linear(color.blue() / 255.0);
}

/// Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").
inline double contrast(const QColor& one, const QColor& other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

/// The ratio in hundredths, cut and not rounded: 4.497 is 449, below the 4.5 that text needs.
inline int contrastCut(const QColor& one, const QColor& other) {
    return static_cast<int>(std::floor(contrast(one, other) * 100.0));
}

} // namespace kairos::test
