// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/journal.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace kairos::workflow {

class NeedQuery;
class OpenPractice;

/// Keeps what needs a person fresh while a window is open, and the window awake meanwhile: a small practice
/// is looked through at once, a large one in strides between what the person does.
class NeedWatch final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NeedWatch)

public:
    /// The practice outlives the watch. Nothing is read, and all is still to be searched, before refresh().
    explicit NeedWatch(OpenPractice& practice, QObject* parent = nullptr);
    ~NeedWatch() override;

    /// Looks again if the journal grew or a minute went by; does its first stride before it returns.
    void refresh();
    [[nodiscard]] bool isSearching() const { return m_query != nullptr; }

Q_SIGNALS:
    /// A search that took more than its first stride came to its end, or the minute brought something new.
    void found();

private:
    void begin();
    void walk(qsizetype records);
    void end();

    OpenPractice& m_practice;
    std::unique_ptr<NeedQuery> m_query;
    storage::JournalHead m_head; ///< of the search
    qint64 m_minute = 0;
    QTimer m_stride;
    QTimer m_clock;
};

} // namespace kairos::workflow
