// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/hash.h"

#include "core/security/sodium.h"

#include "core/base/check.h"

#include <sodium.h>

#include <algorithm>

namespace kairos::security {
namespace {

constexpr size_t kDigestBytes = 32;

const unsigned char* unsignedData(QByteArrayView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

void checkKey(const SecretBytes& key) {
    KAIROS_CHECK(key.size() >= crypto_generichash_KEYBYTES_MIN &&
                 key.size() <= crypto_generichash_KEYBYTES_MAX);
}

} // namespace

QByteArray Digest::toBytes() const {
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

std::optional<Digest> Digest::fromBytes(QByteArrayView bytes) {
    if (bytes.size() != static_cast<qsizetype>(kDigestBytes)) {
        return std::nullopt;
    }
    Digest digest;
    std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
    return digest;
}

QString Digest::toHex() const {
    return QString::fromLatin1(toBytes().toHex());
}

std::optional<Digest> Digest::fromHex(QStringView text) {
    const auto isHex = [](QChar letter) {
        const auto code = letter.toLower().unicode();
        return (code >= u'0' && code <= u'9') || (code >= u'a' && code <= u'f');
    };
    if (text.size() != 2 * static_cast<qsizetype>(kDigestBytes) ||
        !std::all_of(text.begin(), text.end(), isHex)) {
        return std::nullopt;
    }
    return fromBytes(QByteArray::fromHex(text.toLatin1()));
}

Digest blake2b256(QByteArrayView content) {
    initialise();
    Digest digest;
    crypto_generichash(digest.bytes.data(), kDigestBytes, unsignedData(content),
                       static_cast<unsigned long long>(content.size()), nullptr, 0);
    return digest;
}

Digest keyedBlake2b256(const SecretBytes& key, QByteArrayView content) {
    initialise();
    checkKey(key);
    Digest digest;
    crypto_generichash(digest.bytes.data(), kDigestBytes, unsignedData(content),
                       static_cast<unsigned long long>(content.size()), key.data(), key.size());
    return digest;
}

Hasher::Hasher() : m_state(std::make_unique<crypto_generichash_state>()) {
    initialise();
    crypto_generichash_init(m_state.get(), nullptr, 0, kDigestBytes);
}

Hasher::Hasher(const SecretBytes& key) : m_state(std::make_unique<crypto_generichash_state>()) {
    initialise();
    checkKey(key);
    crypto_generichash_init(m_state.get(), key.data(), key.size(), kDigestBytes);
}

void Hasher::add(QByteArrayView piece) {
    KAIROS_CHECK(!m_isFinished);
    crypto_generichash_update(m_state.get(), unsignedData(piece),
                              static_cast<unsigned long long>(piece.size()));
}

Digest Hasher::finish() {
    KAIROS_CHECK(!m_isFinished);
    m_isFinished = true;
    Digest digest;
    crypto_generichash_final(m_state.get(), digest.bytes.data(), kDigestBytes);
    return digest;
}

} // namespace kairos::security
