// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kairos::base {

/// What kind of trouble an Error names. The command line turns it into its exit code.
enum class ErrorCode {
    InvalidInput,    ///< impossible or malformed input: exit 2
    WrongPassphrase, ///< passphrase, password or recovery code does not fit: exit 3
    Damaged,         ///< damaged or foreign file, content that fails its hash: exit 4
    NotFound,        ///< the named thing is not there: exit 2
    Refused,         ///< newer schema, exists already, not allowed, locked by another Kairos: exit 5
    Storage,         ///< disk full, read-only, input/output error: exit 5
    Stopped          ///< a clinical stop without an override: exit 1
};

/// A trouble that a person or a file caused, in words for a person.
/// The three parts are whole phrases without a final stop; sentence() joins them.
/// No part ever holds patient data: a record id is enough to find the record.
struct Error {
    ErrorCode code = ErrorCode::InvalidInput;
    QString what;   ///< what did not happen, e.g. "The practice was not opened"
    QString why;    ///< why, e.g. "the passphrase does not fit this file"
    QString remedy; ///< what to do, e.g. "type it again, or use the recovery code"

    bool operator==(const Error&) const = default;

    /// "what: why; what to do" on one line.
    [[nodiscard]] QString sentence() const;
};

/// The exit code of kairos-cli for an error: 1 to 5.
[[nodiscard]] int exitCode(ErrorCode code);

} // namespace kairos::base
