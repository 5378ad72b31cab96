// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/therapy_session.h"

#include <QJsonObject>

class QComboBox;

namespace kairos::ui {

class Field;
class NumberField;
class TimeField;

/// When and how a therapy session was held: its beginning, the therapy time and the modality.
class HeldCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeldCard)

public:
    explicit HeldCard(const PageContext& context, QWidget* parent = nullptr);
    ~HeldCard() override;

    /// What was typed and not saved stays, as long as the session is open.
    void showFor(const record::TherapySession& session);
    /// Saves what differs from the record; nothing once the session is closed. InvalidInput: a field does not
    /// read, or a time without a beginning.
    [[nodiscard]] base::Outcome hold();
    /// What the record lacks of it for a signature, in words.
    [[nodiscard]] QStringList missing() const;

    /// What stands in the fields, for the draft of the note.
    [[nodiscard]] QJsonObject state() const;
    void setState(const QJsonObject& state);
    [[nodiscard]] QString modality() const;
    /// "50 min"; empty while no number stands there.
    [[nodiscard]] QString minutesText() const;

    [[nodiscard]] TimeField& startEdit() { return *m_start; }
    [[nodiscard]] NumberField& minutesEdit() { return *m_minutes; }
    [[nodiscard]] QComboBox& modalityEdit() { return *m_modality; }

Q_SIGNALS:
    void touched();
    void modalityChosen();

private:
    void build();
    void touch();
    /// Whether the fields may still be typed into.
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] std::optional<base::Instant> typedStart() const;
    [[nodiscard]] base::Outcome save(const base::Instant& start);

    PageContext m_context;
    record::TherapySession m_session; ///< as it stands on record
    bool m_isTouched = false;
    TimeField* m_start;
    NumberField* m_minutes;
    QComboBox* m_modality;
};

} // namespace kairos::ui
