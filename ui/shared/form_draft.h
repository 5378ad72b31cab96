// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/workflow/draft_desk.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace kairos::ui {

/// What was typed into a form and never saved.
struct LeftTyping {
    QJsonObject typed;
    base::Instant at;
    bool isStale = false; ///< what the form shows of the record was changed since
};

/// Keeps what a form inside a page holds: within a second of typing, when it is left, and after a crash; the
/// form offers it again when it is opened the next time.
class FormDraft final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormDraft)

public:
    /// `state` is what the form shows, as the form itself reads it back.
    FormDraft(workflow::OpenPractice& practice, std::function<QJsonObject()> state, QObject* parent);

    /// The form shows what is stored: from here on a difference is typing. Gives what was left earlier.
    [[nodiscard]] std::optional<LeftTyping> begin(const QString& form, const base::Uuid& subject);
    /// Something was typed: it is kept soon.
    void touch();
    /// Keeps it now. What equals the record needs no draft.
    [[nodiscard]] base::Outcome keep();
    /// Keeps it and ends: the form is closed. Ends nothing where it could not be kept.
    [[nodiscard]] base::Outcome leave();
    /// The key for the transaction that saves the form.
    [[nodiscard]] const storage::DraftKey& key() const { return m_key; }
    /// The form was saved and the draft ended with it.
    void finish();
    /// What the form showed when it began.
    [[nodiscard]] const QJsonObject& base() const { return m_base; }

Q_SIGNALS:
    void kept();
    void settled();
    /// What is typed could not be kept.
    void failed(const base::Error& error);

private:
    workflow::OpenPractice& m_practice;
    std::function<QJsonObject()> m_state;
    storage::DraftKey m_key;
    QJsonObject m_base;
    QTimer m_rest;
    bool m_isOpen = false;
    bool m_isStored = false; ///< a draft of this form lies in the file
};

} // namespace kairos::ui
