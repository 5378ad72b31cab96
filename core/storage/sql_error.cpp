// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sql_error.h"

#include "core/storage/words.h"

#include <sqlite3.h>

#include <cstring>

namespace kairos::storage {

using base::Error;
using base::ErrorCode;

SqlError SqlError::of(sqlite3* connection) {
    if (connection == nullptr) {
        return SqlError(SQLITE_NOMEM, "out of memory");
    }
    return SqlError(sqlite3_extended_errcode(connection), sqlite3_errmsg(connection));
}

bool SqlError::isDamage() const {
    const int primary = m_code & 0xFF;
    // A page that fails its own check comes back as an error without a cause of its own; mistakes in SQL name
    // theirs.
    const bool isCodec =
        primary == SQLITE_ERROR && std::strcmp(std::runtime_error::what(), sqlite3_errstr(SQLITE_ERROR)) == 0;
    return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB || isCodec;
}

bool SqlError::isOfVirtualTable() const {
    return std::strstr(std::runtime_error::what(), "vtable constructor failed") != nullptr;
}

QString wording(const char* phrase) {
    return Words::tr(phrase);
}

Error SqlError::toError(const QString& what) const {
    if (isDamage()) {
        return Error{ErrorCode::Damaged, what, Words::tr("the practice file is damaged"),
                     Words::tr("open the latest backup, and keep the damaged file")};
    }
    switch (m_code & 0xFF) {
    case SQLITE_FULL:
        return Error{ErrorCode::Storage, what, Words::tr("the disk is full"),
                     Words::tr("free some space and try again; what was saved before is safe")};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return Error{
            ErrorCode::Storage, what, Words::tr("the file or its folder cannot be written"),
            Words::tr("check the rights of the folder, or move the practice to a folder of your own")};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Error{ErrorCode::Refused, what, Words::tr("another program holds the practice file"),
                     Words::tr("close the other program and try again")};
    case SQLITE_CONSTRAINT:
        if (std::strstr(std::runtime_error::what(), "patient_search.mrn") != nullptr) {
            return Error{ErrorCode::Refused, what, Words::tr("another patient has this MRN"),
                         Words::tr("look for that patient, or choose another number")};
        }
        return Error{ErrorCode::Refused, what, Words::tr("the change breaks a rule of the practice file"),
                     Words::tr("nothing was saved; open the practice again and repeat it")};
    default:
        return Error{ErrorCode::Storage, what,
                     Words::tr("the disk reported an error (%1, code %2)")
                         .arg(QString::fromUtf8(std::runtime_error::what()))
                         .arg(m_code),
                     Words::tr("check the disk and try again; what was saved before is safe")};
    }
}

} // namespace kairos::storage
