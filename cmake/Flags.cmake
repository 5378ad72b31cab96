# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries the language level, the warnings and the sanitizers to every room.
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_LINK_WHAT_YOU_USE OFF)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers carry time stamps that ccache must be told to overlook. Paths within the project are hashed
    # relative to the build folder and the folder itself is not, so that the presets find each other's objects.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env
        "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime"
        "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" "CCACHE_NOHASHDIR=1" "CCACHE_PCH_EXTSUM=1" "CCACHE_DEPEND=1"
        ${CCACHE_PROGRAM})
endif()

add_library(kairos_flags INTERFACE)
target_compile_features(kairos_flags INTERFACE cxx_std_20)
target_include_directories(kairos_flags INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(kairos_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_NO_FOREACH KAIROS_VERSION="${PROJECT_VERSION}")
# What throws inside a REQUIRE ends its test case all the same; without a landing place in every one of them the tests
# take less time to compile.
target_compile_definitions(kairos_flags INTERFACE
    $<$<BOOL:$<TARGET_PROPERTY:KAIROS_IS_TEST>>:CATCH_CONFIG_FAST_COMPILE>)
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    # The oldest Qt that Kairos is built with is 6.4: what a later one calls outdated has no successor there.
    target_compile_definitions(kairos_flags INTERFACE QT_WARN_DEPRECATED_UP_TO=0x060400)
    # An executable's objects would be -fPIE and could not use the rooms' precompiled headers; 6.4 asks for -fPIC itself.
    target_compile_options(kairos_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fPIC>)
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_compile_options(kairos_flags INTERFACE
        -Wall -Wextra -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
        -Wno-sign-conversion $<$<NOT:$<CONFIG:Debug>>:-fstack-protector-strong>
        $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
    # The compiler tidies its memory less often: a fifth of the time to compile, for some 300 MB more a file.
    target_compile_options(kairos_flags INTERFACE
        "$<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-expand=300;--param=ggc-min-heapsize=1048576>")
    if(KAIROS_WERROR)
        # What may be used before it is set is a guess over inlined code, and g++ 14 guesses wrong of optionals that are
        # moved; the oldest compiler decides.
        target_compile_options(kairos_flags INTERFACE -Werror
            $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_GREATER_EQUAL:$<CXX_COMPILER_VERSION>,13>>:-Wno-error=maybe-uninitialized>)
    endif()
    if(KAIROS_SANITIZE)
        # Of UBSan four checks are off, which more than double the time to compile: a null pointer ends in the address
        # sanitizer anyway, object-size sees little without heavier optimising, vptr repeats what qobject_cast asks for,
        # and alignment looks at every access for what our processors allow.
        # The test programs' own code has the address sanitizer alone: what they call has both, and the checks for
        # undefined behaviour in every REQUIRE take longer to compile than the test itself.
        target_compile_options(kairos_flags INTERFACE
            -fsanitize=address $<$<NOT:$<BOOL:$<TARGET_PROPERTY:KAIROS_IS_TEST>>>:-fsanitize=undefined>
            -fno-sanitize=null,object-size,vptr,alignment
            -fno-sanitize-recover=all -fno-omit-frame-pointer)
        # Accesses are looked at by calls instead of code in place: a quarter to two fifths of the time to compile, for
        # tests that spend most of their time elsewhere.
        target_compile_options(kairos_flags INTERFACE
            $<$<CXX_COMPILER_ID:GNU>:--param=asan-instrumentation-with-call-threshold=0>)
        target_link_options(kairos_flags INTERFACE -fsanitize=address,undefined)
    endif()
endif()

# Some eighty test programs are put together, each of every room below it: mold takes a fifth of the time for it.
find_program(KAIROS_MOLD mold)
if(KAIROS_MOLD AND CMAKE_BUILD_TYPE STREQUAL "Debug" AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_link_options(kairos_flags INTERFACE -fuse-ld=mold)
endif()

# A room's library names its objects instead of holding copies of them: nothing but the build folder reads it.
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND CMAKE_BUILD_TYPE STREQUAL "Debug")
    set(CMAKE_CXX_ARCHIVE_CREATE "<CMAKE_AR> qcST <TARGET> <LINK_FLAGS> <OBJECTS>")
    set(CMAKE_CXX_ARCHIVE_APPEND "<CMAKE_AR> qST <TARGET> <LINK_FLAGS> <OBJECTS>")
endif()

# Files that hold valijson: with the sanitizers g++ 12 takes parts of std::regex for uninitialised there.
function(kairos_holds_regex)
    if(KAIROS_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS -Wno-maybe-uninitialized)
    endif()
endfunction()
