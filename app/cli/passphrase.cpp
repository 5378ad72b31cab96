// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/passphrase.h"

#include "app/cli/arguments.h"

#include <QFile>
#include <QStringDecoder>

#include <cstdio>

namespace kairos::cli {
namespace {

constexpr qint64 kLongest = 4096;

} // namespace

Option passphraseOption() {
    return {QStringLiteral("--passphrase-file"), QStringLiteral("F"),
            QStringLiteral("file whose first line is the passphrase; - for standard input"), Takes::Value,
            Need::Required};
}

base::Result<QString> readSecret(const QString& file) {
    QFile source(file);
    const bool isOpen = file == QLatin1String("-") ? source.open(stdin, QIODevice::ReadOnly)
                                                   : source.open(QIODevice::ReadOnly);
    if (!isOpen) {
        return usageError(QStringLiteral("%1 cannot be read").arg(file),
                          QStringLiteral("check its name and its rights"));
    }
    QByteArray line = source.readLine(kLongest + 2);
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    if (line.isEmpty() || line.size() > kLongest) {
        return usageError(QStringLiteral("the first line of %1 is empty or too long").arg(file),
                          QStringLiteral("write the passphrase into its first line"));
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString secret = decoder(line);
    if (decoder.hasError()) {
        return usageError(QStringLiteral("the first line of %1 is not UTF-8").arg(file),
                          QStringLiteral("save the file as UTF-8"));
    }
    return secret;
}

} // namespace kairos::cli
