# SPDX-License-Identifier: GPL-3.0-or-later
# Every library Kairos stands on, found once. The packages that hold them: packaging/packages.txt.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core)
set(QT_NO_PRIVATE_MODULE_WARNING ON)
if(KAIROS_UI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Charts PrintSupport Svg)
    if(KAIROS_TESTS)
        find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
        # Qt6::Test tells each program its own folders, which would part the test programs' precompiled header and
        # their objects in ccache; only QFINDTESTDATA reads them, which is used nowhere.
        add_library(kairos_qtest INTERFACE)
        target_include_directories(kairos_qtest SYSTEM INTERFACE
            $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)
        target_link_libraries(kairos_qtest INTERFACE Qt6::Core $<TARGET_LINKER_FILE:Qt6::Test>)
    endif()
endif()

# Compiles the translations. Qt's own comes first: a system may hold the one of an older Qt beside it.
find_program(KAIROS_LRELEASE NAMES lrelease lrelease-qt6 REQUIRED
    HINTS "${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS}" "${QT6_INSTALL_PREFIX}/tools/Qt6/bin")

find_package(PkgConfig REQUIRED)
pkg_check_modules(SQLCIPHER REQUIRED IMPORTED_TARGET sqlcipher)
list(GET SQLCIPHER_LINK_LIBRARIES 0 sqlcipher)
if(UNIX AND EXISTS "${sqlcipher}")
    file(STRINGS "${sqlcipher}" full_text REGEX "ENABLE_FTS5" LIMIT_COUNT 1)
    if(NOT full_text)
        message(FATAL_ERROR "${sqlcipher} was built without full-text search (FTS5), and no practice could be made with "
            "it. packaging/setup builds one that has it, where the system's has not.")
    endif()
endif()
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(HUNSPELL REQUIRED IMPORTED_TARGET hunspell)
if(KAIROS_UI)
    # Draws PDF pages, in a program of its own.
    pkg_check_modules(POPPLER REQUIRED IMPORTED_TARGET poppler-cpp)
    pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
endif()

find_path(EXPECTED_INCLUDE_DIR tl/expected.hpp REQUIRED)
add_library(kairos_expected INTERFACE)
target_include_directories(kairos_expected SYSTEM INTERFACE "${EXPECTED_INCLUDE_DIR}")

find_path(VALIJSON_INCLUDE_DIR valijson/validator.hpp REQUIRED)
add_library(kairos_valijson INTERFACE)
target_include_directories(kairos_valijson SYSTEM INTERFACE "${VALIJSON_INCLUDE_DIR}")

if(KAIROS_TESTS)
    find_package(Catch2 3 REQUIRED)
endif()
