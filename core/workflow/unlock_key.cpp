// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/unlock_key.h"

#include "core/security/recovery_code.h"
#include "core/storage/practice_key_file.h"
#include "core/workflow/words.h"

namespace kairos::workflow {
namespace {

UnlockKey shared(security::PracticeKey key) {
    return std::make_shared<const security::PracticeKey>(std::move(key));
}

} // namespace

base::Result<UnlockKey> deriveUnlockKey(const QString& path, const QString& passphrase) {
    return storage::checkPracticeExists(path, Words::tr("The practice was not opened"))
        .and_then([&] { return storage::keyOf(path, passphrase); })
        .map(shared);
}

base::Result<UnlockKey> unlockKeyFromCode(const QString& path, const QString& code) {
    return storage::checkPracticeExists(path, Words::tr("The practice was not opened"))
        .and_then([&] { return storage::saltOf(path); })
        .and_then([&](const security::Salt& salt) { return security::keyFromRecoveryCode(code, salt); })
        .and_then([&](security::PracticeKey key) { return storage::checkKeyFits(path, std::move(key)); })
        .map(shared);
}

} // namespace kairos::workflow
