// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/second_person.h"

#include "core/base/result.h"
#include "core/protocols/dose.h"
#include "core/record/adverse_event.h"
#include "core/record/dosing_session.h"
#include "core/record/gate_check.h"
#include "core/record/session_event.h"
#include "core/safety/reading_line.h"
#include "core/storage/drafts.h"

#include <QString>

namespace kairos::workflow {

class OpenPractice;

/// What is chosen for the dose at hand: nothing of it is ever assumed.
struct DosePreparation {
    std::optional<base::MilligramsPerMillilitre> concentration;
    std::optional<base::Millilitres> bagVolume;
    std::optional<record::BagRule> bagRule;
    QString lot;
    std::optional<QDate> expiry;
    QString site;
    QString intention;
    /// A lot of the stock: concentration, lot and expiry are then the lot's. None: they are typed by hand.
    std::optional<record::VialId> vial = {};

    bool operator==(const DosePreparation&) const = default;
};

/// Whether a weight that is asked back was given a second time.
enum class WeightTyping { Once, Confirmed };

/// Holding a dosing session from arrival to discharge. Every call is one durable entry.
class DosingCare final {
public:
    explicit DosingCare(OpenPractice& practice) : m_practice(practice) {}

    /// Books a dosing session; with a step, the step takes the booking and the plan's order is taken along.
    [[nodiscard]] base::Result<record::SessionId> book(record::DosingSession session);
    [[nodiscard]] base::Outcome arrive(const record::SessionId& id);
    /// Weighs the patient today and reckons the dose anew. Stopped: the weight looks like a slip (pounds,
    /// another patient) and was typed once alone.
    [[nodiscard]] base::Outcome weigh(const record::SessionId& id, base::Kilograms weight,
                                      WeightTyping typing = WeightTyping::Once);
    /// Keeps vial, bag, lot and site. Refused: the lot of the stock holds another drug than the order names.
    [[nodiscard]] base::Outcome prepare(const record::SessionId& id, const DosePreparation& preparation);

    /// Answers a line of a gate. InvalidInput: evidence is needed (an escort has a name). Refused when the
    /// gate is no question any more: after minute 0, after going home.
    [[nodiscard]] base::Outcome answer(const record::SessionId& id, record::Gate gate,
                                       const QString& criterion, record::GateAnswer answer,
                                       const QString& evidence);
    /// Lets a line go although it is not met: keeps who and why. Asks for the password.
    [[nodiscard]] base::Outcome overrideLine(const record::SessionId& id, record::Gate gate,
                                             const QString& criterion, const QString& reason,
                                             const QString& password);

    /// A second person's check of drug, dose, volume and rate, with that person's own password. It holds for
    /// these figures alone. Refused: it is the same person, or one who keeps no stock.
    [[nodiscard]] base::Outcome check(const record::SessionId& id, const SecondPerson& person);

    /// Minute 0. Stopped while a stop of the gate holds; the sentence names it. A dose from the stock is
    /// written into the ledger in the same transaction; too little stock and an expired lot are refused.
    [[nodiscard]] base::Outcome start(const record::SessionId& id);
    /// The end of the dose: when it is through, or stopped early with a reason.
    [[nodiscard]] base::Outcome stop(const record::SessionId& id, const QString& reason);
    /// Takes a start or a stop back, as one new entry; with the start the ledger takes its line back.
    [[nodiscard]] base::Outcome undoStart(const record::SessionId& id);
    [[nodiscard]] base::Outcome undoStop(const record::SessionId& id);

    /// InvalidInput: measured before arrival or in the future. Refused before arrival and after signing.
    /// `finished` are drafts that end with the save.
    [[nodiscard]] base::Result<record::ReadingId> addReading(const record::SessionId& id,
                                                             const safety::TypedReading& typed,
                                                             const base::Instant& measuredAt,
                                                             const QList<storage::DraftKey>& finished = {});
    /// The old figures stay in the history. InvalidInput without a reason.
    [[nodiscard]] base::Outcome correctReading(const record::ReadingId& id, const safety::TypedReading& typed,
                                               const QString& reason);
    /// Each takes an id of its own unless it has one, and names its session. InvalidInput: it says nothing,
    /// cannot be, or lies outside of the session.
    [[nodiscard]] base::Outcome addEvent(record::SessionEvent event);
    [[nodiscard]] base::Outcome addAdverseEvent(record::AdverseEvent event);
    /// Sends the patient home. Stopped while a criterion holds.
    [[nodiscard]] base::Outcome discharge(const record::SessionId& id);

private:
    [[nodiscard]] base::Result<record::DosingSession> openSession(const record::SessionId& id,
                                                                  const QString& what) const;
    [[nodiscard]] base::Outcome saveSession(const record::DosingSession& session);

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
