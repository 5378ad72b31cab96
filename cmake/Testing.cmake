# SPDX-License-Identifier: GPL-3.0-or-later
# A test program mirrors one room.
#   kairos_test(test_core_scales LABEL core FILES test_scoring.cpp LINKS core_scales)
# Programs that show widgets link support_gui, all others support_core: each brings its main().
if(KAIROS_TESTS)
    include(Catch)
endif()

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
    # A compiled-in "passed" without one assertion is a failure: -w NoAssertions.
    catch_discover_tests(${name}
        TEST_PREFIX "${TEST_LABEL}/" EXTRA_ARGS -w NoAssertions
        DISCOVERY_MODE PRE_TEST
        PROPERTIES LABELS "${TEST_LABEL}" SKIP_RETURN_CODE 4) # its older scripts do not say how a skipped test ends
endfunction()
