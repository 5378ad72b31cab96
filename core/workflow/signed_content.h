// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/records.h"
#include "core/security/hash.h"

#include <QList>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// A session as a signature sees it: the header with its readings, events, checks and notes.
struct SessionContent {
    std::optional<record::DosingSession> dosing; ///< one of the two
    std::optional<record::TherapySession> therapy;
    QList<record::Reading> readings;
    QList<record::SessionEvent> events;
    QList<record::AdverseEvent> adverseEvents;
    QList<record::GateCheck> checks; ///< without the calls after the dose
    QList<record::Note> notes;       ///< as they stand: an amendment in place of what it amends, no addenda
    QList<record::Note> superseded;  ///< first versions and amendments in whose place one of `notes` stands
};

/// What a signature under a session stands for: the session without its state, which says only whether every
/// part is signed.
template <class Session>
[[nodiscard]] Session asSigned(Session session) {
    session.state = record::SessionState::Signed;
    return session;
}

/// What is signed is fixed: finds signatures, and reckons the hash that a signature or a printed page stands
/// for.
class SignedContent final {
public:
    explicit SignedContent(OpenPractice& practice) : m_practice(practice) {}

    /// The record whose signature fixes a change of this record; none when nothing does. A note, a session
    /// and a signature have rules of their own (signed_lock.h).
    template <class Record>
    [[nodiscard]] static std::optional<base::Uuid> targetOf(const Record& value) {
        using namespace record;
        if constexpr (std::is_same_v<Record, Reading> || std::is_same_v<Record, SessionEvent>) {
            return value.session.uuid;
        } else if constexpr (std::is_same_v<Record, GateCheck>) {
            // The call after the dose comes when all is signed.
            return value.gate == Gate::After ? std::nullopt : std::optional(value.session.uuid);
        } else if constexpr (std::is_same_v<Record, AdverseEvent>) {
            return value.session ? std::optional(value.session->uuid) : std::nullopt;
        } else if constexpr (std::is_same_v<Record, AdverseFollowUp> || std::is_same_v<Record, Order>) {
            return value.id.uuid;
        } else {
            return std::nullopt;
        }
    }

    /// Whether a signature under the note's session stands for this note: the first version of one that was
    /// written until then, unless the record was signed alone.
    [[nodiscard]] static bool covers(const record::Signature& ofSession, const record::Note& note);

    /// Refused when a signature stands under the record.
    [[nodiscard]] base::Outcome requireOpen(const base::Uuid& target) const;
    /// Signatures under a record, oldest first.
    [[nodiscard]] base::Result<QList<record::Signature>> signaturesOf(const base::Uuid& target) const;

    /// BLAKE2b-256 over the canonical contents of a session in a fixed order.
    [[nodiscard]] static security::Digest hashOf(const SessionContent& content);
    /// What a signature under the session stands for, reckoned from the content as it is. `withdrawn` are its
    /// notes that were entered in error since.
    [[nodiscard]] static security::Digest hashOf(SessionContent content, const record::Signature& signature,
                                                 const QList<record::Note>& withdrawn = {});
    /// The same for a single record, e.g. an order or an addendum.
    [[nodiscard]] static security::Digest hashOf(QByteArrayView packed);

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
