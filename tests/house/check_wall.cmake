# SPDX-License-Identifier: GPL-3.0-or-later
# Private notes are absent by construction: nothing but their own files names them, so no search, export, report, print,
# list or other page can come upon one.
include("${CMAKE_CURRENT_LIST_DIR}/house.cmake")

# Their own files, the two that carry their rows in one transaction with records, what holds and closes the open key,
# and the check of the whole file.
set(OWN
    "^core/record/private_entry\\.h$"
    "^core/security/private_key\\.(cpp|h)$"
    "^core/storage/(private_[a-z]+|practice_file|verify|rebuild)\\.(cpp|h)$"
    "^core/workflow/(private_[a-z]+|writing_door|signing|open_practice|clinic_care)\\.(cpp|h)$"
    "^ui/therapy/(private_[a-z]+|note_tabs|release_dialog)\\.(cpp|h)$"
    "^ui/shell/main_window\\.cpp$")
house_files(files FOLDERS app core ui ENDINGS .cpp .h)
foreach(file IN LISTS files)
    set(own OFF)
    foreach(pattern IN LISTS OWN)
        if(file MATCHES "${pattern}")
            set(own ON)
        endif()
    endforeach()
    if(NOT own)
        house_forbid_line("${file}"
            "private_(entry|key|table|rows|notes|access|seal|wall|release|book|gate|pane|text|questions)\\.h|private_(key|note|release|draft)([^A-Za-z_]|$)|behindWall\\(|kPrivateEntry"
            "what it names stands behind the wall")
    endif()
endforeach()
house_finish(${files})
