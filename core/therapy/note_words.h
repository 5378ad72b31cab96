// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/note.h"

#include <QString>

namespace kairos::therapy {

/// The title of a section by its id: "Assessment"; the id itself for one of another program.
[[nodiscard]] QString noteSectionTitle(const QString& id);
/// "done", "partly done", "not done", "not asked".
[[nodiscard]] QString homeworkWords(const std::optional<record::HomeworkDone>& done);
/// The titles of the sections whose text was carried forward and not changed since, in order.
[[nodiscard]] QStringList carriedSections(const record::Note& note);
/// What stands beside the text of a note, a part each: what was carried forward, who was present, the mental
/// state, interventions, homework. Empty parts are left out.
[[nodiscard]] QStringList notePartsWords(const record::Note& note);

} // namespace kairos::therapy
