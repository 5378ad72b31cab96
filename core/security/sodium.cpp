// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/sodium.h"

#include "core/base/check.h"

#include <sodium.h>

namespace kairos::security {

void initialise() {
    // The first call returns 0, every later one 1.
    static const int started = sodium_init();
    KAIROS_CHECK(started >= 0);
}

QByteArray randomBytes(qsizetype size) {
    initialise();
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<size_t>(size));
    return bytes;
}

} // namespace kairos::security
