// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <stdexcept>

struct sqlite3;

namespace kairos::storage {

/// A trouble the engine reported. It stays inside core/storage: `guarded` turns it into an Error.
class SqlError final : public std::runtime_error {
public:
    SqlError(int code, const char* message) : std::runtime_error(message), m_code(code) {}
    /// The last error of a connection.
    [[nodiscard]] static SqlError of(sqlite3* connection);

    [[nodiscard]] int code() const { return m_code; }
    /// Whether the bytes in the file are no longer what was written.
    [[nodiscard]] bool isDamage() const;
    /// Whether a virtual table, that is the search index, could not even be opened.
    [[nodiscard]] bool isOfVirtualTable() const;
    /// In words for a person; `what` says what did not happen.
    [[nodiscard]] base::Error toError(const QString& what) const;

private:
    int m_code; ///< extended result code
};

/// A phrase of this room, marked by QT_TRANSLATE_NOOP("Words", …), in the user's language.
[[nodiscard]] QString wording(const char* phrase);

/// Runs `work` and hands on its value; an SqlError becomes an Error that begins with `what`, a phrase as for
/// wording(): it is worded only when it is needed.
template <class Work>
auto guarded(const char* what, Work&& work) -> base::Result<decltype(work())> {
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const SqlError& error) {
        return tl::unexpected<base::Error>(error.toError(wording(what)));
    }
}

} // namespace kairos::storage
