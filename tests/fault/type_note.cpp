// SPDX-License-Identifier: GPL-3.0-or-later
/// Opens a practice and the note of a therapy session as the desktop does, and types an endless note at the
/// cursor it finds until it is killed; with a word behind the session, a private note on its own tab. On
/// standard output: "open LENGTH CURSOR" once the page stands, then the length of the text each time that the
/// page says that its draft is kept.
///
///     fault_type_note FILE PASSPHRASE PASSWORD SESSION [private]
#include "tests/fault/typed_note.h"
#include "tests/support/page_stage.h"

#include "ui/therapy/note_tabs.h"
#include "ui/therapy/private_pane.h"
#include "ui/therapy/private_text.h"
#include "ui/therapy/therapy_page.h"

#include "ui/shared/note_panel.h"
#include "ui/shared/theme_manager.h"

#include "core/workflow/catalog.h"
#include "core/workflow/private_access.h"

#include <QApplication>
#include <QTabBar>

#include <cstdio>

using namespace kairos;

namespace {

int refuse(const QString& sentence) {
    std::fprintf(stderr, "%s\n", sentence.toUtf8().constData());
    return 1;
}

void tell(const char* word, qsizetype length, int cursor) {
    std::printf("%s %lld %d\n", word, static_cast<long long>(length), cursor);
    std::fflush(stdout);
}

/// Types until it is killed.
[[noreturn]] void typeNote(QPlainTextEdit& edit) {
    for (qint64 place = edit.toPlainText().size();; ++place) {
        const QChar letter = test::typedLetter(place);
        if (letter == QLatin1Char('\n')) {
            QTest::keyClick(&edit, Qt::Key_Return);
        } else {
            QTest::keyClick(&edit, letter.toLatin1());
        }
        QCoreApplication::processEvents();
    }
}

} // namespace

int main(int argc, char* argv[]) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // The offscreen platform grumbles at each window; what matters is said below.
    qputenv("QT_LOGGING_RULES", "*.warning=false");
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const bool isPrivate = arguments.size() == 6;
    const auto session =
        arguments.size() == 5 || isPrivate ? base::Uuid::fromString(arguments.at(4)) : std::nullopt;
    if (!session) {
        return 2;
    }
    const base::SystemClock clock;
    base::SystemRandom random;
    const auto catalog = workflow::Catalog::builtIn();
    auto practice = workflow::OpenPractice::open(arguments.at(1), arguments.at(2),
                                                 {.clock = clock,
                                                  .random = random,
                                                  .catalog = catalog,
                                                  .practiceCost = security::KeyCost::cheap(),
                                                  .passwordCost = security::KeyCost::cheap(),
                                                  .seenHeadsPath = {}});
    if (!practice) {
        return refuse(practice.error().sentence());
    }
    const auto people = (*practice)->clinicians();
    const auto signedIn = people ? (*practice)->signIn(people->first().id, arguments.at(3))
                                 : tl::unexpected<base::Error>(people.error());
    if (!signedIn) {
        return refuse(signedIn.error().sentence());
    }
    if (isPrivate) {
        if (const auto open = workflow::PrivateAccess(**practice).open(arguments.at(3)); !open) {
            return refuse(open.error().sentence());
        }
    }
    ui::ThemeManager themes(application);
    test::RecordingNavigator navigator;
    test::ScriptedQuestions questions;
    test::ScriptedFileDialogs files;
    test::RecordingUndo undo;
    ui::TherapyPage page(record::SessionId{*session},
                         {**practice, navigator, questions, files, nullptr, nullptr, &undo});
    if (page.note() == nullptr) {
        return refuse(QStringLiteral("the session was not read"));
    }
    page.resize(1290, 640);
    page.show();
    QPlainTextEdit* edit = page.note()->editor().handEdit();
    if (isPrivate) {
        page.tabs()->tabs()->setCurrentIndex(1);
        edit = &page.tabs()->privatePane()->book().textEdit();
    }
    edit->setFocus(Qt::OtherFocusReason);
    const auto tellKept = [edit] { tell("kept", edit->toPlainText().size(), edit->textCursor().position()); };
    if (isPrivate) {
        QObject::connect(page.tabs(), &ui::NoteTabs::draftKept, &page, tellKept);
    } else {
        QObject::connect(page.note(), &ui::NotePanel::draftKept, &page, tellKept);
    }
    tell("open", edit->toPlainText().size(), edit->textCursor().position());
    typeNote(*edit);
}
