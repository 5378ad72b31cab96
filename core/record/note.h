// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QList>
#include <QString>

#include <optional>

namespace kairos::record {

enum class NoteFormat { Free = 1, Soap = 2, Dap = 3, Birp = 4 };

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

    bool operator==(const NoteSection&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.text);
    }
};

/// One chart note of a session. After signing only addenda are added, each a note of its own.
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

    bool operator==(const Note&) const = default;

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
    }
};

} // namespace kairos::record
