// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/composition.h"

#include "ui/shared/icons.h"
#include "ui/shell/front_door.h"

#include "core/spelling/dictionary_files.h"
#include "core/workflow/this_pc.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>

namespace kairos::app {
namespace {

constexpr int kMiddleLightness = 128;

ui::ThemeId desktopTheme() {
    return QApplication::palette().window().color().lightness() < kMiddleLightness ? ui::ThemeId::Dark
                                                                                   : ui::ThemeId::Light;
}

QString settingsPath() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/kairos/desktop.json");
}

QString demoFolder() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(QStringLiteral("kairos/demo"));
}

QString practiceFolder() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .filePath(QStringLiteral("Kairos"));
}

} // namespace

Composition::Composition(QApplication& application)
    : m_catalog(workflow::CatalogSource::reading()),
      m_environment{.clock = m_clock,
                    .random = m_random,
                    .catalog = m_catalog,
                    .seenHeadsPath = workflow::seenHeadsPath(),
                    .sessionClock = &m_clock,
                    .dictionaryFolders = spelling::dictionaryFolders()},
      m_demo(demoFolder(), m_catalog),
      m_systemTheme(desktopTheme()),
      m_theme(application, m_systemTheme) {
    application.setWindowIcon(ui::applicationIcon());
    m_window = std::make_unique<ui::MainWindow>(ui::WindowParts{.environment = m_environment,
                                                                .questions = m_questions,
                                                                .files = m_files,
                                                                .settings = ui::SettingsFile(settingsPath()),
                                                                .theme = &m_theme,
                                                                .systemTheme = m_systemTheme,
                                                                .practiceFolder = practiceFolder()});
    m_window->door().setDemoDesk(m_demo);
}

Composition::~Composition() = default;

} // namespace kairos::app
