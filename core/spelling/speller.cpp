// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spelling/speller.h"

#include "core/spelling/dictionary_check.h"
#include "core/spelling/words.h"

#include <QDir>
#include <QFile>
#include <QStringDecoder>
#include <QStringEncoder>

#include <hunspell.hxx>

#include <optional>
#include <string>

namespace kairos::spelling {
namespace {

constexpr QChar kTypeset{0x2019}; ///< the apostrophe of word processors

/// A path as the library takes it.
QByteArray pathOf(const QString& path) {
#ifdef Q_OS_WIN
    // With this in front it reads the path as UTF-8.
    return QByteArray("\\\\?\\") + QDir::toNativeSeparators(QDir::cleanPath(path)).toUtf8();
#else
    return QFile::encodeName(path);
#endif
}

/// Dictionaries know the plain apostrophe, all of them.
QString plain(const QString& word) {
    return word.normalized(QString::NormalizationForm_C).replace(kTypeset, QLatin1Char('\''));
}

} // namespace

struct Speller::Loaded {
    Hunspell dictionary;
    QStringEncoder encode;
    QStringDecoder decode;

    /// None where the encoding has not all of its letters.
    std::optional<std::string> bytesOf(const QString& word) {
        encode.resetState();
        const QByteArray bytes = encode(plain(word));
        if (encode.hasError()) {
            return std::nullopt;
        }
        return bytes.toStdString();
    }
};

Speller::Speller(std::unique_ptr<Loaded> loaded) : m_loaded(std::move(loaded)) {}

Speller::~Speller() = default;

base::Result<std::shared_ptr<const Speller>> Speller::open(const DictionaryFiles& files) {
    const auto encoding = checkedEncoding(files);
    if (!encoding) {
        return tl::unexpected<base::Error>(encoding.error());
    }
    try {
        std::unique_ptr<Loaded> loaded(
            new Loaded{Hunspell(pathOf(files.aff).constData(), pathOf(files.dic).constData()),
                       QStringEncoder(encoding->constData()), QStringDecoder(encoding->constData())});
        return std::shared_ptr<const Speller>(new Speller(std::move(loaded)));
    } catch (const std::exception&) {
        // What the library throws at a file that is not as it should be; memory that is not there too.
        return base::fail(base::ErrorCode::Damaged,
                          Words::tr("The dictionary %1 is not used").arg(files.language),
                          Words::tr("it could not be loaded"),
                          Words::tr("install it anew, or choose another one in the settings"));
    }
}

bool Speller::isGood(const QString& word) const {
    const auto bytes = m_loaded->bytesOf(word);
    return bytes && m_loaded->dictionary.spell(*bytes);
}

QStringList Speller::suggestions(const QString& word) const {
    const auto bytes = m_loaded->bytesOf(word);
    QStringList words;
    for (const std::string& one : bytes ? m_loaded->dictionary.suggest(*bytes) : std::vector<std::string>()) {
        m_loaded->decode.resetState();
        words.append(m_loaded->decode(QByteArray::fromStdString(one)));
    }
    return words;
}

} // namespace kairos::spelling
