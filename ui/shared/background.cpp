// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/background.h"

#include <QPointer>
#include <QThreadPool>

#include <mutex>
#include <vector>

namespace kairos::ui {
namespace {

constexpr int kCloseWaitMs = 2'000;

} // namespace

/// What the work and the window share. It outlives Background while work that ignores its token still runs.
struct Background::Shared {
    std::mutex mutex;
    QObject* receiver = nullptr; ///< lives in the window's thread; null once Background is gone
    std::vector<CancelToken> tokens;
    int running = 0;
    std::unique_ptr<QObject> owned;
    std::unique_ptr<QThreadPool> pool;
};

Background::Background() : m_shared(std::make_shared<Shared>()) {
    m_shared->owned = std::make_unique<QObject>();
    m_shared->receiver = m_shared->owned.get();
    m_shared->pool = std::make_unique<QThreadPool>();
}

Background::~Background() {
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->receiver = nullptr;
        for (const CancelToken& token : m_shared->tokens) {
            token.cancel();
        }
    }
    m_shared->pool->clear();
    if (!m_shared->pool->waitForDone(kCloseWaitMs)) {
        // Closing the window must not hang: the pool is left to end with the process, since to destroy it
        // would wait for the work.
        static_cast<void>(m_shared->pool.release());
    } else {
        m_shared->pool.reset();
    }
    m_shared->owned.reset();
}

bool Background::isBusy() const {
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->running > 0;
}

void Background::start(QObject& context, const CancelToken& token, Job job) {
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->tokens.push_back(token);
        ++m_shared->running;
    }
    const auto death =
        QObject::connect(&context, &QObject::destroyed, m_shared->receiver, [token] { token.cancel(); });
    const QPointer<QObject> guard(&context);
    m_shared->pool->start([shared = m_shared, guard, token, death, job = std::move(job)] {
        const std::function<void()> deliver = token.isCancelled() ? std::function<void()>() : job();
        const auto arrive = [shared, guard, token, death, deliver] {
            QObject::disconnect(death);
            {
                const std::lock_guard inner(shared->mutex);
                std::erase(shared->tokens, token);
                --shared->running;
            }
            if (deliver && !guard.isNull() && !token.isCancelled()) {
                deliver();
            }
        };
        const std::lock_guard lock(shared->mutex);
        if (shared->receiver != nullptr) {
            QMetaObject::invokeMethod(shared->receiver, arrive, Qt::QueuedConnection);
        }
    });
}

} // namespace kairos::ui
