// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/clinician.h"
#include "core/record/ids.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// The text macros of the signed-in clinician: the program's and the own ones, and what their fields say of a
/// patient. The own ones are kept in the clinician's record.
class MacroDesk final {
public:
    explicit MacroDesk(OpenPractice& practice) : m_practice(practice) {}

    /// The own macros, by name.
    [[nodiscard]] QList<record::TextMacro> own() const;
    /// The macro of this name, an own one or the program's; none when there is none.
    [[nodiscard]] std::optional<record::TextMacro> find(const QString& name) const;
    /// Keeps an own macro; `replaced` is the name of the one it takes the place of, empty for a new one.
    /// InvalidInput: as checkMacro() says. Refused: nobody is signed in. NotFound: there is none to replace.
    [[nodiscard]] base::Outcome save(record::TextMacro macro, const QString& replaced = {});
    /// NotFound when there is none of this name.
    [[nodiscard]] base::Outcome remove(const QString& name);

    /// What a macro becomes in a note of this session. What the record does not know is a visible blank;
    /// `typed` holds what the page knows and the record does not yet, e.g. "minutes".
    [[nodiscard]] QString expand(const record::TextMacro& macro, const record::PatientId& patient,
                                 const record::SessionId& session,
                                 const QHash<QString, QString>& typed = {}) const;

private:
    [[nodiscard]] base::Outcome keep(const QList<record::TextMacro>& macros);
    [[nodiscard]] QString scoreOf(const record::PatientId& patient) const;
    [[nodiscard]] QString doseOf(const record::PatientId& patient) const;
    [[nodiscard]] QString valueOf(const QString& field, const record::PatientId& patient,
                                  const record::SessionId& session) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
