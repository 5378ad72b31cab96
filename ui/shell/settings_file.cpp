// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace kairos::ui {
namespace {

constexpr int kMostOpened = 8;
constexpr double kLeastPoints = 8;
constexpr double kMostPoints = 16;

QJsonObject toJson(const OpenedPractice& practice) {
    return {{QStringLiteral("path"), practice.path},
            {QStringLiteral("name"), practice.name},
            {QStringLiteral("synthetic"), practice.synthetic},
            {QStringLiteral("last_ms"), practice.lastMs}};
}

OpenedPractice openedFrom(const QJsonObject& json) {
    return {json.value(QLatin1String("path")).toString(), json.value(QLatin1String("name")).toString(),
            json.value(QLatin1String("synthetic")).toBool(),
            json.value(QLatin1String("last_ms")).toInteger()};
}

} // namespace

void DesktopSettings::remember(const OpenedPractice& practice) {
    forget(practice.path);
    opened.prepend(practice);
    while (opened.size() > kMostOpened) {
        opened.removeLast();
    }
}

void DesktopSettings::forget(const QString& path) {
    opened.removeIf([&](const OpenedPractice& known) { return known.path == path; });
}

DesktopSettings SettingsFile::load() const {
    DesktopSettings settings;
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return settings;
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    for (const auto& entry : json.value(QLatin1String("opened")).toArray()) {
        const OpenedPractice practice = openedFrom(entry.toObject());
        if (!practice.path.isEmpty() && settings.opened.size() < kMostOpened) {
            settings.opened.append(practice);
        }
    }
    settings.appearance.theme = themeChoiceFromName(json.value(QLatin1String("theme")).toString());
    settings.appearance.points =
        qBound(kLeastPoints, json.value(QLatin1String("points")).toDouble(10), kMostPoints);
    settings.geometry = QByteArray::fromBase64(json.value(QLatin1String("geometry")).toString().toLatin1());
    return settings;
}

void SettingsFile::save(const DesktopSettings& settings) const {
    if (m_path.isEmpty()) {
        return;
    }
    QJsonArray opened;
    for (const OpenedPractice& practice : settings.opened) {
        opened.append(toJson(practice));
    }
    const QJsonObject json{{QStringLiteral("opened"), opened},
                           {QStringLiteral("theme"), themeChoiceName(settings.appearance.theme)},
                           {QStringLiteral("points"), settings.appearance.points},
                           {QStringLiteral("geometry"), QString::fromLatin1(settings.geometry.toBase64())}};
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(json).toJson());
        file.commit();
    }
}

} // namespace kairos::ui
