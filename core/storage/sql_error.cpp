// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sql_error.h"

#include <QCoreApplication>

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
    return QCoreApplication::translate("storage", phrase);
}

Error SqlError::toError(const QString& what) const {
    if (isDamage()) {
        return Error{
            ErrorCode::Damaged, what, QCoreApplication::translate("storage", "the practice file is damaged"),
            QCoreApplication::translate("storage", "open the latest backup, and keep the damaged file")};
    }
    switch (m_code & 0xFF) {
    case SQLITE_FULL:
        return Error{ErrorCode::Storage, what, QCoreApplication::translate("storage", "the disk is full"),
                     QCoreApplication::translate(
                         "storage", "free some space and try again; what was saved before is safe")};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return Error{
            ErrorCode::Storage, what,
            QCoreApplication::translate("storage", "the file or its folder cannot be written"),
            QCoreApplication::translate(
                "storage", "check the rights of the folder, or move the practice to a folder of your own")};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Error{ErrorCode::Refused, what,
                     QCoreApplication::translate("storage", "another program holds the practice file"),
                     QCoreApplication::translate("storage", "close the other program and try again")};
    case SQLITE_CONSTRAINT:
        if (std::strstr(std::runtime_error::what(), "patient_search.mrn") != nullptr) {
            return Error{
                ErrorCode::Refused, what,
                QCoreApplication::translate("storage", "another patient has this MRN"),
                QCoreApplication::translate("storage", "look for that patient, or choose another number")};
        }
        return Error{ErrorCode::Refused, what,
                     QCoreApplication::translate("storage", "the change breaks a rule of the practice file"),
                     QCoreApplication::translate("storage",
                                                 "nothing was saved; open the practice again and repeat it")};
    default:
        return Error{ErrorCode::Storage, what,
                     QCoreApplication::translate("storage", "the disk reported an error (%1, code %2)")
                         .arg(QString::fromUtf8(std::runtime_error::what()))
                         .arg(m_code),
                     QCoreApplication::translate(
                         "storage", "check the disk and try again; what was saved before is safe")};
    }
}

} // namespace kairos::storage
