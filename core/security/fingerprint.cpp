// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/fingerprint.h"

#include "core/security/base32.h"
#include "core/security/words.h"

#include <algorithm>

namespace kairos::security {
namespace {

constexpr int kLettersShown = 16;
constexpr int kGroup = 4;

auto fingerprintUnreadable(const QString& why) {
    return base::fail(base::ErrorCode::InvalidInput, Words::tr("The fingerprint was not read"), why,
                      Words::tr("type the sixteen letters and digits as they stand at the foot of the page"));
}

} // namespace

Fingerprint Fingerprint::of(const Digest& digest) {
    Fingerprint fingerprint;
    std::copy_n(digest.bytes.begin(), fingerprint.bytes.size(), fingerprint.bytes.begin());
    return fingerprint;
}

QString Fingerprint::toString() const {
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QString text;
    const QList<int> values = toBase32Values(view);
    for (int i = 0; i < values.size(); ++i) {
        if (i > 0 && i % kGroup == 0) {
            text += u'-';
        }
        text += base32Letter(values.at(i));
    }
    return text;
}

base::Result<Fingerprint> Fingerprint::parse(QStringView text) {
    Fingerprint fingerprint;
    int letters = 0;
    for (const QChar letter : text) {
        if (letter.isSpace() || letter == u'-') {
            continue;
        }
        const auto value = base32Value(letter);
        if (!value) {
            return fingerprintUnreadable(Words::tr("it never holds the letter or sign \"%1\"").arg(letter));
        }
        for (int bit = 0; bit < 5 && letters < kLettersShown; ++bit) {
            const int place = letters * 5 + bit;
            const auto isSet = (static_cast<unsigned>(*value) >> (4 - bit)) & 1U;
            fingerprint.bytes.at(static_cast<size_t>(place / 8)) |=
                static_cast<quint8>(isSet << (7 - place % 8));
        }
        ++letters;
    }
    if (letters != kLettersShown) {
        return fingerprintUnreadable(Words::tr("it has 16 letters and digits, not %1").arg(letters));
    }
    return fingerprint;
}

} // namespace kairos::security
