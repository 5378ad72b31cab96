# SPDX-License-Identifier: GPL-3.0-or-later
# A room is a folder with a static target of its own; its files are listed by name.
#   kairos_room(core_scales FILES scoring.h scoring.cpp LINKS core_record)
function(kairos_room name)
    cmake_parse_arguments(ROOM "" "" "FILES;LINKS" ${ARGN})
    add_library(${name} STATIC ${ROOM_FILES})
    target_link_libraries(${name} PUBLIC kairos_flags ${ROOM_LINKS})
    if(name MATCHES "^ui_" AND TARGET kairos_pch_ui)
        target_precompile_headers(${name} REUSE_FROM kairos_pch_ui)
    elseif(TARGET kairos_pch_core)
        target_precompile_headers(${name} REUSE_FROM kairos_pch_core)
    endif()
    kairos_unity(${name})
endfunction()

# The precompiled headers hold foreign headers only, so that no room sees another through them.
function(kairos_precompiled name link)
    file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/pch/${name}.cpp"
        CONTENT "namespace kairos {}\n" @ONLY)
    add_library(${name} OBJECT "${CMAKE_BINARY_DIR}/pch/${name}.cpp")
    target_link_libraries(${name} PRIVATE kairos_flags kairos_expected ${link})
    target_precompile_headers(${name} PRIVATE ${ARGN})
    # ccache takes this small text for the precompiled header's contents (CCACHE_PCH_EXTSUM): the header itself is
    # above 100 MB and differs from folder to folder, so that no build would find what another one compiled.
    file(SHA256 "${EXPECTED_INCLUDE_DIR}/tl/expected.hpp" expected)
    set(sum "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}\nQt ${Qt6_VERSION}\nCatch2 ${Catch2_VERSION}\n")
    string(APPEND sum "expected ${expected}\n${name} ${ARGN}\n")
    file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${name}.dir/cmake_pch.hxx.gch.sum"
        CONTENT "${sum}" @ONLY)
endfunction()
