// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/idle_lock.h"

#include "core/base/check.h"
#include "core/base/clock.h"

#include <QCoreApplication>
#include <QEvent>

namespace kairos::ui {
namespace {

constexpr qint64 kMinuteMs = 60'000;

} // namespace

IdleLock::IdleLock(const base::Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleLock::start(int minutes) {
    setMinutes(minutes);
    m_isRunning = true;
    touch();
}

void IdleLock::setMinutes(int minutes) {
    KAIROS_CHECK(minutes >= 1);
    m_spanMs = minutes * kMinuteMs;
}

void IdleLock::stop() {
    m_isRunning = false;
}

void IdleLock::touch() {
    m_lastMs = m_clock.nowMs();
}

qint64 IdleLock::leftMs() const {
    // A clock that was set back must not keep the PC open for longer than the span.
    const qint64 passed = m_clock.nowMs() - m_lastMs;
    return passed < 0 ? m_spanMs : qMax(qint64{0}, m_spanMs - passed);
}

void IdleLock::tick() {
    if (m_isRunning && leftMs() == 0) {
        m_isRunning = false;
        Q_EMIT due();
    }
}

bool IdleLock::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        if (m_isRunning) {
            touch();
        }
        break;
    default: // Nothing a person did.
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace kairos::ui
