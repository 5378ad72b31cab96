// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/password.h"

#include "core/security/key_file.h"
#include "core/security/secret_bytes.h"
#include "core/security/sodium.h"
#include "core/security/words.h"

#include "core/base/check.h"

#include <QRegularExpression>

#include <sodium.h>

#include <array>

namespace kairos::security {
namespace {

using base::ErrorCode;
using base::fail;

/// The cost that a stored hash names, if it is one of ours.
std::optional<KeyCost> costOf(const QString& stored) {
    static const QRegularExpression shape(QStringLiteral(
        R"(^\$argon2id\$v=19\$m=(\d{1,10}),t=(\d{1,10}),p=1\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$)"));
    const auto match = shape.match(stored);
    if (!match.hasMatch() || stored.size() >= static_cast<qsizetype>(crypto_pwhash_STRBYTES)) {
        return std::nullopt;
    }
    return KeyCost{match.captured(2).toULongLong(), match.captured(1).toULongLong() * 1024};
}

} // namespace

base::Result<QString> hashPassword(const QString& password, KeyCost cost) {
    KAIROS_CHECK(cost.isBearable());
    if (const auto accepted = checkNewPassphrase(password); !accepted) {
        return tl::unexpected(accepted.error());
    }
    initialise();
    const SecretBytes secret = SecretBytes::fromText(password);
    std::array<char, crypto_pwhash_STRBYTES> stored{};
    const int made = crypto_pwhash_str_alg(
        stored.data(), reinterpret_cast<const char*>(secret.data()), secret.size(), cost.operations,
        static_cast<size_t>(cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13);
    if (made != 0) {
        return fail(
            ErrorCode::Refused, Words::tr("The password was not set"),
            Words::tr("this PC has less than %1 MiB of free memory").arg(cost.memoryBytes / (1024 * 1024)),
            Words::tr("close other programs and try again"));
    }
    return QString::fromLatin1(stored.data());
}

base::Outcome verifyPassword(const QString& password, const QString& stored) {
    initialise();
    const QString what = Words::tr("Nothing was done");
    const auto cost = costOf(stored);
    if (!cost || !cost->isBearable()) {
        return fail(ErrorCode::Damaged, what, Words::tr("the stored password is damaged"),
                    Words::tr("ask an administrator to set a new one"));
    }
    const SecretBytes secret = SecretBytes::fromText(password);
    const QByteArray text = stored.toLatin1();
    if (crypto_pwhash_str_verify(text.constData(), reinterpret_cast<const char*>(secret.data()),
                                 secret.size()) != 0) {
        return fail(ErrorCode::WrongPassphrase, what, Words::tr("the password does not fit"),
                    Words::tr("type it again, or ask an administrator to set a new one"));
    }
    return {};
}

bool needsRehash(const QString& stored, KeyCost cost) {
    return costOf(stored) != cost;
}

} // namespace kairos::security
