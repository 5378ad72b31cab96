// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QString>

#include <csignal>
#include <sys/resource.h>

namespace kairos::test {

/// While it lives, no file of this process may grow beyond `bytes`.
class FileSizeLimit final {
public:
    explicit FileSizeLimit(qint64 bytes) {
        getrlimit(RLIMIT_FSIZE, &m_former);
        m_formerHandler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit = m_former;
        limit.rlim_cur = static_cast<rlim_t>(bytes);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &m_former);
        std::signal(SIGXFSZ, m_formerHandler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_former{};
    void (*m_formerHandler)(int) = nullptr;
};

/// How long the log beside a practice is: what is written next goes behind it.
inline qint64 logSize(const QString& path) {
    return QFileInfo(path + QStringLiteral("-wal")).size();
}

} // namespace kairos::test
