# SPDX-License-Identifier: GPL-3.0-or-later
# Qt's moc is run without the folders of what a header includes, of which it needs nothing: AUTOMOC hands them over, and
# then each run reads all of Qt, twenty times as long. What moc writes is compiled together with the .cpp file of the same
# name, which reads the header anyway (kairos_unity).
#   kairos_moc(out target): the .cpp files that moc writes for the target's headers
function(kairos_moc out target)
    set(written "")
    get_target_property(files ${target} SOURCES)
    file(RELATIVE_PATH room "${CMAKE_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
    foreach(file IN LISTS files)
        if(NOT file MATCHES "\\.h$" OR IS_ABSOLUTE "${file}")
            continue()
        endif()
        file(STRINGS "${file}" classes REGEX "^ *Q_OBJECT$")
        if(NOT classes)
            continue()
        endif()
        get_filename_component(name "${file}" NAME_WE)
        set(moc "${CMAKE_CURRENT_BINARY_DIR}/moc/moc_${name}.cpp")
        add_custom_command(OUTPUT "${moc}"
            COMMAND Qt6::moc -p "${room}" -o "${moc}" "${CMAKE_CURRENT_SOURCE_DIR}/${file}"
            DEPENDS "${file}" VERBATIM)
        list(APPEND written "${moc}")
    endforeach()
    file(MAKE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/moc")
    set_source_files_properties(${written} PROPERTIES HEADER_FILE_ONLY ON)
    target_sources(${target} PRIVATE ${written})
    set(${out} "${written}" PARENT_SCOPE)
endfunction()

# Writes a file that includes others, and has it compiled: `files` by paths from the root of the project, so that ccache
# knows it again in another folder, then what moc wrote.
function(kairos_together target name files mocs)
    set(includes "")
    foreach(file IN LISTS files)
        file(RELATIVE_PATH path "${CMAKE_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
        string(APPEND includes "#include \"${path}\"\n")
    endforeach()
    foreach(moc IN LISTS mocs)
        get_filename_component(file "${moc}" NAME)
        string(APPEND includes "#include \"../moc/${file}\"\n")
    endforeach()
    set(together "${CMAKE_CURRENT_BINARY_DIR}/unity/${name}.cpp")
    file(CONFIGURE OUTPUT "${together}" CONTENT "${includes}" @ONLY)
    set_source_files_properties("${together}" PROPERTIES OBJECT_DEPENDS "${mocs}")
    target_sources(${target} PRIVATE "${together}")
endfunction()
