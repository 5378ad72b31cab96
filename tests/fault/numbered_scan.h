// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/practice_file.h"

namespace kairos::fault {

/// Half a megabyte that only this number gives.
inline QByteArray numberedScan(qint64 number) {
    return QByteArray::number(number).rightJustified(20, '0').repeated(25'000);
}

} // namespace kairos::fault
