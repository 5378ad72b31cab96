// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dosing/due_moments.h"
#include "ui/dosing/entry_line_text.h"

#include "ui/shared/page.h"

#include "core/protocols/protocol.h"
#include "core/workflow/course_query.h"
#include "core/workflow/dosing_care.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/infusion.h"
#include "core/workflow/running_doses.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace kairos::workflow {
struct Changes;
}

namespace kairos::ui {

class RunDraft;

/// Where a dosing session stands, as the page shows it.
enum class DosingStage {
    Before,  ///< booked or arrived
    Running, ///< minute 0 has passed; the patient is still here
    After,   ///< discharged or signed
    Closed   ///< cancelled or not come
};

/// What the entry line takes at the moment.
enum class EntryMode {
    Reading,
    Correction,
    Event,
    Rescue,
    Stop,
    Rate,
    Booster,
    Device, ///< sprays of a nasal device
    Sedation,
    Distress,
    Rating
};

/// How a typed line reads, before Enter: its words, what the rules say of it, or why it is none.
struct EntryEcho {
    QString words;
    base::Findings findings;
    std::optional<base::Error> error;
    std::optional<record::Reading> reading; ///< the reading it would become
    QString doubt;                          ///< what is asked back beside the findings; empty when nothing is
    QString swapLine; ///< the line with pulse and oxygen exchanged, while it asks whether they were
};

/// The last weight before today.
struct WeightBefore {
    base::Kilograms weight;
    base::Instant at;
};

/// One dosing session as both the page and the room view show it: its record, its clock, and everything a
/// person may do. The clock is drawn from the stored start. Every act is durable when it returns.
class DosingController final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DosingController)

public:
    DosingController(const record::SessionId& id, const PageContext& context, QObject* parent = nullptr);

    /// Reads the session anew.
    void refresh();
    /// Why there is nothing to show; none when there is.
    [[nodiscard]] const std::optional<base::Error>& trouble() const { return m_trouble; }
    /// \pre trouble() is none
    [[nodiscard]] const workflow::DosingView& view() const { return *m_view; }
    [[nodiscard]] const record::DosingSession& session() const { return m_view->session(); }
    [[nodiscard]] PageContext& context() { return m_context; }
    [[nodiscard]] const QList<workflow::EarlierDose>& earlier() const { return m_earlier; }
    [[nodiscard]] const QList<workflow::FormerReading>& former() const { return m_former; }
    [[nodiscard]] const std::optional<WeightBefore>& weightBefore() const { return m_weightBefore; }

    [[nodiscard]] const safety::SafetyRules& rules() const;
    /// What is typed and not saved yet; the page and the room view share it.
    [[nodiscard]] RunDraft& draft() { return *m_draft; }

    [[nodiscard]] DosingStage stage() const;
    /// The drug is going in or paused.
    [[nodiscard]] bool isDosing() const;
    [[nodiscard]] bool isPaused() const;
    [[nodiscard]] bool isSigned() const;
    [[nodiscard]] bool isInfusion() const;

    [[nodiscard]] base::Instant now() const;
    /// Milliseconds since minute 0; none before it.
    [[nodiscard]] std::optional<qint64> elapsedMs() const;
    /// Minutes from minute 0 to `at`; 0 before the dose has begun.
    [[nodiscard]] double minuteOf(const base::Instant& at) const;
    [[nodiscard]] std::optional<base::Instant> expectedEnd() const;
    [[nodiscard]] std::optional<base::Milligrams> givenNow() const;
    /// What the pump is set to; none without an infusion that has begun.
    [[nodiscard]] std::optional<workflow::PumpState> pump() const;
    /// mg/mL of the bag, where vial, bag and rule are known.
    [[nodiscard]] std::optional<base::MilligramsPerMillilitre> bag() const;
    /// Every dose that runs in the practice, in the order in which they began.
    [[nodiscard]] const QList<workflow::RunningLine>& running() const { return m_running; }
    /// The next of them after this one, round at the end; none while nobody else runs.
    [[nodiscard]] std::optional<workflow::RunningLine> otherRunning() const;
    /// What to say when the PC's clock was set while the dose runs; empty while the two agree.
    [[nodiscard]] QString clockNotice() const;
    /// In which order this practice types a reading.
    [[nodiscard]] safety::ReadingOrder readingOrder() const;
    [[nodiscard]] DueView due() const;
    /// The last reading with a blood pressure.
    [[nodiscard]] std::optional<record::Reading> lastReading() const;
    [[nodiscard]] base::Findings findingsOf(const record::Reading& reading) const;
    /// What the rules say of this weight against the one before; none within the limit.
    [[nodiscard]] std::optional<base::Finding> weightFinding(base::Kilograms weight) const;
    /// The drugs of the order's rescue list.
    [[nodiscard]] QStringList rescueDrugs() const;
    /// When something was saved last through this object, as "10:37:05"; empty before.
    [[nodiscard]] QString savedAt() const { return m_savedAt; }
    [[nodiscard]] QString timeOf(const base::Instant& at) const;

    [[nodiscard]] EntryEcho echo(EntryMode mode, const QString& line) const;
    /// Saves the typed line. A correction goes through correct().
    [[nodiscard]] base::Outcome commit(EntryMode mode, const QString& line);
    [[nodiscard]] base::Outcome correct(const record::ReadingId& id, const QString& line,
                                        const QString& reason);

    [[nodiscard]] base::Outcome arrive();
    [[nodiscard]] base::Outcome weigh(base::Kilograms weight);
    [[nodiscard]] base::Outcome prepare(const workflow::DosePreparation& preparation);
    [[nodiscard]] base::Outcome answer(record::Gate gate, const QString& criterion, record::GateAnswer answer,
                                       const QString& evidence);
    [[nodiscard]] base::Outcome overrideLine(record::Gate gate, const QString& criterion,
                                             const QString& reason, const QString& password);
    /// The second person's check of the dose as it stands.
    [[nodiscard]] base::Outcome check(const workflow::SecondPerson& person);
    /// Minute 0; it can be taken back for 20 seconds.
    [[nodiscard]] base::Outcome start();
    /// Pauses or goes on.
    [[nodiscard]] base::Outcome pauseOrResume();
    /// Whether stopping now is early, so that a reason is due.
    [[nodiscard]] bool isEarly() const;
    [[nodiscard]] base::Outcome stop(const QString& reason);
    [[nodiscard]] base::Outcome addAdverseEvent(record::AdverseEvent event);
    /// Writes an adverse event anew, e.g. once it is over.
    [[nodiscard]] base::Outcome amendAdverseEvent(const record::AdverseEvent& event);
    /// Marks what was written by mistake as entered in error.
    [[nodiscard]] base::Outcome withdraw(const record::ReadingId& id, const QString& reason);
    [[nodiscard]] base::Outcome withdraw(const record::EventId& id, const QString& reason);
    [[nodiscard]] base::Outcome withdraw(const record::AdverseEventId& id, const QString& reason);
    [[nodiscard]] base::Outcome discharge();

