// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/key_file.h"

#include "core/security/hash.h"
#include "core/security/sodium.h"
#include "core/security/words.h"

#include "core/base/check.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sodium.h>

#include <algorithm>
#include <utility>

namespace kairos::security {
namespace {

using base::ErrorCode;
using base::fail;

constexpr int kFormat = 1;
constexpr size_t kKeyBytes = 32;
constexpr double kLargestWholeNumber = 9007199254740992.0; // 2^53: JSON numbers are exact up to here
constexpr QLatin1String kKind("kairos-key");
constexpr QLatin1String kAlgorithm("argon2id13");

auto damaged(const QString& why) {
    return fail(ErrorCode::Damaged, Words::tr("The key file was not read"), why,
                Words::tr("take the key file of a backup, or open the practice with its recovery code"));
}

std::array<quint8, 16> checkOf(const SecretBytes& key) {
    const Digest digest = keyedBlake2b256(key, QByteArrayView("kairos practice key check 1"));
    std::array<quint8, 16> check{};
    std::copy_n(digest.bytes.begin(), check.size(), check.begin());
    return check;
}

QString toHex(const std::array<quint8, 16>& bytes) {
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()))
            .toHex());
}

std::optional<std::array<quint8, 16>> sixteenBytes(const QJsonValue& value) {
    const QByteArray text = value.toString().toLatin1().toLower();
    const QByteArray bytes = QByteArray::fromHex(text);
    if (bytes.size() != 16 || bytes.toHex() != text) {
        return std::nullopt;
    }
    std::array<quint8, 16> array{};
    std::copy(bytes.begin(), bytes.end(), array.begin());
    return array;
}

std::optional<quint64> wholeNumber(const QJsonValue& value) {
    const double number = value.toDouble(-1.0);
    if (!(number >= 0.0 && number <= kLargestWholeNumber)) {
        return std::nullopt;
    }
    const auto whole = static_cast<quint64>(number);
    return static_cast<double>(whole) == number ? std::optional(whole) : std::nullopt;
}

} // namespace

QByteArray KeyFile::toJson() const {
    const QJsonObject object{{QStringLiteral("kind"), kKind},
                             {QStringLiteral("format"), format},
                             {QStringLiteral("algorithm"), kAlgorithm},
                             {QStringLiteral("operations"), static_cast<double>(cost.operations)},
                             {QStringLiteral("memory_bytes"), static_cast<double>(cost.memoryBytes)},
                             {QStringLiteral("salt"), toHex(salt)},
                             {QStringLiteral("check"), toHex(check)}};
    return QJsonDocument(object).toJson();
}

base::Result<KeyFile> KeyFile::fromJson(const QByteArray& json) {
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(QLatin1String("kind")).toString() != kKind) {
        return damaged(Words::tr("it is not a Kairos key file, or it is damaged"));
    }
    const auto format = wholeNumber(object.value(QLatin1String("format")));
    if (format && *format > static_cast<quint64>(kFormat)) {
        return fail(ErrorCode::Refused, Words::tr("The key file was not read"),
                    Words::tr("it was written by a newer Kairos"),
                    Words::tr("install the newer version on this PC"));
    }
    if (format != static_cast<quint64>(kFormat) ||
        object.value(QLatin1String("algorithm")).toString() != kAlgorithm) {
        return damaged(Words::tr("its format is not known"));
    }
    const auto operations = wholeNumber(object.value(QLatin1String("operations")));
    const auto memory = wholeNumber(object.value(QLatin1String("memory_bytes")));
    const auto salt = sixteenBytes(object.value(QLatin1String("salt")));
    const auto check = sixteenBytes(object.value(QLatin1String("check")));
    if (!operations || !memory || !salt || !check) {
        return damaged(Words::tr("a part of it is missing or damaged"));
    }
    const KeyFile file{kFormat, KeyCost{*operations, *memory}, *salt, *check};
    if (!file.cost.isBearable()) {
        return damaged(Words::tr("it asks for more work or memory than Kairos allows"));
    }
    return file;
}

base::Outcome checkNewPassphrase(const QString& passphrase) {
    const QList<uint> characters = passphrase.normalized(QString::NormalizationForm_KC).toUcs4();
    const auto refuse = [](const QString& why) {
        return fail(ErrorCode::InvalidInput, Words::tr("The new passphrase was not accepted"), why,
                    Words::tr("choose a longer one, e.g. four or five unrelated words"));
    };
    if (characters.size() < kLeastPassphraseCharacters) {
        return refuse(Words::tr("it has fewer than %1 characters").arg(kLeastPassphraseCharacters));
    }
    const auto isFirst = [&characters](uint character) { return character == characters.first(); };
    if (std::all_of(characters.begin(), characters.end(), isFirst)) {
        return refuse(Words::tr("it is one character over and over"));
    }
    return {};
}

base::Result<NewKey> makeKeyFile(const QString& passphrase, KeyCost cost) {
    return makeKeyFile(passphrase, cost, randomSalt());
}

base::Result<NewKey> makeKeyFile(const QString& passphrase, KeyCost cost, const Salt& salt) {
    if (const auto accepted = checkNewPassphrase(passphrase); !accepted) {
        return tl::unexpected(accepted.error());
    }
    auto key = deriveUncheckedKey(passphrase, cost, salt);
    if (!key) {
        return tl::unexpected(key.error());
    }
    const KeyFile file = keyFileOf(*key, cost);
    return NewKey{file, std::move(*key)};
}

base::Result<PracticeKey> deriveKey(const QString& passphrase, const KeyFile& file) {
    auto key = deriveUncheckedKey(passphrase, file.cost, file.salt);
    if (key && !keyFits(*key, file)) {
        return fail(ErrorCode::WrongPassphrase, Words::tr("The practice was not opened"),
                    Words::tr("the passphrase does not fit"),
                    Words::tr("type it again, or use the recovery code"));
    }
    return key;
}

base::Result<PracticeKey> deriveUncheckedKey(const QString& passphrase, KeyCost cost, const Salt& salt) {
    KAIROS_CHECK(cost.isBearable());
    initialise();
    const SecretBytes secret = SecretBytes::fromText(passphrase);
    SecretBytes key(kKeyBytes);
    const int derived = crypto_pwhash(key.data(), key.size(), reinterpret_cast<const char*>(secret.data()),
                                      secret.size(), salt.data(), cost.operations,
                                      static_cast<size_t>(cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13);
    if (derived != 0) {
        return fail(
            ErrorCode::Refused, Words::tr("The practice was not unlocked"),
            Words::tr("this PC has less than %1 MiB of free memory").arg(cost.memoryBytes / (1024 * 1024)),
            Words::tr("close other programs and try again"));
    }
    return PracticeKey(std::move(key), salt);
}

bool keyFits(const PracticeKey& key, const KeyFile& file) {
    const auto check = checkOf(key.key());
    return sodium_memcmp(check.data(), file.check.data(), check.size()) == 0;
}

KeyFile keyFileOf(const PracticeKey& key, KeyCost cost) {
    return KeyFile{kFormat, cost, key.salt(), checkOf(key.key())};
}

} // namespace kairos::security
