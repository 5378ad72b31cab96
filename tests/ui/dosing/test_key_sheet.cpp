// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dosing/dosing_stage.h"

#include "ui/dosing/room_view.h"
#include "ui/dosing/run_keys.h"

#include <QMouseEvent>
#include <QSet>

#include <catch2/catch_test_macros.hpp>

namespace test_key_sheet {
using namespace kairos;
using test::DosingStage;
using ui::RunKey;

namespace {

/// Counts what a mouse would do.
class MouseWatch final : public QObject {
public:
    MouseWatch() { qApp->installEventFilter(this); }
    [[nodiscard]] int presses() const { return m_presses; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        m_presses += event->type() == QEvent::MouseButtonPress ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

private:
    int m_presses = 0;
};

/// The key sheet at work: every key comes from its list, as it stands there.
class Sheet final {
public:
    explicit Sheet(const ui::DosingPage& page) : m_hints(page.keyHints()) {}

    void press(RunKey act) {
        const QKeySequence key = ui::keyOf(act);
        for (const ui::KeyHint& hint : m_hints) {
            if (hint.key == ui::keyText(key)) {
                m_used.insert(static_cast<int>(act));
                DosingStage::press(key[0].key(), key[0].keyboardModifiers());
                return;
            }
        }
        throw std::runtime_error("the key does not stand on the sheet");
    }
    /// Types words and saves them.
    void enter(const QString& text) {
        DosingStage::type(text);
        press(RunKey::Evidence);
    }
    /// What of the sheet was never pressed.
    [[nodiscard]] QStringList unused() const {
        QStringList words;
        for (const ui::RunKeyLine& line : ui::runKeys()) {
            if (!m_used.contains(static_cast<int>(line.act))) {
                words.append(line.words);
            }
        }
        return words;
    }

private:
    QList<ui::KeyHint> m_hints;
    QSet<int> m_used;
};

/// Answers what a person answers, line by line.
void answerGate(DosingStage& desk, Sheet& sheet, ui::GateList& gates) {
    const bool isBefore = &gates == &desk.page().before()->gates();
    for (;;) {
        QString open;
        for (const auto& line : isBefore ? desk.view().preDose : desk.view().discharge) {
            open = open.isEmpty() && line.holds() && line.isAsked ? line.id : open;
        }
        if (open.isEmpty()) {
            desk.overrideSecondPerson(gates);
            return;
        }
        DosingStage::walkTo(gates, open);
        if (open == QLatin1String("escort")) {
            sheet.press(RunKey::Evidence);
            sheet.enter(QStringLiteral("Peter Marsh, 555 0144"));
        } else {
            sheet.press(RunKey::NotMet);
            DosingStage::walkTo(gates, open);
            sheet.press(RunKey::Met);
        }
    }
}

void prepare(DosingStage& desk, Sheet& sheet) {
    sheet.press(RunKey::Act);
    for (const char* field : {"70", "70", "10", "50"}) {
        DosingStage::type(QString::fromLatin1(field));
        DosingStage::press(Qt::Key_Tab);
    }
    DosingStage::press(Qt::Key_Right);
    sheet.press(RunKey::Line);
    sheet.enter(QStringLiteral("124/78 70 98 5"));
    desk.clockOn(1);
    answerGate(desk, sheet, desk.page().before()->gates());
    CAPTURE(desk.page().before()->blockedBy().toStdString());
    REQUIRE(desk.page().before()->blockedBy().isEmpty());
    sheet.press(RunKey::Act);
    REQUIRE(desk.stored().startedAt.has_value());
}

void run(DosingStage& desk, Sheet& sheet) {
    desk.clockOn(10);
    DosingStage::type(QStringLiteral("142/88 96 72"));
    sheet.press(RunKey::Swap);
    sheet.press(RunKey::Evidence);
    REQUIRE(desk.view().content.readings.last().spo2 == 96);
    sheet.press(RunKey::Event);
    sheet.enter(QStringLiteral("1"));
    sheet.press(RunKey::Rescue);
    sheet.enter(QStringLiteral("1 4 mg"));
    sheet.press(RunKey::Adverse);
    DosingStage::type(QStringLiteral("Nausea"));
    sheet.press(RunKey::Act);
    REQUIRE(desk.view().content.adverseEvents.size() == 1);
    sheet.press(RunKey::Pause);
    desk.clockOn(2);
    sheet.press(RunKey::Pause);
    sheet.press(RunKey::Rate);
    sheet.enter(QStringLiteral("60"));
    sheet.press(RunKey::Booster);
    sheet.enter(QStringLiteral("2 on request"));
    sheet.press(RunKey::Sedation);
    DosingStage::press(Qt::Key_4);
    sheet.press(RunKey::Distress);
    DosingStage::press(Qt::Key_3);
    sheet.press(RunKey::Rating);
    sheet.press(RunKey::Evidence);
    REQUIRE(desk.stage().navigator().opened().last().is<ui::RatingPlace>());
    const auto events = desk.view().content.events.size();
    DosingStage::tabTo(desk.page().run()->log());
    DosingStage::press(Qt::Key_Home, Qt::ControlModifier);
    desk.stage().questions().answerNext({QStringLiteral("typed twice"), {}});
    sheet.press(RunKey::TakeOut);
    REQUIRE(desk.view().content.events.size() == events - 1);
}

void finish(DosingStage& desk, Sheet& sheet) {
    desk.clockOn(60);
    sheet.press(RunKey::Stop);
    REQUIRE(desk.stored().stoppedAt.has_value());
    sheet.press(RunKey::Discharge);
    desk.clockOn(61);
    sheet.press(RunKey::Line);
    sheet.enter(QStringLiteral("124/78 72 98 5"));
    desk.clockOn(5);
    sheet.enter(QStringLiteral("122/77 70 98 5"));
    sheet.press(RunKey::Discharge);
    auto& gates = desk.page().after()->gates();
    answerGate(desk, sheet, gates);
    for (const auto& line : safety::holding(desk.view().discharge)) {
        DosingStage::walkTo(gates, line.id);
        desk.stage().questions().answerNext(
            {QStringLiteral("walked with the nurse"), DosingStage::password()});
        sheet.press(RunKey::Override);
    }
    sheet.press(RunKey::Discharge);
    REQUIRE(desk.stored().state == record::SessionState::Held);
    DosingStage::tabTo(*desk.page().after()->note().editor().sectionEdit(QLatin1String("data")));
    for (const char* section : {"Calm throughout.", "Tolerated well.", "Integration tomorrow."}) {
        DosingStage::type(QString::fromLatin1(section));
        DosingStage::press(Qt::Key_Tab);
    }
    sheet.press(RunKey::Ideation);
    desk.stage().questions().answerNext({{}, DosingStage::password()});
    sheet.press(RunKey::Sign);
}

} // namespace

TEST_CASE("The keys of the sheet carry a dose from the gate to the signature", "[dosing][keys]") {
    const MouseWatch mouse;
    DosingStage desk;
    auto& page = desk.open();
    Sheet sheet(page);
    prepare(desk, sheet);
    run(desk, sheet);
    sheet.press(RunKey::Line);
    sheet.press(RunKey::Room);
    REQUIRE(page.room() != nullptr);
    REQUIRE(QTest::qWaitFor([&] { return QApplication::activeWindow() == page.room(); }));
    sheet.press(RunKey::Room);
    REQUIRE(page.room() == nullptr);
    page.activateWindow();
    REQUIRE(QTest::qWaitFor([&] { return QApplication::activeWindow() == &page; }));
    finish(desk, sheet);
    REQUIRE(desk.stored().state == record::SessionState::Signed);
    REQUIRE(desk.view().signatures.size() == 1);
    REQUIRE(mouse.presses() == 0);
    CAPTURE(sheet.unused().join(QStringLiteral("; ")).toStdString());
    // The other room needs a second dose, a device another drug: their own tests press those keys.
    REQUIRE(sheet.unused() == QStringList{QStringLiteral("nasal spray: the sprays of a device"),
                                          QStringLiteral("the other running session")});
}

TEST_CASE("No key of the sheet does two things in one place", "[dosing][keys]") {
    QSet<QString> keys;
    for (const ui::RunKeyLine& line : ui::runKeys()) {
        REQUIRE_FALSE(keys.contains(ui::keyText(line.key)));
        keys.insert(ui::keyText(line.key));
    }
}

} // namespace test_key_sheet
