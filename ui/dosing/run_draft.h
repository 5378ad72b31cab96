// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/record/ids.h"
#include "core/workflow/draft_desk.h"

#include <QMap>
#include <QObject>
#include <QTimer>

#include <optional>

namespace kairos::workflow {
class OpenPractice;
}

namespace kairos::ui {

/// What is typed on the run sheet and not saved yet, by the name of its place: the reading line, an event, an
/// adverse event, the evidence of a gate. It is kept within a second, so that neither Escape nor the room
/// view nor a crash loses it.
class RunDraft final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunDraft)

public:
    RunDraft(const record::SessionId& session, workflow::OpenPractice& practice, QObject* parent = nullptr);

    [[nodiscard]] QString text(const QString& place) const { return m_texts.value(place); }
    /// An empty text forgets the place.
    void setText(const QString& place, const QString& text);
    /// Writes what is unkept now, or drops the draft when nothing is left.
    void keep();
    [[nodiscard]] storage::DraftKey key() const;
    /// When what is there from an earlier opening was typed; none when nothing is.
    [[nodiscard]] const std::optional<base::Instant>& restoredFrom() const { return m_restoredFrom; }

Q_SIGNALS:
    void kept();
    /// Nothing is left unsaved.
    void settled();
    void failed(const kairos::base::Error& error);

private:
    void load();

    record::SessionId m_session;
    workflow::OpenPractice& m_practice;
    QMap<QString, QString> m_texts;
    std::optional<base::Instant> m_restoredFrom;
    bool m_isUnkept = false;
    QTimer m_rest;
};

} // namespace kairos::ui
