// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/support/window_fixture.h"

#include "ui/settings/protocol_editor.h"
#include "ui/settings/protocols_model.h"
#include "ui/settings/protocols_panel.h"
#include "ui/settings/settings_page.h"
#include "ui/shared/banner.h"
#include "ui/shared/table_view.h"

#include "core/protocols/json_reader.h"
#include "core/workflow/catalog.h"
#include "core/workflow/own_protocols.h"

#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QScrollArea>

#include <catch2/catch_test_macros.hpp>

namespace test_protocols_panel {
using namespace kairos;
using namespace kairos::test;

namespace {

ui::ProtocolsPanel& openPanel(WindowFixture& alder) {
    alder.window().work()->open(ui::SettingsPlace{ui::kSectionProtocols});
    return *alder.page<ui::SettingsPage>().findChild<ui::ProtocolsPanel*>();
}

void press(WindowFixture& alder, ui::ProtocolsPanel& panel, const QString& text) {
    for (auto* button : panel.findChildren<QPushButton*>()) {
        if (button->text() == text && button->isVisible()) {
            button->setFocus();
            alder.press(Qt::Key_Space);
            return;
        }
    }
    throw std::runtime_error("no such button: " + text.toStdString());
}

void choose(ui::ProtocolsPanel& panel, const QString& id) {
    panel.table().selectRow(panel.model().rowOf(id));
    panel.table().setFocus();
}

/// Types over a field of the editor.
void typeOver(WindowFixture& alder, ui::ProtocolsPanel& panel, const char* path, const QString& text) {
    QWidget* editor = panel.editor().editorOf(QLatin1String(path));
    REQUIRE(editor != nullptr);
    editor->setFocus();
    alder.press(Qt::Key_A, Qt::ControlModifier);
    alder.press(Qt::Key_Delete);
    alder.type(text);
}

const ui::Banner* bannerOf(const ui::ProtocolsPanel& panel, base::FindingLevel level) {
    for (const auto* banner : panel.findChildren<ui::Banner*>()) {
        if (banner->isVisible() && banner->bannerText().level == level) {
            return banner;
        }
    }
    return nullptr;
}

const protocols::Protocol* installed(WindowFixture& alder, const QString& id) {
    return alder.window().work()->practice().catalog().protocols.find(id);
}

} // namespace

TEST_CASE("The settings list every protocol, and one of the program is copied, not changed",
          "[settings][protocols]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = openPanel(alder);
    REQUIRE(panel.model().rowCount() == 25);
    choose(panel, QStringLiteral("iv-clinic"));
    for (auto* button : panel.findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Change")) {
            REQUIRE_FALSE(button->isEnabled());
            REQUIRE(button->toolTip().contains(QStringLiteral("copy it")));
        }
    }
}

TEST_CASE("A protocol is copied, changed by keyboard and marked as the clinic's own",
          "[settings][protocols]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = openPanel(alder);
    choose(panel, QStringLiteral("iv-clinic"));
    alder.press(Qt::Key_Return);
    REQUIRE(panel.editor().isVisible());
    REQUIRE(panel.editor().shownProblem().isEmpty());
    typeOver(alder, panel, "/title", QStringLiteral("Our six infusions"));
    typeOver(alder, panel, "/regimen/blocks/0/max_gap_days", QStringLiteral("6"));
    press(alder, panel, QStringLiteral("Save the protocol"));
    REQUIRE_FALSE(panel.editor().isVisible());
    const auto* own = installed(alder, QStringLiteral("iv-clinic-own"));
    REQUIRE(own != nullptr);
    REQUIRE(own->title == QStringLiteral("Our six infusions"));
    REQUIRE(own->regimen.blocks.first().maxGapDays == 6);
    REQUIRE(own->regimen.blocks.first().confidence == base::Confidence::Local);
    REQUIRE(bannerOf(panel, base::FindingLevel::Information) != nullptr);
    REQUIRE(panel.model().rowAt(0).id == QStringLiteral("iv-clinic-own"));
    const auto cell = [&](int column) {
        return panel.model().index(0, column).data(Qt::DisplayRole).toString();
    };
    REQUIRE(cell(ui::ProtocolsModel::Origin) == QStringLiteral("the clinic's own"));
    REQUIRE(cell(ui::ProtocolsModel::Mark) == QStringLiteral("local"));
    // It is changed again under the next version.
    panel.table().setFocus();
    alder.press(Qt::Key_Return);
    typeOver(alder, panel, "/regimen/blocks/0/count", QStringLiteral("5"));
    REQUIRE(panel.editor().shownProblem().contains(QStringLiteral("dose-6")));
    press(alder, panel, QStringLiteral("Not now"));
    REQUIRE(installed(alder, QStringLiteral("iv-clinic-own"))->version == QStringLiteral("1.0"));
}

