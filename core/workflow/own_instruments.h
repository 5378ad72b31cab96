// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/scales/instrument_library.h"

#include <QString>

namespace kairos::workflow {

/// The folder of a practice's own instruments and wording packs: "alder.instruments" beside "alder.kairos".
[[nodiscard]] QString ownInstrumentsFolder(const QString& practicePath);

/// Adds what lies in the folder: instrument files first, then packs (FHIR Questionnaires, alone or in a
/// Bundle), which give wording to an instrument or bring a new one; each in the order of their names.
/// A bad file is refused with its reason, and the others still load. A folder that is not there adds nothing.
void addOwnInstruments(scales::InstrumentLibrary& instruments, const QString& folder);

/// What a file would bring to a practice.
struct OwnInstrumentFile {
    QStringList instruments; ///< ids it defines or gives wording to
    QString installedAs;     ///< name in the practice's folder
};

/// Checks a file as addOwnInstruments() does and copies it into the practice's folder, which is made when it
/// is not there. InvalidInput: the file is refused, and nothing is copied. Refused: a file of that name lies
/// there already. Storage: it cannot be written.
[[nodiscard]] base::Result<OwnInstrumentFile> installOwnInstrument(const QString& file,
                                                                   const QString& practicePath,
                                                                   const scales::InstrumentLibrary& builtIn);

} // namespace kairos::workflow
