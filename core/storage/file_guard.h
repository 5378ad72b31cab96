// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace kairos::storage {

/// Whether a practice may live in this folder. Refused: it does not exist, is read-only, or lies on a network
/// file system, where two PCs could tear the file apart.
[[nodiscard]] base::Outcome checkFolder(const QString& practicePath, const QString& what);

/// Whether the named file system is one that other PCs share, e.g. "nfs4" or "cifs".
[[nodiscard]] bool isNetworkFileSystem(const QByteArray& type);

/// One Kairos a practice: holds `NAME.kairos.lock` until destroyed.
/// Refused: another Kairos holds it; the sentence names PC, user, process and since when.
[[nodiscard]] base::Result<std::unique_ptr<QLockFile>> lockPractice(const QString& practicePath);

} // namespace kairos::storage
