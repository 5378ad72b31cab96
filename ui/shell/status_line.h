// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QWidget>

#include <optional>

class QTimeZone;

namespace kairos::ui {

class StatusItem;

/// What the foot of the window says beside the practice and the person.
enum class JournalState { Unchecked, Checking, Sound, Broken };

/// The foot of the window: practice, who, journal, draft, lock, date and time.
class StatusLine final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setPractice(const QString& name);
    void setPerson(const QString& name);
    /// `words` is shown as it is, e.g. "journal checked 08:31".
    void setJournal(JournalState state, const QString& words);
    /// `words` is shown as it is, e.g. "draft saved 13:34:12" or "nothing unsaved".
    void setDraft(const QString& words);
    /// Milliseconds to the idle lock; none while it is suspended.
    void setLock(std::optional<qint64> leftMs);
    void setNow(const base::Instant& now, const QTimeZone& zone);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    StatusItem* m_practice;
    StatusItem* m_person;
    StatusItem* m_journal;
    StatusItem* m_draft;
    StatusItem* m_lock;
    StatusItem* m_date;
    StatusItem* m_time;
};

} // namespace kairos::ui
