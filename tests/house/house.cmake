# SPDX-License-Identifier: GPL-3.0-or-later
# What the house checks share. A check is run as
#   cmake -DROOT=<tree> -P tests/house/check_<name>.cmake
# and fails with one line a violation. ROOT defaults to the tree this file stands in.
cmake_minimum_required(VERSION 3.25)

if(NOT DEFINED ROOT)
    get_filename_component(ROOT "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
endif()

# house_files(<out> FOLDERS core ui ENDINGS cpp h): paths from ROOT, sorted.
function(house_files out)
    cmake_parse_arguments(HOUSE "" "" "FOLDERS;ENDINGS" ${ARGN})
    set(patterns)
    foreach(folder IN LISTS HOUSE_FOLDERS)
        foreach(ending IN LISTS HOUSE_ENDINGS)
            list(APPEND patterns "${ROOT}/${folder}/*${ending}")
        endforeach()
    endforeach()
    file(GLOB_RECURSE found RELATIVE "${ROOT}" ${patterns})
    list(SORT found)
    set(${out} "${found}" PARENT_SCOPE)
endfunction()

# Files directly in ROOT that match the patterns.
function(house_root_files out)
    list(TRANSFORM ARGN PREPEND "${ROOT}/" OUTPUT_VARIABLE patterns)
    file(GLOB found RELATIVE "${ROOT}" ${patterns})
    set(${out} "${found}" PARENT_SCOPE)
endfunction()

# Counts and prints a violation.
function(house_violation text)
    message(NOTICE "${text}")
    set_property(GLOBAL APPEND PROPERTY HOUSE_VIOLATIONS x)
endfunction()

# house_forbid_line(<file> <regex> <why>): a violation when a line of the file matches.
function(house_forbid_line file regex why)
    file(STRINGS "${ROOT}/${file}" line REGEX "${regex}" LIMIT_COUNT 1)
    if(NOT line STREQUAL "")
        string(STRIP "${line}" line)
        house_violation("${file}: ${why}: ${line}")
    endif()
endfunction()

# house_finish(<checked files>): fails when there was a violation, and when nothing was looked at.
function(house_finish)
    get_property(violations GLOBAL PROPERTY HOUSE_VIOLATIONS)
    list(LENGTH violations count)
    if(ARGC EQUAL 0)
        message(FATAL_ERROR "no file was checked under ${ROOT}")
    endif()
    if(count GREATER 0)
        message(FATAL_ERROR "${count} violations in ${ARGC} files")
    endif()
    message(STATUS "${ARGC} files hold the rule")
endfunction()
