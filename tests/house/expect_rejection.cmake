# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a check on a tree with one violation: cmake -DCHECK=<script> -DROOT=<tree> -DEXPECT=<regex> -P this file.
execute_process(
    COMMAND "${CMAKE_COMMAND}" "-DROOT=${ROOT}" "-DQT_HEADERS=${QT_HEADERS}" -P "${CHECK}"
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(result EQUAL 0)
    message(FATAL_ERROR "the check accepted the violation:\n${output}")
endif()
if(NOT output MATCHES "${EXPECT}" OR NOT output MATCHES "1 violations in")
    message(FATAL_ERROR "the check failed with other words than \"${EXPECT}\":\n${output}")
endif()
