// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::record {

enum class NoteFormat { Free = 1, Soap = 2, Dap = 3, Birp = 4, Girp = 5 };

/// What was said of suicidal thoughts. Not asked is not "none".
enum class SuicidalIdeation { NotAsked = 0, None = 1, Passive = 2, Active = 3 };

/// The risk block that every note carries.
struct RiskBlock {
    SuicidalIdeation ideation = SuicidalIdeation::NotAsked;
    QString plan;
    QString intent;
    QString means;
    QString protective;
    QString action;

    bool operator==(const RiskBlock&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.ideation);
        visit(2, self.plan);
        visit(3, self.intent);
        visit(4, self.means);
        visit(5, self.protective);
        visit(6, self.action);
    }
};

/// One section of a note, e.g. "data", "assessment", "plan" of a DAP note.
struct NoteSection {
    QString id;
    QString text;
    /// The note this text was carried forward from, while nobody has changed it since.
    std::optional<NoteId> carriedFrom = {};

    bool operator==(const NoteSection&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.text);
        visit(3, self.carriedFrom);
    }
};

/// One head of the mental state, e.g. "mood", and what was found, both by their stable ids.
struct MentalFinding {
    QString head;
    QString finding;

    bool operator==(const MentalFinding&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.head);
        visit(2, self.finding);
    }
};

/// What became of the homework of the session before. Not asked is none of them.
enum class HomeworkDone { Done = 1, Partly = 2, NotDone = 3 };

/// What a note says in parts of their own beside its text. Each may be left out.
struct NoteDetails {
    QStringList present; ///< who was there beside the therapist, e.g. "patient", "mother"
    QList<MentalFinding> mentalState;
    QString mentalRemark;
    QStringList interventions; ///< in words, those of the modality and others
    QString homework;          ///< given in this session
    std::optional<HomeworkDone> lastHomework;

    bool operator==(const NoteDetails&) const = default;
};

/// One chart note of a session. After signing nothing of it changes: an addendum stands beside it and an
/// amendment in its place, each a note of its own that is signed by itself.
struct Note {
    static constexpr RecordKind kKind = RecordKind::Note;

    NoteId id;
    SessionId session;
    PatientId patient;
    ClinicianId author;
    base::Instant writtenAt;
    NoteFormat format = NoteFormat::Free;
    QList<NoteSection> sections;
    RiskBlock risk;
    std::optional<NoteId> addendumTo;
    NoteDetails details;
    std::optional<NoteId> amends = {}; ///< the first version of the note in whose place this one stands
    QString amendReason = {};          ///< why; only of an amendment

    bool operator==(const Note&) const = default;

    /// A note that somebody wrote in the session, neither added nor amended later.
    [[nodiscard]] bool isFirst() const { return !addendumTo && !amends; }

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.session);
        visit(3, self.patient);
        visit(4, self.author);
        visit(5, self.writtenAt);
        visit(6, self.format);
        visit(7, self.sections);
        visit(8, self.risk);
        visit(9, self.addendumTo);
        visit(10, self.details.present);
        visit(11, self.details.mentalState);
        visit(12, self.details.mentalRemark);
        visit(13, self.details.interventions);
        visit(14, self.details.homework);
        visit(15, self.details.lastHomework);
        visit(16, self.amends);
        visit(17, self.amendReason);
    }
};

} // namespace kairos::record
