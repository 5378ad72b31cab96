// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/clinician.h"
#include "core/workflow/appointment_care.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace kairos::ui {

class Card;
class Field;
class TextLabel;

/// Beside the week: the chosen appointment with its room and clinician, or what moving it would do.
class WeekPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WeekPanel)

public:
    explicit WeekPanel(QWidget* parent = nullptr);

    void setClinicians(const QList<record::Clinician>& clinicians);
    /// Null shows that nothing is chosen.
    void showAppointment(const workflow::WeekAppointment* appointment);
    /// What the move would do, in place of the fields.
    void showMove(const workflow::WeekAppointment& appointment, const workflow::AppointmentMove& move);
    /// What does not go, in place of the effect.
    void showRefusal(const QString& sentence);
    /// Each line of what is said of the appointment or its move.
    [[nodiscard]] QString said() const;
    [[nodiscard]] QLineEdit& roomEdit() { return *m_room; }
    [[nodiscard]] QComboBox& clinicianBox() { return *m_clinician; }

Q_SIGNALS:
    void assigned(const QString& room, const std::optional<kairos::record::ClinicianId>& clinician);
    /// Esc in a field.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void assign();

    Card* m_card;
    TextLabel* m_title;
    TextLabel* m_when;
    TextLabel* m_notes;
    TextLabel* m_effect;
    QWidget* m_fields;
    QLineEdit* m_room;
    QComboBox* m_clinician;
};

/// What a move does and what speaks against it, one line each; the worst first. Of many steps that follow the
/// first are named, and the rest is told in one line.
[[nodiscard]] QStringList moveLines(const workflow::AppointmentMove& move);

} // namespace kairos::ui
