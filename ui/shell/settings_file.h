// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/appearance.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kairos::ui {

/// A practice this PC opened before.
struct OpenedPractice {
    QString path;
    QString name;
    bool synthetic = false;
    qint64 lastMs = 0; ///< UTC milliseconds

    bool operator==(const OpenedPractice&) const = default;
};

/// What this PC remembers for its user: no patient data, no secret.
struct DesktopSettings {
    QList<OpenedPractice> opened; ///< latest first, at most 8
    Appearance appearance;
    QByteArray geometry; ///< of the main window, as Qt writes it

    bool operator==(const DesktopSettings&) const = default;

    /// Puts the practice first.
    void remember(const OpenedPractice& practice);
    void forget(const QString& path);
};

/// The small JSON file of the user's settings folder.
class SettingsFile final {
public:
    /// An empty path keeps nothing.
    explicit SettingsFile(QString path) : m_path(std::move(path)) {}

    /// Defaults for what is missing or does not read: settings never keep the program from starting.
    [[nodiscard]] DesktopSettings load() const;
    /// A lost write is no harm and is not reported.
    void save(const DesktopSettings& settings) const;

private:
    QString m_path;
};

} // namespace kairos::ui
