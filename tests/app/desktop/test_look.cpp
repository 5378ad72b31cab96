// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/catalog.h"
#include "tests/support/label_fit.h"
#include "tests/support/scripted_questions.h"
#include "tests/support/text_contrast.h"

#include "app/desktop/demo_folder.h"
#include "app/desktop/demo_places.h"
#include "app/desktop/dosing_shots.h"

#include "ui/shared/page.h"
#include "ui/shared/theme_manager.h"
#include "ui/shell/main_window.h"
#include "ui/shell/work_area.h"

#include "core/base/random.h"

#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <stdexcept>

namespace test_look {
using namespace kairos;
using namespace kairos::test;

namespace {

constexpr QSize kSmallClinicPc(1366, 768);
constexpr qint64 kLockLeftMs = 12 * 60'000;
constexpr int kSettleMs = 3'000; ///< for a page to reach its last layout

/// The pages of the program on the demo practice, opened as `kairos --screenshots` opens them.
class DemoPages final {
public:
    explicit DemoPages(ui::ThemeId theme)
        : m_catalog(workflow::Catalog::builtIn()),
          m_environment{.clock = m_clock, .random = m_random, .catalog = m_catalog, .seenHeadsPath = {}},
          m_demo(m_folder.path(), m_catalog),
          m_themes(*qApp, theme),
          m_window(ui::WindowParts{.environment = m_environment,
                                   .questions = m_questions,
                                   .files = m_files,
                                   .settings = ui::SettingsFile(m_folder.filePath(QStringLiteral("pc.json"))),
                                   .theme = &m_themes,
                                   .systemTheme = theme,
                                   .practiceFolder = m_folder.path()}) {
        auto opened = m_demo.openStill();
        if (!opened) {
            throw std::runtime_error(opened.error().sentence().toStdString());
        }
        m_places = app::demoPlaces(**opened);
        m_work = std::make_unique<ui::WorkArea>(
            std::move(*opened), ui::WorkServices{m_window.pages(), m_questions, m_files, m_window});
        m_work->resize(kSmallClinicPc);
        m_work->show();
    }

    [[nodiscard]] const QList<app::DemoPlace>& places() const { return m_places; }
    [[nodiscard]] workflow::OpenPractice& practice() { return m_work->practice(); }
    ui::WorkArea& open(const ui::Place& place) {
        m_work->open(place);
        m_work->tick(kLockLeftMs);
        // A page that is laid out late is no clipped one: the last layout counts.
        static_cast<void>(QTest::qWaitFor(
            [this] { return m_work->size() == kSmallClinicPc && clippedTexts(*m_work).isEmpty(); },
            kSettleMs));
        return *m_work;
    }

private:
    QTemporaryDir m_folder;
    base::ManualClock m_clock{0};
    base::SeededRandom m_random{7};
    workflow::Catalog m_catalog;
    workflow::Environment m_environment;
    app::DemoFolder m_demo;
    ui::ThemeManager m_themes;
    ScriptedQuestions m_questions;
    ScriptedFileDialogs m_files;
    ui::MainWindow m_window;
    QList<app::DemoPlace> m_places;
    std::unique_ptr<ui::WorkArea> m_work;
};

/// Looks at pages one by one and keeps what is wrong with them.
class Look final {
public:
    void at(const QString& name, ui::WorkArea& work, const ui::Place& place) {
        INFO(name.toStdString());
        REQUIRE(work.place() == place);
        // A page that asks for more pushes the window beyond the screen.
        if (work.size() != kSmallClinicPc) {
            m_clipped.append(
                QStringLiteral("%1: the window is %2 by %3").arg(name).arg(work.width()).arg(work.height()));
            work.resize(kSmallClinicPc);
        }
        for (const QString& words : clippedTexts(work)) {
            m_clipped.append(name + QStringLiteral(": ") + words);
        }
        TextContrast contrast(work);
        for (const QString& words : contrast.faint()) {
            m_faint.append(name + QStringLiteral(": ") + words);
        }
        REQUIRE(contrast.measured() > 10);
    }
    void requireClean() const {
        CAPTURE(m_clipped.join(QLatin1Char('\n')).toStdString(),
                m_faint.join(QLatin1Char('\n')).toStdString());
        REQUIRE(m_clipped.isEmpty());
        REQUIRE(m_faint.isEmpty());
    }

private:
    QStringList m_clipped;
    QStringList m_faint;
};

} // namespace

TEST_CASE("Every page fits at 1366 by 768, and all its words can be read", "[desktop][look]") {
    DemoPages pages(GENERATE(ui::ThemeId::Light, ui::ThemeId::Dark));
    Look look;
    for (const app::DemoPlace& page : pages.places()) {
        look.at(page.name, pages.open(page.place), page.place);
    }
    look.requireClean();
}

TEST_CASE("Every stage of a dose fits at 1366 by 768, and all its words can be read", "[desktop][look]") {
    DemoPages pages(GENERATE(ui::ThemeId::Light, ui::ThemeId::Dark));
    const auto shots = app::dosingShots(pages.practice());
    REQUIRE(shots.size() == 6);
    Look look;
    for (const app::Shot& shot : shots) {
        shot.before();
        look.at(shot.name, pages.open(shot.place), shot.place);
    }
    look.requireClean();
}

TEST_CASE("The demo practice opens every kind of page", "[desktop][look]") {
    DemoPages pages(ui::ThemeId::Light);
    QStringList names;
    for (const app::DemoPlace& page : pages.places()) {
        REQUIRE_FALSE(names.contains(page.name));
        names.append(page.name);
    }
    for (const char* name : {"find", "find-none", "find-patient", "dosing-running", "dosing-signed",
                             "summary", "summary-draft", "therapy-signed", "therapy-note", "session-new",
                             "risk", "risk-closed", "rating-phq-9", "rating-qids-sr16", "rating-madrs",
                             "rating-bdi-ii", "rating-c-ssrs", "rating-stored", "settings-practice"}) {
        CAPTURE(name);
        REQUIRE(names.contains(QLatin1String(name)));
    }
}

TEST_CASE("The lock falls while somebody writes a note", "[desktop][lock]") {
    DemoPages pages(ui::ThemeId::Light);
    const auto& places = pages.places();
    const auto note = std::find_if(places.begin(), places.end(), [](const app::DemoPlace& page) {
        return page.name == QLatin1String("therapy-note");
    });
    REQUIRE(note != places.end());
    ui::WorkArea& work = pages.open(note->place);
    work.activateWindow();
    work.page()->findChild<QPlainTextEdit*>()->setFocus();
    REQUIRE(QTest::qWaitFor([&] { return work.page()->isAncestorOf(QApplication::focusWidget()); }));
    // The note hides itself on its way out, with the focus in it and the pages beside it half gone.
    const auto practice = work.takePractice();
    REQUIRE(practice != nullptr);
    REQUIRE(work.findChildren<ui::Page*>().isEmpty());
}

TEST_CASE("The measure of contrast sees a word that is too faint", "[desktop][look]") {
    QWidget page;
    page.setStyleSheet(QStringLiteral("background: #FFFFFF"));
    auto* label = new QLabel(QStringLiteral("Integration window closes"), &page);
    page.resize(300, 80);
    page.show();
    label->resize(label->sizeHint());
    layOut();
    label->setStyleSheet(QStringLiteral("color: #767676")); // 4.54 : 1
    REQUIRE(TextContrast(page).faint().isEmpty());
    label->setStyleSheet(QStringLiteral("color: #787878")); // 4.42 : 1
    REQUIRE(TextContrast(page).faint().size() == 1);
}

} // namespace test_look
