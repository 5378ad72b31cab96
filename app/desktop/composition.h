// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/demo_folder.h"

#include "ui/shared/file_dialogs.h"
#include "ui/shared/questions.h"
#include "ui/shared/theme_manager.h"
#include "ui/shell/main_window.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/workflow/catalog_source.h"
#include "core/workflow/session_clock.h"
#include "core/workflow/this_pc.h"

class QApplication;

namespace kairos::app {

/// Everything the desktop program is made of, in the order it is made.
class Composition final {
public:
    /// `application` is already made and outlives the composition.
    explicit Composition(QApplication& application);
    ~Composition();
    Q_DISABLE_COPY_MOVE(Composition)

    [[nodiscard]] ui::MainWindow& window() { return *m_window; }
    [[nodiscard]] DemoFolder& demo() { return m_demo; }
    [[nodiscard]] ui::ThemeManager& theme() { return m_theme; }
    [[nodiscard]] const workflow::Catalog& catalog() const { return m_catalog.get(); }

private:
    base::SystemClock m_pcClock;
    workflow::SessionClock m_clock{m_pcClock, workflow::sessionClockPath()};
    base::SystemRandom m_random;
    workflow::CatalogSource m_catalog;
    workflow::Environment m_environment;
    DemoFolder m_demo;
    ui::DialogQuestions m_questions;
    ui::SystemFileDialogs m_files;
    ui::ThemeId m_systemTheme; ///< read before the program dresses itself
    ui::ThemeManager m_theme;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace kairos::app
