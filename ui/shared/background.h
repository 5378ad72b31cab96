// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace kairos::ui {

/// Tells work that nobody waits for it any more. Long work asks it often. A value shared with the work.
class CancelToken final {
public:
    [[nodiscard]] bool isCancelled() const { return m_flag->load(std::memory_order_relaxed); }
    /// Every copy of the token tells of it.
    void cancel() const { m_flag->store(true, std::memory_order_relaxed); }
    /// True for copies of one token.
    bool operator==(const CancelToken&) const = default;

private:
    std::shared_ptr<std::atomic_bool> m_flag = std::make_shared<std::atomic_bool>(false);
};

/// Long work beside the window: a value goes in, a value comes out, no event loop is nested.
///
///     background.run(*this, [rows](const CancelToken& token) { return reckon(rows, token); },
///                    [this](const Figures& figures) { show(figures); });
///
/// The work must not touch widgets or shared state: it captures values. The result arrives in the window's
/// thread, and only while the context object lives and the work was not cancelled. Destroying Background
/// cancels all work and waits for it two seconds at most.
class Background final {
public:
    Background();
    ~Background();
    Q_DISABLE_COPY_MOVE(Background)

    /// Starts `work` (CancelToken -> value) and later calls `done` (value) in the thread of `context`, which
    /// is the window's. Returns the token by which the work is cancelled.
    template <class Work, class Done>
    CancelToken run(QObject& context, Work work, Done done) {
        using Value = std::invoke_result_t<Work, const CancelToken&>;
        static_assert(!std::is_void_v<Value>, "background work returns a value");
        CancelToken token;
        start(context, token,
              [work = std::move(work), done = std::move(done), token]() -> std::function<void()> {
                  auto value = std::make_shared<Value>(work(token));
                  return [done, value] { done(std::move(*value)); };
              });
        return token;
    }

    /// True while any work runs or waits.
    [[nodiscard]] bool isBusy() const;

private:
    struct Shared;
    using Job = std::function<std::function<void()>()>;

    void start(QObject& context, const CancelToken& token, Job job);

    std::shared_ptr<Shared> m_shared;
};

} // namespace kairos::ui
