// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/note.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace kairos::ui {

/// What a note editor holds: the form, the text of its sections and the risk line.
struct NoteContent {
    record::NoteFormat format = record::NoteFormat::Free;
    QList<record::NoteSection> sections;
    record::RiskBlock risk;

    bool operator==(const NoteContent&) const = default;

    /// Nothing was written yet.
    [[nodiscard]] bool isEmpty() const;
};

/// The short name of a form: "DAP", "SOAP", "BIRP", "free".
[[nodiscard]] QString noteFormatName(record::NoteFormat format);
/// The title of a section, e.g. "Assessment", and what belongs into it.
[[nodiscard]] QString noteSectionTitle(const QString& id);
[[nodiscard]] QString noteSectionHint(const QString& id);

/// The same text in another form: a section of the same name keeps its text, the rest goes to the first one.
[[nodiscard]] NoteContent reformatted(const NoteContent& content, record::NoteFormat format);

/// A draft of the note as it is kept in the file, and read back; none when it is not one.
[[nodiscard]] QJsonObject noteToJson(const NoteContent& content);
[[nodiscard]] std::optional<NoteContent> noteFromJson(const QJsonObject& json);

} // namespace kairos::ui
