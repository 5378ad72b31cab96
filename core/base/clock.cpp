// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QDateTime>
#include <QFile>

#include <chrono>

#ifdef Q_OS_LINUX
#include <ctime>
#endif

namespace kairos::base {

qint64 SystemClock::nowMs() const {
    return QDateTime::currentMSecsSinceEpoch();
}

qint64 SystemClock::steadyMs() const {
#ifdef Q_OS_LINUX
    // It goes on while the PC sleeps, which the steady clock of the language does not.
    timespec time{};
    if (clock_gettime(CLOCK_BOOTTIME, &time) == 0) {
        return qint64{time.tv_sec} * 1000 + time.tv_nsec / 1'000'000;
    }
#endif
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

QString SystemClock::bootId() const {
#ifdef Q_OS_LINUX
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    if (file.open(QIODevice::ReadOnly)) {
        return QString::fromLatin1(file.readAll()).trimmed();
    }
#endif
    return {};
}

} // namespace kairos::base
