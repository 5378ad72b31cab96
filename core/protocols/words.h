// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>

namespace kairos::protocols {

/// Gives the words of this room their translation context.
class Words {
    Q_DECLARE_TR_FUNCTIONS(protocols)
};

/// A number as people write it, with at most six significant digits and no trailing zeros.
[[nodiscard]] inline QString plainNumber(double value) {
    return QLocale().toString(value, 'g', 6);
}

} // namespace kairos::protocols
