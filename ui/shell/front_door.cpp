// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/front_door.h"

#include "ui/shell/create_page.h"
#include "ui/shell/demo_desk.h"
#include "ui/shell/front_art.h"
#include "ui/shell/opened_model.h"
#include "ui/shell/recovery_page.h"
#include "ui/shell/unlock_page.h"
#include "ui/shell/welcome_page.h"

#include "ui/shared/background.h"
#include "ui/shared/file_dialogs.h"

#include "core/base/check.h"
#include "core/security/secret_bytes.h"

#include <QDir>
#include <QFileInfo>
#include <QTimer>

namespace kairos::ui {
namespace {

/// Long enough for the page to be painted before the window is busy.
constexpr int kPaintMs = 40;

} // namespace

FrontDoor::FrontDoor(const workflow::Environment& environment, FileDialogs& files, const QString& folder,
                     QWidget* parent)
    : QStackedWidget(parent),
      m_environment(environment),
      m_files(files),
      m_background(std::make_unique<Background>()),
      m_folder(folder) {}

FrontDoor::~FrontDoor() = default;

WelcomePage& FrontDoor::welcomePage() {
    if (m_welcome == nullptr) {
        m_welcome = new WelcomePage;
        addWidget(makeFrontPage(m_welcome, this));
        connect(m_welcome, &WelcomePage::createRequested, this, &FrontDoor::showCreate);
        connect(m_welcome, &WelcomePage::chooseRequested, this, &FrontDoor::chooseFile);
        connect(m_welcome, &WelcomePage::demoRequested, this, &FrontDoor::exploreDemo);
        connect(m_welcome, &WelcomePage::openRequested, this, &FrontDoor::askToUnlock);
        connect(m_welcome, &WelcomePage::forgetRequested, this, &FrontDoor::forgetRequested);
    }
    return *m_welcome;
}

CreatePage& FrontDoor::createPage() {
    if (m_create == nullptr) {
        m_create = new CreatePage(m_files, m_folder);
        addWidget(makeFrontPage(m_create, this));
        connect(m_create, &CreatePage::createRequested, this, [this] {
            m_create->setWorking(tr("Deriving the key and writing the file …"));
            QTimer::singleShot(kPaintMs, this, &FrontDoor::create);
        });
        connect(m_create, &CreatePage::left, this, [this] { showPage(welcomePage()); });
    }
    return *m_create;
}

RecoveryPage& FrontDoor::recoveryPage() {
    if (m_recovery == nullptr) {
        m_recovery = new RecoveryPage(m_files);
        addWidget(makeFrontPage(m_recovery, this));
        connect(m_recovery, &RecoveryPage::kept, this, [this] {
            m_recovery->forget();
            Q_EMIT entered();
        });
    }
    return *m_recovery;
}

UnlockPage& FrontDoor::unlockPage() {
    if (m_unlock == nullptr) {
        m_unlock = new UnlockPage;
        addWidget(makeFrontPage(m_unlock, this));
        connectUnlock();
    }
    return *m_unlock;
}

void FrontDoor::connectUnlock() {
    connect(m_unlock, &UnlockPage::passphraseGiven, this, [this](const QString& passphrase) {
        m_typed = passphrase;
        unlock(passphrase, &workflow::deriveUnlockKey);
    });
    connect(m_unlock, &UnlockPage::codeGiven, this, [this](const QString& code) {
        m_typed.clear();
        unlock(code, &workflow::unlockKeyFromCode);
    });
    connect(m_unlock, &UnlockPage::personGiven, this, &FrontDoor::signIn);
    connect(m_unlock, &UnlockPage::reasonGiven, this, [this](const QString& reason) {
        if (const auto accepted = m_practice->acceptOlder(reason); !accepted) {
            m_unlock->showError(accepted.error());
            return;
        }
        askPerson();
    });
    connect(m_unlock, &UnlockPage::anotherRequested, this, &FrontDoor::chooseFile);
}

void FrontDoor::showWelcome(const QList<OpenedPractice>& opened) {
    m_practice.reset();
    m_isDemo = false;
    welcomePage().showOpened(opened);
    showPage(welcomePage());
}

void FrontDoor::showCreate() {
    m_practice.reset();
    m_isDemo = false;
    createPage().setWorking({});
    showPage(createPage());
}

void FrontDoor::chooseFile() {
    m_files.askOpen({.title = tr("Which practice?"), .filters = {tr("Kairos practice (*.kairos)")}}, *this,
                    [this](const QString& path) { askToUnlock({.path = path, .name = {}}); });
}

void FrontDoor::askToUnlock(const OpenedPractice& practice) {
    m_practice.reset();
    m_isDemo = false;
    m_target = practice;
    security::wipe(m_typed);
    m_lastPerson = {};
    unlockPage().setWorking({});
    unlockPage().askPassphrase({practice.path, openedName(practice), practice.synthetic});
    showPage(unlockPage());
}

void FrontDoor::lock(std::unique_ptr<workflow::OpenPractice> practice) {
    m_practice = std::move(practice);
    m_lastPerson = m_practice->signedIn() ? m_practice->signedIn()->id : record::ClinicianId{};
    m_practice->signOut();
    m_typed.clear();
    askPerson();
}

std::unique_ptr<workflow::OpenPractice> FrontDoor::takePractice() {
    KAIROS_CHECK(m_practice != nullptr && m_practice->signedIn());
    return std::move(m_practice);
}

void FrontDoor::setDemoDesk(DemoDesk& demo) {
    m_demo = &demo;
    welcomePage().offerDemo();
}

void FrontDoor::exploreDemo() {
    if (m_demo == nullptr) {
        return;
    }
    m_practice.reset();
    welcomePage().setWorking(tr("Making the demo practice …"));
    QTimer::singleShot(kPaintMs, this, &FrontDoor::openDemo);
}

void FrontDoor::openDemo() {
    auto opened = m_demo->openDemo();
    welcomePage().setWorking({});
    if (!opened) {
        welcomePage().showError(opened.error());
        return;
    }
    m_practice = std::move(*opened);
    m_isDemo = true;
    Q_EMIT entered();
}

void FrontDoor::create() {
    const auto wanted = createPage().wanted();
    QDir().mkpath(QFileInfo(wanted.path).absolutePath());
    auto made = workflow::OpenPractice::create(wanted, m_environment);
    createPage().setWorking({});
    if (!made) {
        createPage().showError(made.error());
        return;
    }
    createPage().clearSecrets();
    m_practice = std::move(*made);
    recoveryPage().showCode(m_practice->practice().name, m_practice->recoveryCode());
    showPage(recoveryPage());
}

void FrontDoor::unlock(const QString& secret,
                       base::Result<workflow::UnlockKey> (*derive)(const QString&, const QString&)) {
    unlockPage().setWorking(tr("Deriving the key …"));
    m_background->run(
        *this, [path = m_target.path, secret, derive](const CancelToken&) { return derive(path, secret); },
        [this, path = m_target.path](const base::Result<workflow::UnlockKey>& key) {
            unlockPage().setWorking({});
            if (path != m_target.path) {
                return;
            }
            if (!key) {
                security::wipe(m_typed);
                unlockPage().showError(key.error());
                return;
            }
            openWith(*key);
        });
}

void FrontDoor::openWith(const workflow::UnlockKey& key) {
    auto opened = workflow::OpenPractice::openWithKey(m_target.path, *key, m_environment);
    if (!opened) {
        unlockPage().showError(opened.error());
        return;
    }
    m_practice = std::move(*opened);
    if (m_practice->olderThanSeen()) {
        unlockPage().askOlder(*m_practice->olderThanSeen());
        return;
    }
    askPerson();
}

UnlockTitle FrontDoor::titleOfOpen() const {
    return {m_practice->path(), m_practice->practice().name, m_practice->practice().synthetic};
}

void FrontDoor::askPerson() {
    const auto people = m_practice->clinicians();
    if (!people) {
        unlockPage().showError(people.error());
        return;
    }
    const QString typed = std::exchange(m_typed, QString());
    // Who works alone types one secret for both.
    if (people->size() == 1 && !typed.isEmpty() && m_practice->signIn(people->first().id, typed)) {
        unlockPage().clearSecrets();
        Q_EMIT entered();
        return;
    }
    unlockPage().askPerson(titleOfOpen(), *people, m_lastPerson);
    showPage(unlockPage());
}

void FrontDoor::signIn(const record::ClinicianId& person, const QString& password) {
    if (const auto signedIn = m_practice->signIn(person, password); !signedIn) {
        unlockPage().showError(signedIn.error());
        return;
    }
    unlockPage().clearSecrets();
    Q_EMIT entered();
}

void FrontDoor::showPage(QWidget& page) {
    for (int i = 0; i < count(); ++i) {
        if (widget(i)->isAncestorOf(&page)) {
            setCurrentIndex(i);
        }
    }
    page.setFocus(Qt::OtherFocusReason);
}

} // namespace kairos::ui
