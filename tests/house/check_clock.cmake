# SPDX-License-Identifier: GPL-3.0-or-later
# The time comes through base::Clock; only the clock itself reads the PC's.
include("${CMAKE_CURRENT_LIST_DIR}/house.cmake")

house_files(files FOLDERS core ui tests ENDINGS .cpp .h)
list(REMOVE_ITEM files core/base/clock.cpp)
foreach(file IN LISTS files)
    house_forbid_line("${file}"
        "::currentDate(Time|TimeUtc)?\\(|QTime::currentTime\\(|::current(M)?SecsSinceEpoch\\(|system_clock::now"
        "the wall clock is read through base::Clock")
endforeach()
house_finish(${files})
