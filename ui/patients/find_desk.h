// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/workflow/find_query.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace kairos::ui {

/// One search at the desk: its words, what they found so far, and the making of the index where a practice
/// has none, in small steps between which the window goes on.
class FindDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindDesk)

public:
    /// Preparing: the index is being made, and the words are looked for when it is. Failed: see error().
    enum class State { NothingTyped, TooShort, Preparing, Found, Nothing, Failed };

    /// With a patient, that one's records alone. The practice outlives the desk.
    FindDesk(workflow::OpenPractice& practice, const std::optional<record::PatientId>& patient,
             QObject* parent = nullptr);

    /// Looks for other words, from the best hit on.
    void find(const QString& words);
    /// Shows further hits behind those that are there.
    void more();
    /// Looks again for the same words: the practice changed.
    void reload();
    /// The making of an index waits while nobody looks, and goes on where it was.
    void pause() { m_steps.stop(); }
    void resume();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString& words() const { return m_words; }
    /// What was found, the best first.
    [[nodiscard]] const workflow::FindAnswer& answer() const { return m_answer; }
    /// How much of the index is made, 0 to 1.
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] const std::optional<base::Error>& error() const { return m_error; }

Q_SIGNALS:
    /// State, hits or progress are others.
    void changed();

private:
    [[nodiscard]] base::Result<workflow::FindAnswer> read() const;
    void take(const base::Result<workflow::FindAnswer>& answer);
    void beginMaking();
    void makeOn();
    void fail(const base::Error& error);

    workflow::OpenPractice& m_practice;
    std::optional<record::PatientId> m_patient;
    QString m_words;
    int m_wanted; ///< how many hits are to be shown
    State m_state = State::NothingTyped;
    workflow::FindAnswer m_answer;
    std::optional<base::Error> m_error;
    double m_progress = 0;
    bool m_isMadeAnew = false; ///< for these words: a second damage is no matter of the index
    QTimer m_steps;
};

} // namespace kairos::ui