public Q_SLOTS:
    /// Draws the clock anew; a new minute reads the gates anew.
    void tick();

Q_SIGNALS:
    /// The record changed.
    void changed();
    /// A second passed.
    void ticked();
    /// Something can be taken back for 20 seconds.
    void undoOffered(const kairos::ui::UndoOffer& offer);

private:
    void readAround();
    void readRunning();
    /// Asks a doubtful weight back; it is saved when the person confirms it.
    void askWeight(base::Kilograms weight, const base::Error& doubt);
    void onChanges(const workflow::Changes& changes);
    [[nodiscard]] base::Outcome kept(base::Outcome outcome);
    /// Offers to take back what was just done; whoever is first takes it back, a second time is refused.
    void offerUndo(const QString& what, std::function<base::Outcome()> undo);
    /// Saves an event of this moment and offers to take it back.
    [[nodiscard]] base::Outcome addEvent(record::SessionEvent event, const QString& said);
    [[nodiscard]] base::Outcome addReading(const QString& line);
    [[nodiscard]] base::Outcome changeRate(const QString& line);
    [[nodiscard]] base::Outcome giveBooster(const QString& line);
    [[nodiscard]] base::Outcome takeSprays(const QString& line);
    [[nodiscard]] base::Outcome rateDistress(const QString& line);
    [[nodiscard]] EntryEcho readingEcho(const QString& line) const;
    [[nodiscard]] EntryEcho rateEcho(const QString& line) const;
    [[nodiscard]] EntryEcho boosterEcho(const QString& line) const;
    [[nodiscard]] EntryEcho sprayEcho(const QString& line) const;
    [[nodiscard]] LineContext lineContext() const;
    [[nodiscard]] static QString slipReason();
    template <class Id>
    void offerWithdrawal(const QString& what, const Id& id);

    record::SessionId m_id;
    PageContext m_context;
    RunDraft* m_draft;
    std::optional<workflow::DosingView> m_view;
    std::optional<base::Error> m_trouble;
    QList<workflow::EarlierDose> m_earlier;
    QList<workflow::FormerReading> m_former;
    QList<workflow::RunningLine> m_running;
    const protocols::Protocol* m_protocol = nullptr;
    std::optional<WeightBefore> m_weightBefore;
    std::weak_ptr<int> m_weightQuestion; ///< alive while a doubtful weight is being asked back
    QTimer m_second;
    qint64 m_minute = -1;
    QString m_savedAt;
};

} // namespace kairos::ui
