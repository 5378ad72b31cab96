# SPDX-License-Identifier: GPL-3.0-or-later
# Only core/storage writes to the database: nowhere else stands a statement that changes it.
include("${CMAKE_CURRENT_LIST_DIR}/house.cmake")

house_files(files FOLDERS app core ui ENDINGS .cpp .h)
list(FILTER files EXCLUDE REGEX "^core/storage/")
foreach(file IN LISTS files)
    house_forbid_line("${file}"
        "INSERT (OR [A-Z]+ )?INTO|REPLACE INTO|UPDATE [A-Za-z_]+ SET|DELETE FROM|(CREATE|DROP|ALTER) (TABLE|INDEX|VIEW)"
        "only core/storage writes to the database")
    house_forbid_line("${file}"
        "insert (or [a-z]+ )?into|update [a-z_]+ set |delete from|sqlite3_(exec|prepare|open|step)"
        "only core/storage speaks to the database")
endforeach()

# Inside storage the clinical tables have one writer, the projection of the journal; all others write their own table,
# or the words of the search index, which holds no record. What is behind the wall has two of its own.
file(GLOB storage RELATIVE "${ROOT}" "${ROOT}/core/storage/*.cpp" "${ROOT}/core/storage/*.h")
list(REMOVE_ITEM storage core/storage/record_table.cpp)
foreach(file IN LISTS storage)
    file(READ "${ROOT}/${file}" content)
    string(REGEX MATCHALL "(INSERT INTO|REPLACE INTO|DELETE FROM|\"UPDATE) [a-z_]*" writes "${content}")
    foreach(write IN LISTS writes)
        if(write MATCHES " private_" AND file MATCHES "^core/storage/private_(notes|write)\\.cpp$")
            continue()
        endif()
        if(NOT write MATCHES " (attachment|draft|journal|meta|search_(name|row|text)|sqlite_schema)$")
            house_violation("${file}: clinical tables are written by core/storage/record_table.cpp alone: ${write}")
        endif()
    endforeach()
endforeach()
house_finish(${files} ${storage})
