// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/settings_file.h"

#include "core/base/result.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/unlock_key.h"

#include <QStackedWidget>

#include <memory>

namespace kairos::ui {

class Background;
class CreatePage;
class DemoDesk;
class FileDialogs;
class RecoveryPage;
class UnlockPage;
class WelcomePage;
struct UnlockTitle;

/// Everything between starting the program and being signed in: welcome, create, recovery code, unlock.
class FrontDoor final : public QStackedWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FrontDoor)

public:
    /// Both outlive the door. New practices are proposed in `folder`.
    FrontDoor(const workflow::Environment& environment, FileDialogs& files, const QString& folder,
              QWidget* parent = nullptr);
    ~FrontDoor() override;

    void showWelcome(const QList<OpenedPractice>& opened);
    /// Where the demo practice comes from; it outlives the door.
    void setDemoDesk(DemoDesk& demo);
    /// Opens the demo practice with somebody signed in.
    void exploreDemo();
    /// Asks for the passphrase of this file; a practice that stood open is closed first.
    void askToUnlock(const OpenedPractice& practice);
    /// The practice stays open, but somebody must sign in again.
    void lock(std::unique_ptr<workflow::OpenPractice> practice);
    /// The practice somebody signed into. \pre entered() was sent
    [[nodiscard]] std::unique_ptr<workflow::OpenPractice> takePractice();
    /// Whether the practice somebody entered is the demo: it is never locked, only left.
    [[nodiscard]] bool isDemo() const { return m_isDemo; }
    /// Asks which file to open.
    void chooseFile();
    void showCreate();

Q_SIGNALS:
    /// Somebody is signed in.
    void entered();
    void forgetRequested(const QString& path);

private:
    using Opening = base::Result<std::unique_ptr<workflow::OpenPractice>>;

    /// Most days see one of these pages: each is made when it is first asked for.
    WelcomePage& welcomePage();
    CreatePage& createPage();
    RecoveryPage& recoveryPage();
    UnlockPage& unlockPage();
    void connectUnlock();
    void openDemo();
    void create();
    void unlock(const QString& secret,
                base::Result<workflow::UnlockKey> (*derive)(const QString&, const QString&));
    void openWith(const workflow::UnlockKey& key);
    void askPerson();
    void signIn(const record::ClinicianId& person, const QString& password);
    void showPage(QWidget& page);
    [[nodiscard]] UnlockTitle titleOfOpen() const;

    workflow::Environment m_environment;
    FileDialogs& m_files;
    DemoDesk* m_demo = nullptr;
    std::unique_ptr<Background> m_background;
    std::unique_ptr<workflow::OpenPractice> m_practice;
    bool m_isDemo = false;
    OpenedPractice m_target;
    QString m_typed; ///< the passphrase while it may also be the password of the only clinician
    record::ClinicianId m_lastPerson;
    WelcomePage* m_welcome = nullptr;
    CreatePage* m_create = nullptr;
    RecoveryPage* m_recovery = nullptr;
    UnlockPage* m_unlock = nullptr;
    QString m_folder; ///< where new practices are proposed
};

} // namespace kairos::ui
