// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace kairos::base {

QString Error::sentence() const {
    QString line = what;
    if (!why.isEmpty()) {
        line += QStringLiteral(": ") + why;
    }
    if (!remedy.isEmpty()) {
        line += QStringLiteral("; ") + remedy;
    }
    return line;
}

int exitCode(ErrorCode code) {
    switch (code) {
    case ErrorCode::Stopped:
        return 1;
    case ErrorCode::InvalidInput:
    case ErrorCode::NotFound:
        return 2;
    case ErrorCode::WrongPassphrase:
        return 3;
    case ErrorCode::Damaged:
        return 4;
    case ErrorCode::Refused:
    case ErrorCode::Storage:
        return 5;
    }
    return 2;
}

} // namespace kairos::base
