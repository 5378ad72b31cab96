# SPDX-License-Identifier: GPL-3.0-or-later
# Nothing unfinished and nothing of one person's machine. The patterns are written so that they do not match themselves.
include("${CMAKE_CURRENT_LIST_DIR}/house.cmake")

house_files(files FOLDERS app core ui tests cmake packaging resources
    ENDINGS .cpp .h .cmake .txt .json .sql .md .qss)
house_root_files(root_files *.md CMakeLists.txt CMakePresets.json)
file(GLOB scripts RELATIVE "${ROOT}" "${ROOT}/packaging/*" "${ROOT}/.ci/*")
foreach(script IN LISTS scripts)
    if(NOT IS_DIRECTORY "${ROOT}/${script}")
        list(APPEND files "${script}")
    endif()
endforeach()
list(APPEND files ${root_files})
list(REMOVE_DUPLICATES files)
foreach(file IN LISTS files)
    house_forbid_line("${file}" "T[O]DO|F[I]XME|X[X]X" "unfinished work")
    house_forbid_line("${file}" "/[w]ork/|/t[m]p/[a-z]|/ho[m]e/|/Us[e]rs/|/ro[o]t/" "a path of one machine")
endforeach()
house_finish(${files})
