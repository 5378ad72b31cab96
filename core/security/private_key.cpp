// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/private_key.h"

#include "core/security/key_file.h"
#include "core/security/recovery_code.h"
#include "core/security/sodium.h"
#include "core/security/words.h"

#include "core/base/check.h"

#include <QtEndian>

#include <sodium.h>

#include <algorithm>
#include <utility>

namespace kairos::security {
namespace {

using base::ErrorCode;

constexpr size_t kCipherKeyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr qsizetype kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype kWrappedBytes = kNonceBytes + static_cast<qsizetype>(kCipherKeyBytes) + kTagBytes;
constexpr quint8 kSealFormat = 1;
constexpr qsizetype kNumberBytes = 8;

const unsigned char* sealData(QByteArrayView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

/// Tells the two wrappings of one key apart, so that neither can stand in the other's place.
QByteArray boundTo(const char* way, QByteArrayView owner) {
    return QByteArray("kairos private key 1, by ") + way + owner.toByteArray();
}

const char* const kByPassword = "password";
const char* const kByCode = "code";

QByteArray sealedKey(const PrivateKey& key, const SecretBytes& wrapper, QByteArrayView bound) {
    return PrivateKey(wrapper.clone()).seal(key.key().view(), bound);
}

/// WrongPassphrase with `why` when it does not open.
base::Result<PrivateKey> unwrapped(const QByteArray& sealed, const SecretBytes& wrapper, QByteArrayView bound,
                                   const QString& why) {
    auto key = PrivateKey(wrapper.clone()).open(sealed, bound);
    if (!key || key->size() != kCipherKeyBytes) {
        return base::fail(ErrorCode::WrongPassphrase, Words::tr("The private notes were not opened"), why,
                          Words::tr("type it again; without your password or your own recovery code "
                                    "nobody can open them"));
    }
    return PrivateKey(std::move(*key));
}

base::Result<SecretBytes> wrapperOf(const PasswordCost& password, const Salt& salt) {
    return deriveUncheckedKey(password.password, password.cost, salt)
        .map([](const PracticeKey& derived) { return derived.key().clone(); })
        .map_error([](base::Error error) {
            error.what = Words::tr("The private notes were not opened");
            return error;
        });
}

} // namespace

PrivateKey::PrivateKey(SecretBytes key) : m_key(std::move(key)) {
    KAIROS_CHECK(m_key.size() == kCipherKeyBytes);
}

PrivateKey PrivateKey::random() {
    return PrivateKey(SecretBytes::random(kCipherKeyBytes));
}

QByteArray PrivateKey::seal(QByteArrayView content, QByteArrayView bound) const {
    initialise();
    QByteArray sealed(kNonceBytes + content.size() + kTagBytes, Qt::Uninitialized);
    auto* out = reinterpret_cast<unsigned char*>(sealed.data());
    randombytes_buf(out, static_cast<size_t>(kNonceBytes));
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        out + kNonceBytes, nullptr, sealData(content), static_cast<unsigned long long>(content.size()),
        sealData(bound), static_cast<unsigned long long>(bound.size()), nullptr, out, m_key.data());
    return sealed;
}

std::optional<SecretBytes> PrivateKey::open(QByteArrayView sealed, QByteArrayView bound) const {
    initialise();
    if (sealed.size() < kNonceBytes + kTagBytes) {
        return std::nullopt;
    }
    const QByteArrayView body = sealed.sliced(kNonceBytes);
    SecretBytes content(static_cast<size_t>(body.size() - kTagBytes));
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        content.data(), nullptr, nullptr, sealData(body), static_cast<unsigned long long>(body.size()),
        sealData(bound), static_cast<unsigned long long>(bound.size()), sealData(sealed), m_key.data());
    return opened == 0 ? std::optional(std::move(content)) : std::nullopt;
}

QByteArray WrappedKey::toBytes() const {
    QByteArray bytes(1, static_cast<char>(kSealFormat));
    for (const quint64 number : {cost.operations, cost.memoryBytes}) {
        const quint64 little = qToLittleEndian(number);
        bytes.append(reinterpret_cast<const char*>(&little), kNumberBytes);
    }
    bytes.append(reinterpret_cast<const char*>(salt.data()), static_cast<qsizetype>(salt.size()));
    return bytes + byPassword + byCode;
}

std::optional<WrappedKey> WrappedKey::fromBytes(const QByteArray& bytes) {
    WrappedKey key;
    const auto saltBytes = static_cast<qsizetype>(key.salt.size());
    const qsizetype head = 1 + 2 * kNumberBytes + saltBytes;
    if (bytes.size() != head + 2 * kWrappedBytes || static_cast<quint8>(bytes.at(0)) != kSealFormat) {
        return std::nullopt;
    }
    key.cost = {qFromLittleEndian<quint64>(bytes.constData() + 1),
                qFromLittleEndian<quint64>(bytes.constData() + 1 + kNumberBytes)};
    if (!key.cost.isBearable()) {
        return std::nullopt;
    }
    std::copy_n(bytes.cbegin() + 1 + 2 * kNumberBytes, saltBytes, key.salt.begin());
    key.byPassword = bytes.mid(head, kWrappedBytes);
    key.byCode = bytes.mid(head + kWrappedBytes);
    return key;
}

base::Result<WrappedKey> wrapKey(const PrivateKey& key, const PasswordCost& password, const PracticeKey& code,
                                 QByteArrayView owner) {
    return wrapAgain(wrapAgain({}, key, code, owner), key, password, owner);
}

base::Result<WrappedKey> wrapAgain(WrappedKey wrapped, const PrivateKey& key, const PasswordCost& password,
                                   QByteArrayView owner) {
    wrapped.cost = password.cost;
    wrapped.salt = randomSalt();
    return wrapperOf(password, wrapped.salt).map([&](const SecretBytes& wrapper) {
        wrapped.byPassword = sealedKey(key, wrapper, boundTo(kByPassword, owner));
        return wrapped;
    });
}

WrappedKey wrapAgain(WrappedKey wrapped, const PrivateKey& key, const PracticeKey& code,
                     QByteArrayView owner) {
    wrapped.byCode = sealedKey(key, code.key(), boundTo(kByCode, owner));
    return wrapped;
}

base::Result<PrivateKey> unwrapByPassword(const WrappedKey& wrapped, const QString& password,
                                          QByteArrayView owner) {
    return wrapperOf({password, wrapped.cost}, wrapped.salt).and_then([&](const SecretBytes& wrapper) {
        return unwrapped(wrapped.byPassword, wrapper, boundTo(kByPassword, owner),
                         Words::tr("the password does not fit them"));
    });
}

base::Result<PrivateKey> unwrapByCode(const WrappedKey& wrapped, const QString& code, QByteArrayView owner) {
    return keyFromRecoveryCode(code, Salt{}).and_then([&](const PracticeKey& key) {
        return unwrapped(wrapped.byCode, key.key(), boundTo(kByCode, owner),
                         Words::tr("this is not the recovery code of your private notes; that of the "
                                   "practice does not open them"));
    });
}

} // namespace kairos::security
