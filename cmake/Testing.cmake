# SPDX-License-Identifier: GPL-3.0-or-later
# A test program mirrors one room.
#   kairos_test(test_core_scales LABEL core FILES test_scoring.cpp LINKS core_scales)
# Programs that show widgets link support_gui, all others support_core: each brings its main().
# Each test file is one entry for ctest, and its cases run one after the other in one process: with a process for each
# case two fifths of the time went into starting them.
function(kairos_test name)
    cmake_parse_arguments(TEST "" "LABEL" "FILES;LINKS" ${ARGN})
    add_executable(${name} ${TEST_FILES})
    target_link_libraries(${name} PRIVATE kairos_flags ${TEST_LINKS})
    set_target_properties(${name} PROPERTIES KAIROS_IS_TEST ON)
    target_compile_definitions(${name} PRIVATE
        KAIROS_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
        KAIROS_SHARED_DATA="${CMAKE_SOURCE_DIR}/../shared/data")
    if(support_gui IN_LIST TEST_LINKS)
        target_precompile_headers(${name} REUSE_FROM kairos_pch_test_gui)
    else()
        target_precompile_headers(${name} REUSE_FROM kairos_pch_test_core)
    endif()
    kairos_unity(${name})
    file(RELATIVE_PATH room "${CMAKE_SOURCE_DIR}/tests" "${CMAKE_CURRENT_SOURCE_DIR}")
    list(FILTER TEST_FILES INCLUDE REGEX "^test_.*\\.cpp$")
    set(cost 0)
    if(TEST_LABEL STREQUAL "fault")
        set(cost 1) # what kills a program a hundred times takes longest, and so begins first
    endif()
    list(TRANSFORM TEST_FILES PREPEND "${room}/" OUTPUT_VARIABLE paths)
    set_property(GLOBAL APPEND PROPERTY KAIROS_TEST_FILES ${paths})
    foreach(file IN LISTS TEST_FILES)
        string(REGEX REPLACE "^(test_(.*))\\.cpp$" "\\1;\\2" names "${file}")
        list(GET names 0 tag)
        list(GET names 1 subject)
        # Catch2 tags each case by its file's name. A compiled-in "passed" without one assertion is a failure.
        add_test(NAME "${TEST_LABEL}/${room}/${subject}"
            COMMAND ${name} --filenames-as-tags --warn NoAssertions "[#${tag}]")
        set_tests_properties("${TEST_LABEL}/${room}/${subject}" PROPERTIES
            COST ${cost} LABELS "${TEST_LABEL}"
            SKIP_RETURN_CODE 4) # what a program ends with of which every case was skipped
    endforeach()
endfunction()

# A test file that no program lists, or that was given to a program behind kairos_test's back, would be told by nobody.
# Without the desktop program only its files are missing.
function(kairos_every_file_tested)
    if(NOT KAIROS_UI)
        return()
    endif()
    file(GLOB_RECURSE files RELATIVE "${CMAKE_SOURCE_DIR}/tests" "${CMAKE_SOURCE_DIR}/tests/test_*.cpp")
    get_property(tested GLOBAL PROPERTY KAIROS_TEST_FILES)
    list(REMOVE_ITEM files ${tested})
    if(files)
        message(FATAL_ERROR "No test runs these files; list them in FILES of the kairos_test of their folder: ${files}")
    endif()
endfunction()
