// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/limits.h"

#ifdef _WIN32
#include <cstdio>
#include <fcntl.h>
#include <io.h>
#else
#include <sys/resource.h>
#endif

namespace kairos::paper {

#ifdef _WIN32
void limitThisProcess() {
    // The reader's side ends it by time; here only the streams, which would change the ends of lines.
    _setmode(_fileno(stdin), _O_BINARY);
    _setmode(_fileno(stdout), _O_BINARY);
}
#else
namespace {

void limitTo(int resource, rlim_t most) {
    const rlimit limit{most, most};
    setrlimit(static_cast<decltype(RLIMIT_AS)>(resource), &limit);
}

} // namespace

void limitThisProcess() {
    [[maybe_unused]] constexpr rlim_t kMegabyte = 1024 * 1024;
#ifndef __SANITIZE_ADDRESS__ // The sanitizer itself reserves far more than that.
    limitTo(RLIMIT_AS, 1536 * kMegabyte);
#endif
    limitTo(RLIMIT_CPU, 60);
    // No file is written and no memory with a patient's paper is left behind by a crash.
    limitTo(RLIMIT_FSIZE, 0);
    limitTo(RLIMIT_CORE, 0);
}
#endif

} // namespace kairos::paper
