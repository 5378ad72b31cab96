// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <catch2/catch_test_macros.hpp>

namespace test_error {
using namespace kairos::base;

TEST_CASE("An error reads what, why and what to do on one line", "[base]") {
    const Error error{ErrorCode::WrongPassphrase, QStringLiteral("The practice was not opened"),
                      QStringLiteral("the passphrase does not fit"), QStringLiteral("type it again")};
    REQUIRE(error.sentence() ==
            QStringLiteral("The practice was not opened: the passphrase does not fit; type it again"));
}

TEST_CASE("Each kind of error has its exit code", "[base]") {
    REQUIRE(exitCode(ErrorCode::Stopped) == 1);
    REQUIRE(exitCode(ErrorCode::InvalidInput) == 2);
    REQUIRE(exitCode(ErrorCode::NotFound) == 2);
    REQUIRE(exitCode(ErrorCode::WrongPassphrase) == 3);
    REQUIRE(exitCode(ErrorCode::Damaged) == 4);
    REQUIRE(exitCode(ErrorCode::Refused) == 5);
    REQUIRE(exitCode(ErrorCode::Storage) == 5);
}

} // namespace test_error
