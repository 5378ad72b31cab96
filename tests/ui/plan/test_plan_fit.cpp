// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plan/plan_stage.h"

#include "ui/plan/goals_card.h"
#include "ui/plan/order_card.h"
#include "ui/shared/form.h"

#include "tests/support/keyboard.h"
#include "tests/support/long_words.h"

#include <QPlainTextEdit>
#include <QScrollBar>

#include <memory>

namespace test_plan_fit {
using namespace kairos;
using test::DemoChart;
using test::Keyboard;

namespace {

/// What a chart's tab has of a screen of 1366 to 768, beside the rail and under the patient's header.
constexpr QSize kTab(1281, 612);

/// Every line that was typed is seen without scrolling.
bool showsAll(const QPlainTextEdit& edit) {
    return edit.verticalScrollBar()->maximum() == 0 &&
           edit.blockCount() * edit.fontMetrics().lineSpacing() <= edit.viewport()->height();
}

/// The page as it stands at 1366 to 768, in English or in words of German length.
struct NarrowChart {
    std::unique_ptr<test::LongWords> words;
    DemoChart chart;

    NarrowChart(const QString& mrn, bool isLong)
        : words(isLong ? std::make_unique<test::LongWords>() : nullptr), chart(mrn) {
        chart.page->resize(kTab);
        settle();
    }
    /// Each level of the page lays the next one out: as many rounds as there are levels.
    void settle() {
        constexpr int kLevels = 12;
        for (int level = 0; level < kLevels; ++level) {
            QCoreApplication::processEvents();
        }
    }
    void press(const QString& text) {
        test::press(*chart.page, words ? test::LongWords::longer(text) : text);
        Keyboard::settle();
        settle();
    }
    void save(const QString& name) {
        if (qEnvironmentVariableIsSet("KAIROS_PICTURES")) {
            chart.page->grab().save(qEnvironmentVariable("KAIROS_PICTURES") + QLatin1Char('/') + name +
                                    (words ? QStringLiteral("-long.png") : QStringLiteral(".png")));
        }
    }
    /// Words and fields that do not stand whole inside what holds them.
    QString clipped() {
        QStringList found = test::clippedTexts(*chart.page);
        for (const auto* field : chart.page->findChildren<ui::Field*>()) {
            if (!field->isVisibleTo(chart.page.get())) {
                continue;
            }
            const QWidget& editor = const_cast<ui::Field*>(field)->editor();
            const auto* lines = qobject_cast<const QPlainTextEdit*>(&editor);
            const bool isShort =
                editor.height() < editor.minimumHeight() || (lines != nullptr && !showsAll(*lines));
            const QWidget* form = field->parentWidget();
            if (isShort || !field->rect().contains(editor.geometry()) ||
                !form->rect().contains(field->geometry()) ||
                !form->parentWidget()->rect().contains(form->geometry())) {
                found.append(QStringLiteral("field \"%1\" %2x%3, form %4x%5")
                                 .arg(field->label())
                                 .arg(editor.width())
                                 .arg(editor.height())
                                 .arg(form->width())
                                 .arg(form->height()));
            }
        }
        return found.join(QLatin1Char('\n'));
    }
};

} // namespace

TEST_CASE("Every field of an order stands whole on a page of 1366 to 768", "[plan][order][fit]") {
    for (const bool isLong : {false, true}) {
        NarrowChart narrow(QStringLiteral("K-0163"), isLong);
        narrow.press(QStringLiteral("Propose an order"));
        INFO(narrow.clipped().toStdString());
        REQUIRE(narrow.clipped().isEmpty());
        // With what stands against it and rescue drugs, it grows; nothing is pressed together.
        Keyboard::press(Qt::Key_A, Qt::ControlModifier);
        Keyboard::type(QStringLiteral("1.2"));
        auto* rescue = narrow.chart.page->findChild<ui::OrderCard*>()->findChild<QPlainTextEdit*>();
        Keyboard::tabTo(*rescue);
        for (const char* drug : {"ondansetron 4 mg IV", "labetalol 10 mg IV", "midazolam 1 mg IV"}) {
            Keyboard::enter(QLatin1String(drug));
        }
        narrow.settle();
        narrow.save(QStringLiteral("order-narrow"));
        INFO(narrow.clipped().toStdString());
        REQUIRE(narrow.clipped().isEmpty());
    }
}

TEST_CASE("Every word of the goals' form stands whole on a page of 1366 to 768", "[plan][goals][fit]") {
    for (const bool isLong : {false, true}) {
        NarrowChart narrow(QStringLiteral("K-0163"), isLong);
        narrow.press(QStringLiteral("Add a goal"));
        narrow.save(QStringLiteral("goal-narrow"));
        INFO(narrow.clipped().toStdString());
        REQUIRE(narrow.clipped().isEmpty());
    }
}

} // namespace test_plan_fit
