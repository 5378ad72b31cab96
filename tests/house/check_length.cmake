# SPDX-License-Identifier: GPL-3.0-or-later
# A code file has at most 400 lines.
include("${CMAKE_CURRENT_LIST_DIR}/house.cmake")

house_files(files FOLDERS app core ui tests ENDINGS .cpp .h)
foreach(file IN LISTS files)
    file(READ "${ROOT}/${file}" content)
    string(REGEX MATCHALL "\n" breaks "${content}")
    list(LENGTH breaks lines)
    if(lines GREATER 400)
        house_violation("${file}: ${lines} lines, and 400 is the most")
    endif()
endforeach()
house_finish(${files})
