// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace kairos::base {

/// Gives the program its words in the language of `locale`. The words in the code are English; where there is
/// no translation the English one is taken, which holds the plurals ("1 dose", "2 doses"). Called once, after
/// the application is made.
void installTranslation(const QLocale& locale);

} // namespace kairos::base
