# SPDX-License-Identifier: GPL-3.0-or-later
# One-way includes between rooms, and the doors of Qt Charts, printing, the database and the cipher library.
include("${CMAKE_CURRENT_LIST_DIR}/house.cmake")

# A room may include itself and rooms of a lower rank.
set(RANKS
    core/base=0 core/record=1
    core/scales=2 core/protocols=2 core/security=2 core/spelling=2
    core/planning=3 core/safety=3 core/therapy=3 core/stock=3
    core/outcomes=4 core/reports=5 core/storage=6 core/exchange=6 core/workflow=7 core/demo=8
    ui/shared=20 ui/charts=21 ui/printing=22
    ui/today=23 ui/patients=23 ui/chart=23 ui/plan=23 ui/dosing=23 ui/therapy=23 ui/scales=23 ui/trends=23
    ui/outcomes=23 ui/ledger=23 ui/settings=23 ui/documents=23
    ui/shell=24
    app/desktop=30 app/cli=30 app/paper=30)
foreach(entry IN LISTS RANKS)
    string(REPLACE "=" ";" entry "${entry}")
    list(GET entry 0 room)
    list(GET entry 1 rank)
    set("RANK_${room}" ${rank})
endforeach()

# house_module(<out> <include>): the Qt module that a bare or prefixed Qt include belongs to, or nothing.
# Where the headers of Qt are not at hand (QT_HEADERS), only prefixed includes are recognised.
set(MODULES QtGui QtWidgets QtCharts QtPrintSupport QtSvg QtSvgWidgets QtSql QtNetwork QtTest)
function(house_module out header)
    set(${out} "" PARENT_SCOPE)
    foreach(module IN LISTS MODULES)
        if(header MATCHES "^${module}(/|$)" OR (QT_HEADERS AND header MATCHES "^[Qq]"
            AND EXISTS "${QT_HEADERS}/${module}/${header}"))
            set(${out} ${module} PARENT_SCOPE)
            return()
        endif()
    endforeach()
endfunction()

function(check_foreign file room header)
    house_module(module "${header}")
    if(module MATCHES "^(QtSql|QtNetwork)$")
        house_violation("${file}: ${module} is used nowhere: <${header}>")
    elseif(module STREQUAL "QtTest" AND NOT room MATCHES "^tests/")
        house_violation("${file}: QtTest belongs to the tests: <${header}>")
    elseif(module AND room MATCHES "^core/")
        house_violation("${file}: core uses Qt Core alone: <${header}>")
    elseif(module STREQUAL "QtCharts" AND NOT room MATCHES "^(tests/)?ui/charts$")
        house_violation("${file}: Qt Charts is for ui/charts alone: <${header}>")
    elseif(module STREQUAL "QtPrintSupport" AND NOT room MATCHES "^(tests/)?ui/printing$")
        house_violation("${file}: printing is for ui/printing alone: <${header}>")
    elseif(header MATCHES "sqlite3|sqlcipher" AND NOT room MATCHES "^core/storage$|^tests/")
        house_violation("${file}: the database is for core/storage alone: <${header}>")
    elseif(header MATCHES "^sodium" AND NOT room MATCHES "^(tests/)?core/security$")
        house_violation("${file}: libsodium is for core/security alone: <${header}>")
    elseif(header MATCHES "hunspell" AND NOT room MATCHES "^(tests/)?core/spelling$")
        house_violation("${file}: Hunspell is for core/spelling alone: <${header}>")
    endif()
endfunction()

function(check_own file room header)
    if(header MATCHES "^(core|ui|app)/([a-z_]+)/")
        set(target "${CMAKE_MATCH_1}/${CMAKE_MATCH_2}")
        if(NOT DEFINED "RANK_${target}")
            house_violation("${file}: ${target} is no room of the house: \"${header}\"")
        elseif(NOT target STREQUAL room AND NOT "${RANK_${target}}" LESS "${RANK_${room}}")
            house_violation("${file}: ${room} must not include ${target}: \"${header}\"")
        elseif(room MATCHES "^ui/" AND target MATCHES "^core/(storage|exchange)$")
            house_violation("${file}: ui reaches ${target} through core/workflow: \"${header}\"")
        endif()
    elseif(NOT header MATCHES "\\.moc$")
        house_violation("${file}: an own header is included by its full path: \"${header}\"")
    endif()
endfunction()

house_files(files FOLDERS core ui app tests ENDINGS .cpp .h)
foreach(file IN LISTS files)
    string(REGEX MATCH "^(tests/)?[a-z]+/[a-z_]+" room "${file}")
    if(NOT file MATCHES "^tests/" AND NOT DEFINED "RANK_${room}")
        house_violation("${file}: ${room} is no room of the house")
        continue()
    endif()
    file(STRINGS "${ROOT}/${file}" lines REGEX "^[ \t]*#[ \t]*include")
    foreach(line IN LISTS lines)
        if(line MATCHES "<([^>]+)>")
            check_foreign("${file}" "${room}" "${CMAKE_MATCH_1}")
        elseif(NOT file MATCHES "^tests/" AND line MATCHES "\"([^\"]+)\"")
            check_own("${file}" "${room}" "${CMAKE_MATCH_1}")
        endif()
    endforeach()
endforeach()
house_finish(${files})
