// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/operating_system_user.h"

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace kairos::cli {

QString operatingSystemUser() {
#ifdef Q_OS_UNIX
    // Asked of the system itself: an environment variable says whatever the caller likes.
    if (const passwd* account = getpwuid(getuid()); account != nullptr && account->pw_name != nullptr) {
        return QString::fromLocal8Bit(account->pw_name);
    }
    return QStringLiteral("user %1").arg(getuid());
#else
    const QString name = qEnvironmentVariable("USERNAME");
    return name.isEmpty() ? QStringLiteral("unknown user") : name;
#endif
}

} // namespace kairos::cli
