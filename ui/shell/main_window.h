// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/appearance.h"
#include "ui/shared/kiosk.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/settings_file.h"

#include "core/workflow/environment.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>

class QStackedWidget;

namespace kairos::ui {

class FrontDoor;
class IdleLock;
class KioskScreen;
class ThemeManager;
class WindowMenu;
class WorkArea;

/// What the window is made of; everything referred to outlives it.
struct WindowParts {
    const workflow::Environment& environment;
    Questions& questions;
    FileDialogs& files;
    SettingsFile settings;
    ThemeManager* theme = nullptr;        ///< null in tests that dress the application themselves
    ThemeId systemTheme = ThemeId::Light; ///< what the desktop itself shows
    QString practiceFolder;               ///< where new practices are proposed
};

/// The one window: the front door while nobody is signed in, the work area after, and a patient's form alone
/// while a patient holds the device.
class MainWindow final : public QMainWindow, public AppearanceDesk, public KioskDesk {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(const WindowParts& parts, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Shows the window as it was left; the first time in its own size, or filling a screen that has no room
    /// for that.
    void showOnDesk();
    /// Asks for the passphrase of a file, e.g. one named on the command line.
    void askToUnlock(const QString& path);
    /// Drafts are kept, pages go, somebody must sign in again.
    void lock();
    /// Drafts are kept, the file is closed.
    void closePractice();
    /// Shows the keys of the page and of the window.
    void showKeys();
    void showGoTo();
    /// Opens the search: in the record of the patient whose page is shown, else in the practice.
    void showFind();
    void showAbout();

    [[nodiscard]] Appearance appearance() const override;
    void setAppearance(const Appearance& appearance) override;

    /// Nothing but the form is to be seen or reached until the person signed in types the password, or the
    /// lock falls. \pre somebody is signed in, and no patient holds the screen
    void handOver(std::unique_ptr<KioskForm> form) override;
    /// Null while no patient holds the screen.
    [[nodiscard]] KioskScreen* kiosk() const { return m_kiosk; }

    /// Null while nobody is signed in.
    [[nodiscard]] WorkArea* work() const { return m_work; }
    [[nodiscard]] FrontDoor& door() const { return *m_door; }
    [[nodiscard]] PageRegistry& pages() { return m_pages; }
    [[nodiscard]] IdleLock& idleLock() { return *m_idle; }

Q_SIGNALS:
    /// Somebody signed in, locked or left.
    void stateChanged();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void enter();
    void leaveWork();
    void takeBack();
    void dropKiosk();
    void closeDialogs();
    void applyAppearance();
    void saveSettings();
    void tick();
    void showTitle();

    workflow::Environment m_environment;
    Questions& m_questions;
    FileDialogs& m_files;
    SettingsFile m_settingsFile;
    DesktopSettings m_settings;
    ThemeManager* m_theme;
    ThemeId m_systemTheme;
    PageRegistry m_pages;
    QStackedWidget* m_stack;
    FrontDoor* m_door;
    WorkArea* m_work = nullptr;
    KioskScreen* m_kiosk = nullptr;
    Qt::WindowStates m_stateBeforeKiosk = Qt::WindowNoState;
    IdleLock* m_idle;
    WindowMenu* m_menu;
    QTimer m_second;
    std::optional<Place> m_lockedPlace; ///< where the person was who locked
    record::ClinicianId m_lockedBy;
    bool m_isLockedPlaceUrgent = false; ///< it comes first, whoever signs in
};

} // namespace kairos::ui
