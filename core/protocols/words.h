// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>

namespace kairos::protocols {

/// Gives words their translation context. It is the same in every room: behind some return types the
/// translation tool knows no more of the place than this name.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

/// A number as people write it, with at most six significant digits and no trailing zeros.
[[nodiscard]] inline QString plainNumber(double value) {
    return QLocale().toString(value, 'g', 6);
}

} // namespace kairos::protocols
