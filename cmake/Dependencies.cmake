# SPDX-License-Identifier: GPL-3.0-or-later
# Every library Kairos stands on, found once. The packages that hold them: packaging/packages.txt.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core)
set(QT_NO_PRIVATE_MODULE_WARNING ON)
if(KAIROS_UI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Charts PrintSupport Svg)
    if(KAIROS_TESTS)
        find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
    endif()
endif()

find_package(PkgConfig REQUIRED)
pkg_check_modules(SQLCIPHER REQUIRED IMPORTED_TARGET sqlcipher)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
if(KAIROS_UI)
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
