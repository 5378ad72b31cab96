// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace kairos::base {

/// A value, or the error that kept it from being made.
template <class T>
using Result = tl::expected<T, Error>;

/// Success without a value, or an error.
using Outcome = tl::expected<void, Error>;

/// Shorthand for returning an error from a function that returns a Result or an Outcome.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, const QString& what, const QString& why,
                                                const QString& remedy) {
    return tl::unexpected<Error>(Error{code, what, why, remedy});
}

} // namespace kairos::base
