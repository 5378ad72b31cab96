// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace kairos::security {

/// Starts libsodium. Safe to call often and from any thread; every function of this room calls it by itself.
/// Ends the program when the library cannot start, since no record can be protected then.
void initialise();

/// `size` bytes of the operating system's generator, for ids, salts and keys that live inside the practice
/// file. Secrets outside the file are made by SecretBytes::random().
[[nodiscard]] QByteArray randomBytes(qsizetype size);

} // namespace kairos::security
