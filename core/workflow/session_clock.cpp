// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/session_clock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <cstdlib>

namespace kairos::workflow {
namespace {

/// Two clocks of one PC drift apart by less than this while nobody sets them.
constexpr qint64 kAgreeMs = 2'000;

} // namespace

SessionClock::SessionClock(const base::Clock& pc, const QString& anchorPath) : m_pc(pc), m_path(anchorPath) {
    load();
}

qint64 SessionClock::nowMs() const {
    return m_anchor ? m_anchor->wallMs + (m_pc.steadyMs() - m_anchor->steadyMs) : m_pc.nowMs();
}

void SessionClock::hold() {
    if (!m_anchor) {
        m_anchor = Anchor{m_pc.bootId(), m_pc.steadyMs(), m_pc.nowMs()};
        store();
    }
}

void SessionClock::release() {
    m_anchor.reset();
    if (!m_path.isEmpty()) {
        QFile::remove(m_path);
    }
}

std::optional<qint64> SessionClock::pcMovedByMs() const {
    const qint64 moved = m_pc.nowMs() - nowMs();
    return m_anchor && std::abs(moved) > kAgreeMs ? std::optional(moved) : std::nullopt;
}

void SessionClock::load() {
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return;
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const Anchor anchor{json.value(QLatin1String("boot")).toString(),
                        json.value(QLatin1String("steadyMs")).toInteger(-1),
                        json.value(QLatin1String("wallMs")).toInteger(-1)};
    // After a restart of the PC the count of its milliseconds began anew: then its clock is all there is.
    const bool isOfThisStart = !anchor.bootId.isEmpty() && anchor.bootId == m_pc.bootId();
    if (isOfThisStart && anchor.steadyMs >= 0 && anchor.steadyMs <= m_pc.steadyMs() && anchor.wallMs > 0) {
        m_anchor = anchor;
    }
}

void SessionClock::store() const {
    if (m_path.isEmpty() || !QDir().mkpath(QFileInfo(m_path).path())) {
        return;
    }
    QSaveFile file(m_path);
    // Without the file the clock is right as long as the program lives; that is no reason to stop a dose.
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(QJsonObject{{QStringLiteral("boot"), m_anchor->bootId},
                                             {QStringLiteral("steadyMs"), m_anchor->steadyMs},
                                             {QStringLiteral("wallMs"), m_anchor->wallMs}})
                       .toJson());
        file.commit();
    }
}

} // namespace kairos::workflow
