# SPDX-License-Identifier: GPL-3.0-or-later
# A test file stands in a namespace of its own name: what it calls "Desk" meets no other file's, and the files of a test
# program are compiled together (cmake/Unity.cmake).
include("${CMAKE_CURRENT_LIST_DIR}/house.cmake")

house_files(files FOLDERS tests ENDINGS .cpp)
list(FILTER files INCLUDE REGEX "/test_[a-z0-9_]+\\.cpp$")
foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME_WE)
    file(STRINGS "${ROOT}/${file}" line REGEX "^namespace ${name} {$" LIMIT_COUNT 1)
    if(line STREQUAL "")
        house_violation("${file}: not in the namespace ${name}")
    endif()
endforeach()
house_finish(${files})
