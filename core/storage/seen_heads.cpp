// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/seen_heads.h"

#include "core/storage/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSaveFile>

namespace kairos::storage {
namespace {

QJsonObject readAll(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

std::optional<SeenHead> SeenHeads::find(const record::PracticeId& practice) const {
    const auto entry = readAll(m_path).value(practice.toString()).toObject();
    const auto hash = security::Digest::fromHex(entry.value(QLatin1String("hash")).toString());
    if (!hash) {
        return std::nullopt;
    }
    SeenHead seen;
    seen.practice = practice;
    seen.head = JournalHead{entry.value(QLatin1String("count")).toInteger(), *hash};
    seen.seenMs = entry.value(QLatin1String("seen_ms")).toInteger();
    return seen;
}

void SeenHeads::remember(const SeenHead& seen) const {
    auto all = readAll(m_path);
    all.insert(seen.practice.toString(), QJsonObject{{QStringLiteral("count"), seen.head.count},
                                                     {QStringLiteral("hash"), seen.head.hash.toHex()},
                                                     {QStringLiteral("seen_ms"), seen.seenMs}});
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(all).toJson());
        file.commit();
    }
}

base::Outcome checkNotOlder(PracticeFile& file, const std::optional<SeenHead>& seen) {
    if (!seen || seen->head.count == 0) {
        return {};
    }
    const auto hash = file.hashAt(seen->head.count);
    if (!hash) {
        return tl::unexpected<base::Error>(hash.error());
    }
    if (*hash == seen->head.hash) {
        return {};
    }
    const auto when = QDateTime::fromMSecsSinceEpoch(seen->seenMs);
    return base::fail(base::ErrorCode::Refused, Words::tr("The practice was not opened"),
                      Words::tr("this file is older than what this PC saw on %1, or its past was changed")
                          .arg(QLocale().toString(when, QLocale::ShortFormat)),
                      Words::tr("look for the newer file, or open this one with a reason, which is kept"));
}

} // namespace kairos::storage
