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
house_finish(${files})
