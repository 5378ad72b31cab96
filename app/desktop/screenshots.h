// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kairos::app {

class Composition;

/// Opens each page on the demo practice and writes a PNG of it in both themes. Returns the program's exit
/// code.
[[nodiscard]] int writeScreenshots(Composition& composition, const QString& folder);

} // namespace kairos::app
