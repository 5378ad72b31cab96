// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/patient.h"

#include <QString>

namespace kairos::workflow {

/// A name as forms part it.
struct PersonName {
    QString given;
    QString family;

    bool operator==(const PersonName&) const = default;
};

/// Parts a name that a file holds in one piece: "Marsh, Elena" at the comma, "Elena Marsh" before its last
/// word. A single word is the family name, by which charts are found.
[[nodiscard]] PersonName splitName(const QString& name);

/// Whether a name holds at least one word of the patient's own names, whatever case and accents: people
/// marry and shorten names, but an altogether different name under an MRN is another person.
[[nodiscard]] bool sharesAName(const record::Patient& patient, const QString& name);

} // namespace kairos::workflow