TEST_CASE("What cannot be stands at its field while it is typed, and nothing is saved",
          "[settings][protocols]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = openPanel(alder);
    choose(panel, QStringLiteral("iv-clinic"));
    press(alder, panel, QStringLiteral("Copy and change"));
    const auto refuses = [&](const char* path, const QString& text, const QString& place) {
        const QString before = [&] {
            auto* edit = qobject_cast<QLineEdit*>(panel.editor().editorOf(QLatin1String(path)));
            REQUIRE(edit != nullptr);
            return edit->text();
        }();
        typeOver(alder, panel, path, text);
        INFO(panel.editor().shownProblem().toStdString());
        REQUIRE(panel.editor().shownProblem().startsWith(place));
        REQUIRE_FALSE(panel.editor().saveButton().isEnabled());
        typeOver(alder, panel, path, before);
        REQUIRE(panel.editor().shownProblem().isEmpty());
        REQUIRE(panel.editor().saveButton().isEnabled());
    };
    refuses("/regimen/dose/unit", QStringLiteral("drops"), QStringLiteral("regimen.dose.unit"));
    refuses("/regimen/dose/value", QStringLiteral("1.5"), QStringLiteral("regimen"));
    refuses("/regimen/blocks/0/count", QStringLiteral("six"), QStringLiteral("regimen.blocks[0].count"));
    refuses("/steps/0/depends_on", QStringLiteral("consent-1"), QStringLiteral("depends_on"));
    refuses("/steps/1/latest_day", QStringLiteral("-40"), QStringLiteral("steps[1]"));
    press(alder, panel, QStringLiteral("Not now"));
    REQUIRE(panel.table().hasFocus());
    REQUIRE_FALSE(QDir(workflow::ownProtocolsFolder(alder.alder().path())).exists());
}

TEST_CASE("A protocol file is added by keyboard, and a bad one is told with its place",
          "[settings][protocols]") {
    WindowFixture alder;
    const QByteArray shipped =
        support::required(protocols::readDataFile(QStringLiteral(":/kairos/protocols/iv-elektd.json")));
    const auto write = [&](const QString& name, const QByteArray& content) {
        QFile file(alder.alder().folder() + QLatin1Char('/') + name);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(content) == content.size());
        return file.fileName();
    };
    const QString good =
        write(QStringLiteral("good.json"), QByteArray(shipped).replace("\"iv-elektd\"", "\"ours\""));
    const QString bad =
        write(QStringLiteral("bad.json"),
              QByteArray(shipped).replace("\"iv-elektd\"", "\"worse\"").replace("mg/kg", "drops"));
    alder.unlock();
    auto& panel = openPanel(alder);
    alder.files().chooseNext(bad);
    press(alder, panel, QStringLiteral("Add a file…"));
    const auto* told = bannerOf(panel, base::FindingLevel::Caution);
    REQUIRE(told != nullptr);
    REQUIRE(told->bannerText().text.contains(QStringLiteral("regimen."), Qt::CaseInsensitive));
    REQUIRE(installed(alder, QStringLiteral("worse")) == nullptr);
    alder.files().chooseNext(good);
    press(alder, panel, QStringLiteral("Add a file…"));
    REQUIRE(installed(alder, QStringLiteral("ours")) != nullptr);
    REQUIRE(panel.model().rowAt(0).id == QStringLiteral("ours"));
}

TEST_CASE("Every word of the protocol editor fits in both themes", "[settings][protocols]") {
    for (const auto theme : {ui::ThemeId::Light, ui::ThemeId::Dark}) {
        WindowFixture alder(theme);
        alder.unlock();
        auto& panel = openPanel(alder);
        const auto picture = [&](const char* name) {
            QCoreApplication::processEvents();
            REQUIRE(clippedTexts(alder.window()).join(QLatin1Char('\n')).toStdString() == "");
            if (qEnvironmentVariableIsSet("KAIROS_PICTURES")) {
                alder.window().grab().save(
                    qEnvironmentVariable("KAIROS_PICTURES") +
                    QStringLiteral("/%1-%2.png").arg(QLatin1String(name), ui::themeName(theme)));
            }
        };
        picture("protocols");
        choose(panel, QStringLiteral("iv-clinic"));
        alder.press(Qt::Key_Return);
        typeOver(alder, panel, "/regimen/dose/value", QStringLiteral("1.5"));
        picture("protocol-editor");
        press(alder, panel, QStringLiteral("Not now"));
        choose(panel, QStringLiteral("iv-cbt-w17"));
        alder.press(Qt::Key_Return);
        typeOver(alder, panel, "/therapy/per_week", QStringLiteral("2, 2, 2, 1, 1, 1, 1, 1, 1, 1"));
        auto* perWeek = panel.editor().editorOf(QStringLiteral("/therapy/per_week"));
        for (auto* area : alder.window().findChildren<QScrollArea*>()) {
            if (area->isAncestorOf(perWeek)) {
                area->ensureWidgetVisible(perWeek, 0, 300);
            }
        }
        picture("protocol-therapy");
    }
}

TEST_CASE("The therapy of a copied protocol gets another cadence by keyboard", "[settings][protocols]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = openPanel(alder);
    choose(panel, QStringLiteral("iv-mbrp-coc"));
    press(alder, panel, QStringLiteral("Copy and change"));
    typeOver(alder, panel, "/therapy/per_week", QStringLiteral("2, 1, 1, 1, 1"));
    REQUIRE(panel.editor().shownProblem().contains(QStringLiteral("6 sessions, not to 5")));
    REQUIRE_FALSE(panel.editor().saveButton().isEnabled());
    typeOver(alder, panel, "/therapy/per_week", QStringLiteral("2, 0, 1, 1, 1"));
    REQUIRE(panel.editor().shownProblem().isEmpty());
    press(alder, panel, QStringLiteral("Save the protocol"));
    const auto* own = installed(alder, QStringLiteral("iv-mbrp-coc-own"));
    REQUIRE(own != nullptr);
    REQUIRE(own->therapy->perWeek == QList<int>{2, 0, 1, 1, 1});
    REQUIRE(own->therapy->confidence == base::Confidence::Local);
}

} // namespace test_protocols_panel
