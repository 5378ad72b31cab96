// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/background.h"

#include <QCoreApplication>
#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <catch2/catch_test_macros.hpp>

#include <memory>
#include <optional>

namespace test_background {
using namespace kairos;

TEST_CASE("Background work returns its value in the window's thread", "[shared][background]") {
    ui::Background background;
    QObject context;
    std::optional<int> value;
    QThread* workedIn = nullptr;
    QThread* arrivedIn = nullptr;
    background.run(
        context,
        [&workedIn](const ui::CancelToken&) {
            workedIn = QThread::currentThread();
            return 42;
        },
        [&](int result) {
            value = result;
            arrivedIn = QThread::currentThread();
        });
    REQUIRE(background.isBusy());
    REQUIRE(QTest::qWaitFor([&value] { return value.has_value(); }, 5000));
    REQUIRE(value == 42);
    REQUIRE(workedIn != QThread::currentThread());
    REQUIRE(arrivedIn == QThread::currentThread());
    REQUIRE_FALSE(background.isBusy());
}

TEST_CASE("Cancelled work delivers nothing", "[shared][background]") {
    ui::Background background;
    QObject context;
    QSemaphore go;
    bool delivered = false;
    const ui::CancelToken token = background.run(
        context,
        [&go](const ui::CancelToken&) {
            go.acquire();
            return 1;
        },
        [&delivered](int) { delivered = true; });
    token.cancel();
    go.release();
    REQUIRE(QTest::qWaitFor([&background] { return !background.isBusy(); }, 5000));
    REQUIRE_FALSE(delivered);
}

TEST_CASE("A result for a page that is gone is dropped, and its work is told", "[shared][background]") {
    ui::Background background;
    QSemaphore go;
    bool delivered = false;
    std::atomic_bool told = false;
    auto context = std::make_unique<QObject>();
    background.run(
        *context,
        [&go, &told](const ui::CancelToken& token) {
            go.acquire();
            told = token.isCancelled();
            return 1;
        },
        [&delivered](int) { delivered = true; });
    context.reset();
    go.release();
    REQUIRE(QTest::qWaitFor([&background] { return !background.isBusy(); }, 5000));
    REQUIRE_FALSE(delivered);
    // The work may not have begun when the page went: then it never runs, and nothing needs telling.
    REQUIRE((told || go.available() == 1));
}

TEST_CASE("Closing cancels work and does not wait for an answer to be shown", "[shared][background]") {
    QObject context;
    bool delivered = false;
    std::atomic_bool ended = false;
    QSemaphore begun;
    {
        ui::Background background;
        background.run(
            context,
            [&ended, &begun](const ui::CancelToken& token) {
                begun.release();
                while (!token.isCancelled()) {
                    QThread::yieldCurrentThread();
                }
                ended = true;
                return 1;
            },
            [&delivered](int) { delivered = true; });
        begun.acquire();
    }
    REQUIRE(ended);
    QCoreApplication::processEvents();
    REQUIRE_FALSE(delivered);
}

} // namespace test_background
