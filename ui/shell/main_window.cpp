// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/shell/front_door.h"
#include "ui/shell/go_to_box.h"
#include "ui/shell/idle_lock.h"
#include "ui/shell/key_sheet.h"
#include "ui/shell/kiosk_screen.h"
#include "ui/shell/pages.h"
#include "ui/shell/rail.h"
#include "ui/shell/window_menu.h"
#include "ui/shell/work_area.h"

#include "ui/shared/theme_manager.h"
#include "ui/shared/type_scale.h"

#include "core/base/check.h"
#include "core/base/clock.h"
#include "core/workflow/private_access.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QScreen>
#include <QStackedWidget>

namespace kairos::ui {
namespace {

constexpr int kSecondMs = 1'000;
constexpr QSize kFirstSize(1366, 768);
constexpr QSize kLeastSize(900, 560);
constexpr int kTitleBar = 40; ///< at least, of what a desktop puts around a window

QList<KeyHint> windowKeys() {
    const auto key = [](QKeySequence sequence) { return keyText(sequence); };
    QList<KeyHint> keys{
        {key(Qt::CTRL | Qt::Key_K), MainWindow::tr("go to a patient or a place")},
        {keyText(kFindKey), MainWindow::tr("find in notes and names")},
        {key(Qt::ALT | Qt::Key_Left), MainWindow::tr("back")},
        {key(QKeySequence::Undo), MainWindow::tr("take the last change back, while it is offered")},
        {key(Qt::CTRL | Qt::Key_L), MainWindow::tr("lock")},
        {keyText(QKeySequence(Qt::Key_F1)), MainWindow::tr("this sheet")},
        {QStringLiteral("Alt"), MainWindow::tr("menu with every command")}};
    return keys;
}

} // namespace

MainWindow::MainWindow(const WindowParts& parts, QWidget* parent)
    : QMainWindow(parent),
      m_environment(parts.environment),
      m_questions(parts.questions),
      m_files(parts.files),
      m_settingsFile(parts.settings),
      m_settings(m_settingsFile.load()),
      m_theme(parts.theme),
      m_systemTheme(parts.systemTheme),
      m_stack(new QStackedWidget(this)),
      m_door(new FrontDoor(m_environment, m_files, parts.practiceFolder, m_stack)),
      m_idle(new IdleLock(m_environment.clock, this)),
      m_menu(new WindowMenu(*this)) {
    registerPages(m_pages, *this);
    setMinimumSize(kLeastSize);
    resize(kFirstSize);
    if (!m_settings.geometry.isEmpty()) {
        restoreGeometry(m_settings.geometry);
    }
    m_stack->addWidget(m_door);
    setCentralWidget(m_stack);
    applyAppearance();
    connect(m_door, &FrontDoor::entered, this, &MainWindow::enter);
    connect(m_door, &FrontDoor::forgetRequested, this, [this](const QString& path) {
        m_settings.forget(path);
        saveSettings();
        m_door->showWelcome(m_settings.opened);
    });
    connect(m_idle, &IdleLock::due, this, &MainWindow::lock);
    connect(&m_second, &QTimer::timeout, this, &MainWindow::tick);
    m_second.start(kSecondMs);
    m_door->showWelcome(m_settings.opened);
    showTitle();
}

MainWindow::~MainWindow() {
    delete m_work;
}

void MainWindow::showOnDesk() {
    const QSize room = screen()->availableSize() - QSize(0, kTitleBar);
    const bool fits = room.expandedTo(kFirstSize) == room;
    if (m_settings.geometry.isEmpty() && !fits) {
        showMaximized();
    } else {
        show();
    }
}

void MainWindow::askToUnlock(const QString& path) {
    leaveWork();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    for (const OpenedPractice& known : std::as_const(m_settings.opened)) {
        if (known.path == absolute) {
            m_door->askToUnlock(known);
            return;
        }
    }
    m_door->askToUnlock({.path = absolute, .name = {}});
}

void MainWindow::enter() {
    auto practice = m_door->takePractice();
    const auto person = practice->signedIn()->id;
    if (!m_door->isDemo()) {
        m_settings.remember({practice->path(), practice->practice().name, practice->practice().synthetic,
                             m_environment.clock.nowMs()});
        saveSettings();
    }
    const int minutes = practice->practice().idleLockMinutes;
    m_work = new WorkArea(std::move(practice), {m_pages, m_questions, m_files, *this}, m_stack);
    connect(m_work, &WorkArea::lockRequested, this, &MainWindow::lock);
    connect(m_work, &WorkArea::pageChanged, this, &MainWindow::showTitle);
    connect(&m_work->practice().hub(), &workflow::ChangeHub::changed, m_work,
            [this] { m_idle->setMinutes(m_work->practice().practice().idleLockMinutes); });
    m_stack->addWidget(m_work);
    const bool isSame = m_lockedPlace && (m_lockedBy == person || m_isLockedPlaceUrgent);
    // Its page stands before it is seen: shown first, everything would be laid out twice.
    m_work->open(isSame ? *m_lockedPlace : m_work->firstPlace());
    m_stack->setCurrentWidget(m_work);
    m_lockedPlace.reset();
    m_isLockedPlaceUrgent = false;
    m_idle->start(minutes);
    tick();
    showTitle();
    Q_EMIT stateChanged();
}

void MainWindow::lock() {
    if (m_work == nullptr) {
        return;
    }
    if (m_door->isDemo()) {
        // Nobody has a password there; it starts afresh the next time.
        closePractice();
        return;
    }
    // Whatever the page thinks of being left: the lock falls, and its draft is kept.
    static_cast<void>(m_work->mayLeave());
    closeDialogs();
    m_lockedPlace = m_kiosk != nullptr ? m_kiosk->form().next() : m_work->place();
    m_isLockedPlaceUrgent = m_kiosk != nullptr && m_kiosk->form().isUrgent();
    dropKiosk();
    m_lockedBy = m_work->practice().signedIn()->id;
    m_idle->stop();
    auto practice = m_work->takePractice();
    m_stack->setCurrentWidget(m_door);
    m_stack->removeWidget(m_work);
    std::exchange(m_work, nullptr)->deleteLater();
    m_door->lock(std::move(practice));
    showTitle();
    Q_EMIT stateChanged();
}

void MainWindow::closeDialogs() {
    // A question may name a patient: none stays over the locked window.
    for (QDialog* dialog : findChildren<QDialog*>()) {
        dialog->reject();
    }
}

void MainWindow::leaveWork() {
    if (m_work == nullptr) {
        return;
    }
    closeDialogs();
    static_cast<void>(m_work->mayLeave());
    dropKiosk();
    m_idle->stop();
    m_lockedPlace.reset();
    m_isLockedPlaceUrgent = false;
    const auto practice = m_work->takePractice();
    m_stack->setCurrentWidget(m_door);
    m_stack->removeWidget(m_work);
    std::exchange(m_work, nullptr)->deleteLater();
    Q_EMIT stateChanged();
}

void MainWindow::handOver(std::unique_ptr<KioskForm> form) {
    KAIROS_CHECK(m_work != nullptr && m_kiosk == nullptr);
    closeDialogs();
    // Behind a form that a patient holds nothing of the clinician's own stays open.
    workflow::PrivateAccess(m_work->practice()).close();
    m_kiosk = new KioskScreen(std::move(form), m_work->practice(), m_stack);
    connect(m_kiosk, &KioskScreen::unlocked, this, &MainWindow::takeBack);
    connect(m_kiosk, &KioskScreen::lockRequested, this, &MainWindow::lock);
    m_menu->setHeld(true);
    m_stack->addWidget(m_kiosk);
    m_stack->setCurrentWidget(m_kiosk);
    m_kiosk->showForm();
    showTitle();
    // The form alone: no title bar with its buttons, nothing of other programs.
    m_stateBeforeKiosk = windowState();
    setWindowState(m_stateBeforeKiosk | Qt::WindowFullScreen);
}

void MainWindow::takeBack() {
    const Place place = m_kiosk->form().next();
    dropKiosk();
    m_stack->setCurrentWidget(m_work);
    m_work->replace(place);
}

void MainWindow::dropKiosk() {
    if (m_kiosk == nullptr) {
        return;
    }
    // The form writes its draft while its person is still signed in.
    m_kiosk->form().keep();
    m_stack->removeWidget(m_kiosk);
    m_kiosk->hide();
    std::exchange(m_kiosk, nullptr)->deleteLater();
    m_menu->setHeld(false);
    setWindowState(m_stateBeforeKiosk);
}

void MainWindow::closePractice() {
    leaveWork();
    m_lockedPlace.reset();
    m_door->showWelcome(m_settings.opened);
    showTitle();
}

void MainWindow::showKeys() {
    QList<KeyHint> ofWindow;
    if (m_work != nullptr) {
        for (const RailEntry& entry : railEntries()) {
            if (entry.number > 0 && m_pages.has(entry.place)) {
                ofWindow.append({keyText(QKeySequence(Qt::CTRL | Qt::ALT |
                                                      static_cast<Qt::Key>(Qt::Key_0 + entry.number))),
                                 entry.title});
            }
        }
    }
    ofWindow += windowKeys();
    Page* page = m_work != nullptr ? m_work->page() : nullptr;
    auto* sheet = new KeySheet(page != nullptr ? page->title() : QString(),
                               page != nullptr ? page->keyHints() : QList<KeyHint>(), ofWindow, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::showGoTo() {
    if (m_work == nullptr) {
        return;
    }
    // It belongs to the work area, so that nothing of a patient stays when the lock falls.
    auto* box = new GoToBox(m_work->context(), patientOf(m_work->place()), m_work);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::showFind() {
    if (m_work != nullptr) {
        m_work->open(FindPlace{{}, patientOf(m_work->place())});
    }
}

void MainWindow::showAbout() {
    auto* about = new QMessageBox(
        QMessageBox::NoIcon, tr("About Kairos"),
        tr("<p><b>Kairos %1</b></p><p>Medicine and therapy, planned as one course.</p>"
           "<p>Free software under the GNU General Public License, version 3 or later. It comes without any "
           "warranty. It stands on Qt, SQLCipher, libsodium and libqrencode.</p>"
           "<p>Kairos shows what a rule says and where it comes from. The clinician decides.</p>")
            .arg(QStringLiteral(KAIROS_VERSION)),
        QMessageBox::Close, this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->open();
}

Appearance MainWindow::appearance() const {
    return m_settings.appearance;
}

void MainWindow::setAppearance(const Appearance& appearance) {
    m_settings.appearance = appearance;
    applyAppearance();
    saveSettings();
}

void MainWindow::applyAppearance() {
    if (m_theme == nullptr) {
        return;
    }
    ThemeId theme = m_systemTheme;
    switch (m_settings.appearance.theme) {
    case ThemeChoice::System:
        break;
    case ThemeChoice::Light:
        theme = ThemeId::Light;
        break;
    case ThemeChoice::Dark:
        theme = ThemeId::Dark;
        break;
    }
    m_theme->setTheme(theme);
    m_theme->setBasePoints(m_settings.appearance.points);
}

void MainWindow::saveSettings() {
    m_settings.geometry = saveGeometry();
    m_settingsFile.save(m_settings);
}

void MainWindow::tick() {
    if (m_work == nullptr) {
        return;
    }
    if (m_kiosk == nullptr && m_work->page() != nullptr && m_work->page()->suspendsIdleLock()) {
        m_idle->touch();
    }
    m_work->tick(m_idle->leftMs());
    m_idle->tick();
}

void MainWindow::showTitle() {
    if (m_work == nullptr || m_work->page() == nullptr || m_kiosk != nullptr) {
        setWindowTitle(QStringLiteral("Kairos"));
        return;
    }
    setWindowTitle(
        QStringLiteral("%1 – %2 – Kairos").arg(m_work->page()->title(), m_work->practice().practice().name));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_kiosk != nullptr) {
        // Closing is a clinician's, too: the way out is the same password.
        m_kiosk->askPassword();
        event->ignore();
        return;
    }
    if (m_work != nullptr) {
        static_cast<void>(m_work->mayLeave());
    }
    saveSettings();
    QMainWindow::closeEvent(event);
}

} // namespace kairos::ui
