// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/secret_bytes.h"

#include "core/security/sodium.h"

#include "core/base/check.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

namespace kairos::security {

void SecretBytes::Wiper::operator()(unsigned char* memory) const {
    // sodium_free() overwrites the whole allocation before it is unmapped.
    sodium_free(memory);
}

SecretBytes::SecretBytes(size_t size) : m_size(size) {
    if (size == 0) {
        return;
    }
    initialise();
    // sodium_malloc() locks the pages too, as far as the system lets it; without locking it still succeeds.
    m_data.reset(static_cast<unsigned char*>(sodium_malloc(size)));
    KAIROS_CHECK(m_data != nullptr);
    sodium_memzero(m_data.get(), size);
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::move(other.m_data)), m_size(std::exchange(other.m_size, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    m_data = std::move(other.m_data);
    m_size = std::exchange(other.m_size, 0);
    return *this;
}

SecretBytes SecretBytes::fromBytes(QByteArrayView bytes) {
    SecretBytes secret(static_cast<size_t>(bytes.size()));
    std::copy(bytes.begin(), bytes.end(), secret.data());
    return secret;
}

SecretBytes SecretBytes::fromText(const QString& text) {
    QString normalised = text.normalized(QString::NormalizationForm_KC);
    QByteArray utf8 = normalised.toUtf8();
    SecretBytes secret = fromBytes(utf8);
    security::wipe(utf8);
    // Text that is in the form already is shared with the caller, who wipes it when done.
    if (normalised.constData() != text.constData()) {
        security::wipe(normalised);
    }
    return secret;
}

SecretBytes SecretBytes::random(size_t size) {
    SecretBytes secret(size);
    if (size > 0) {
        randombytes_buf(secret.data(), size);
    }
    return secret;
}

SecretBytes SecretBytes::clone() const {
    return fromBytes(view());
}

const unsigned char* SecretBytes::data() const {
    static constexpr unsigned char kNothing = 0;
    return m_data != nullptr ? m_data.get() : &kNothing;
}

QByteArrayView SecretBytes::view() const {
    return {m_data.get(), static_cast<qsizetype>(m_size)};
}

bool SecretBytes::equals(const SecretBytes& other) const {
    if (m_size != other.m_size) {
        return false;
    }
    return m_size == 0 || sodium_memcmp(data(), other.data(), m_size) == 0;
}

void SecretBytes::wipe() {
    m_data.reset();
    m_size = 0;
}

void wipe(QString& text) {
    if (!text.isEmpty()) {
        sodium_memzero(text.data(), static_cast<size_t>(text.size()) * sizeof(QChar));
        text.clear();
    }
}

void wipe(QByteArray& bytes) {
    if (!bytes.isEmpty()) {
        sodium_memzero(bytes.data(), static_cast<size_t>(bytes.size()));
        bytes.clear();
    }
}

} // namespace kairos::security
