// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/support/page_bench.h"

#include "ui/therapy/course_card.h"
#include "ui/therapy/therapy_page.h"
#include "ui/therapy/therapy_words.h"

#include "ui/shared/note_panel.h"
#include "ui/shared/number_field.h"
#include "ui/shared/time_field.h"

#include "core/workflow/draft_desk.h"
#include "core/workflow/session_desk.h"

#include <QPlainTextEdit>
#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

using namespace kairos;
using namespace kairos::test;

namespace {

std::unique_ptr<ui::TherapyPage> show(PageBench& bench, const record::SessionId& id) {
    auto page = std::make_unique<ui::TherapyPage>(id, bench.context());
    page->resize(1290, 690);
    page->show();
    page->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(page.get()));
    return page;
}

void write(ui::TherapyPage& page, const QString& section, const QString& text) {
    page.note()->editor().sectionEdit(section)->setFocus();
    PageBench::type(text);
}

void writeAll(ui::TherapyPage& page) {
    page.startEdit().setFocus();
    PageBench::type(QStringLiteral("0800"));
    PageBench::press(Qt::Key_Tab);
    PageBench::type(QStringLiteral("50"));
    write(page, QStringLiteral("data"), QStringLiteral("Slept well, retold dose 3."));
    write(page, QStringLiteral("assessment"), QStringLiteral("Hopeful."));
    write(page, QStringLiteral("plan"), QStringLiteral("Ask for Thursday afternoon off."));
}

workflow::SessionContent stored(PageBench& bench, const record::SessionId& id) {
    return support::required(workflow::SessionDesk(bench.practice()).load(id));
}

} // namespace

TEST_CASE("An integration note is written, signed and then only added to", "[therapy][page]") {
    PageBench bench;
    const auto id = bench.bookTherapy(record::TherapyType::Integration);
    auto page = show(bench, id);
    writeAll(*page);
    PageBench::press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(page->note()->message().contains(QStringLiteral("risk line")));
    REQUIRE(bench.questions.asked().isEmpty());
    PageBench::press(Qt::Key_1, Qt::AltModifier);
    bench.questions.answerNext({{}, PageBench::password()});
    PageBench::press(Qt::Key_S, Qt::ControlModifier);
    const auto content = stored(bench, id);
    REQUIRE(content.therapy->state == record::SessionState::Signed);
    REQUIRE(content.therapy->minutes == 50);
    REQUIRE(content.notes.size() == 1);
    REQUIRE(content.notes.first().risk.ideation == record::SuicidalIdeation::None);
    REQUIRE(page->note()->editor().editing() == ui::Editing::ReadOnly);
    write(*page, QStringLiteral("data"), QStringLiteral("More."));
    REQUIRE(page->note()->editor().content().sections.first().text ==
            QStringLiteral("Slept well, retold dose 3."));

    page->note()->addendumEdit().setFocus();
    PageBench::type(QStringLiteral("He rang: no headache."));
    PageBench::press(Qt::Key_Tab);
    bench.questions.answerNext({{}, PageBench::password()});
    PageBench::press(Qt::Key_Space);
    const auto addenda = support::required(workflow::SessionDesk(bench.practice()).addenda(id));
    REQUIRE(addenda.size() == 1);
    REQUIRE(page->note()->addendumEdit().toPlainText().isEmpty());
}

TEST_CASE("Signing names everything that is missing", "[therapy][page]") {
    PageBench bench;
    auto page = show(bench, bench.bookTherapy(record::TherapyType::Integration));
    write(*page, QStringLiteral("data"), QStringLiteral("x"));
    PageBench::press(Qt::Key_S, Qt::ControlModifier);
    for (const QString& part :
         {QStringLiteral("when the session began"), QStringLiteral("how long it took"),
          QStringLiteral("a section of the note is empty"), QStringLiteral("risk line")}) {
        REQUIRE(page->note()->message().contains(part));
    }
}

TEST_CASE("A draft outlives its page and comes back with a word", "[therapy][draft]") {
    PageBench bench;
    const auto id = bench.bookTherapy(record::TherapyType::Integration);
    auto page = show(bench, id);
    page->startEdit().setFocus();
    PageBench::type(QStringLiteral("0815"));
    write(*page, QStringLiteral("data"), QStringLiteral("Half a sentence"));
    page.reset();
    REQUIRE(stored(bench, id).notes.isEmpty());
    page = show(bench, id);
    REQUIRE(page->note()->editor().content().sections.first().text == QStringLiteral("Half a sentence"));
    REQUIRE(page->startEdit().time() == QTime(8, 15));
    REQUIRE(page->note()->message().contains(QStringLiteral("draft is restored")));
}

TEST_CASE("What is typed is kept as a draft within a second", "[therapy][draft]") {
    PageBench bench;
    auto page = show(bench, bench.bookTherapy(record::TherapyType::Integration));
    QSignalSpy kept(page.get(), &ui::Page::draftKept);
    write(*page, QStringLiteral("data"), QStringLiteral("Half"));
    REQUIRE(QTest::qWaitFor([&kept] { return !kept.isEmpty(); }, 1500));
    REQUIRE(support::required(workflow::DraftDesk(bench.practice()).mine()).size() == 1);
    QSignalSpy settled(page.get(), &ui::Page::draftSettled);
    PageBench::press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(settled.size() == 1);
    REQUIRE(support::required(workflow::DraftDesk(bench.practice()).mine()).isEmpty());
}

TEST_CASE("Another form keeps what was written", "[therapy][page]") {
    PageBench bench;
    auto page = show(bench, bench.bookTherapy(record::TherapyType::Integration));
    write(*page, QStringLiteral("data"), QStringLiteral("Data words"));
    write(*page, QStringLiteral("plan"), QStringLiteral("Plan words"));
    page->note()->editor().setFormat(record::NoteFormat::Soap);
    const auto content = page->note()->editor().content();
    REQUIRE(content.sections.size() == 4);
    REQUIRE(content.sections.first().text == QStringLiteral("Data words"));
    REQUIRE(content.sections.last().text == QStringLiteral("Plan words"));
}

TEST_CASE("The window after a dose is told at both edges", "[therapy][window]") {
    workflow::CourseGlance glance;
    record::DosingSession dose;
    dose.startedAt = base::Instant{0, 0};
    dose.stoppedAt = base::Instant{0, 0};
    glance.doses = {dose};
    glance.integration = protocols::IntegrationRule{};
    glance.integration->targetFromHours = 24;
    glance.integration->targetToHours = 48;
    glance.integration->latestHours = 72;
    const auto kind = [&glance](int minutes) {
        return ui::windowChip(glance, base::Instant{}.plusMinutes(minutes))->kind;
    };
    REQUIRE(kind(24 * 60 - 1) == ui::ChipKind::Due);
    REQUIRE(kind(24 * 60) == ui::ChipKind::Done);
    REQUIRE(kind(72 * 60) == ui::ChipKind::Done);
    REQUIRE(kind(72 * 60 + 1) == ui::ChipKind::Late);
    glance.doses.clear();
    REQUIRE_FALSE(ui::windowChip(glance, base::Instant{}));
}

TEST_CASE("Every word of the note fits in both themes", "[therapy][fit]") {
    PageBench bench;
    auto page = show(bench, bench.bookTherapy(record::TherapyType::Integration));
    writeAll(*page);
    PageBench::press(Qt::Key_S, Qt::ControlModifier);
    for (const auto theme : {ui::ThemeId::Light, ui::ThemeId::Dark}) {
        bench.themes().setTheme(theme);
        REQUIRE(clippedTexts(*page) == QStringList());
    }
}
