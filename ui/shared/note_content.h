// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/note.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace kairos::ui {

/// What a note editor holds: the form, the text of its sections, the risk line and the parts beside them.
struct NoteContent {
    record::NoteFormat format = record::NoteFormat::Free;
    QList<record::NoteSection> sections;
    record::RiskBlock risk;
    record::NoteDetails details = {};

    bool operator==(const NoteContent&) const = default;

    /// Nothing was written yet.
    [[nodiscard]] bool isEmpty() const;
};

/// The same text in another form: a section of the same name keeps its text, the rest goes to the first one.
[[nodiscard]] NoteContent reformatted(const NoteContent& content, record::NoteFormat format);

/// A draft of the note as it is kept in the file, and read back; none when it is not one.
[[nodiscard]] QJsonObject noteToJson(const NoteContent& content);
[[nodiscard]] std::optional<NoteContent> noteFromJson(const QJsonObject& json);

} // namespace kairos::ui
