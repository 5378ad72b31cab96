// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/ids.h"
#include "core/record/kind.h"
#include "core/record/note.h"
#include "core/record/therapy_session.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::record {

/// What a clinician may do follows from the roles; one person may hold several.
enum class Role { Therapist = 1, Prescriber = 2, Monitor = 3, Administrator = 4 };

/// A piece of text of a clinician's own: ";name" typed in a note becomes it.
struct TextMacro {
    QString name;
    QString text;

    bool operator==(const TextMacro&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.name);
        visit(2, self.text);
    }
};

/// The form in which a clinician last wrote a note of this kind of session and modality.
struct FormChoice {
    TherapyType type = TherapyType::Other;
    QString modality;
    NoteFormat format = NoteFormat::Free;

    bool operator==(const FormChoice&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.type);
        visit(2, self.modality);
        visit(3, self.format);
    }
};

/// Who co-signs what a clinician signs, and from which day on.
struct Supervision {
    ClinicianId by;
    QDate from;

    bool operator==(const Supervision&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.by);
        visit(2, self.from);
    }
};

/// A person who signs in.
struct Clinician {
    static constexpr RecordKind kKind = RecordKind::Clinician;

    ClinicianId id;
    QString name;
    QList<Role> roles;
    bool active = true;
    QList<TextMacro> macros = {};
    QList<FormChoice> noteForms = {}; ///< at most one for a kind of session and modality
    QStringList spellLanguages = {};  ///< of the dictionaries notes are read by, e.g. "en_US"
    QStringList ownWords = {};        ///< good in notes though no dictionary has them; they may be names
    std::optional<Supervision> supervision = {};

    bool operator==(const Clinician&) const = default;

    [[nodiscard]] bool has(Role role) const { return roles.contains(role); }

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.name);
        visit(3, self.roles);
        visit(4, self.active);
        visit(5, self.macros);
        visit(6, self.noteForms);
        visit(7, self.spellLanguages);
        visit(8, self.ownWords);
        visit(9, self.supervision);
    }
};

/// The verifier of a clinician's personal password (Argon2id, with its own salt and cost).
struct Credential {
    static constexpr RecordKind kKind = RecordKind::Credential;

    ClinicianId id; ///< the clinician's own id
    QString verifier;

    bool operator==(const Credential&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.verifier);
    }
};

} // namespace kairos::record
