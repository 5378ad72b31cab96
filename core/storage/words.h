// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace kairos::storage {

/// Gives words their translation context. It is the same in every room: behind some return types the
/// translation tool knows no more of the place than this name.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace kairos::storage
