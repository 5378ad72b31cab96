// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/consent.h"
#include "core/workflow/patient_care.h"

#include <QJsonObject>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace kairos::ui {

class ConsentList;
class Field;
class LineList;
class NumberField;
class Segments;
class TextLabel;

/// The lists beside the person: allergies, diagnoses, medicines, a weight, consents.
class CareForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CareForm)

public:
    explicit CareForm(QWidget* parent = nullptr);

    void setToday(QDate today);
    void load(const workflow::PatientDraft& draft);
    /// Tells when the patient was weighed last; empty words without a weighing.
    void setLastWeight(const QString& words);
    /// The consents that are stored; they are withdrawn here, never changed.
    void setConsents(const QList<record::Consent>& consents);
    /// Writes the lists into the draft; ids of untouched lines stay.
    void store(workflow::PatientDraft& draft) const;
    /// A weighing to add; none while the field is empty.
    [[nodiscard]] std::optional<base::Kilograms> newWeight() const;
    /// Consents to add, without ids and patient.
    [[nodiscard]] QList<record::Consent> newConsents() const;

    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state);
    /// Shows what is wrong with the list of this name: "allergies", "diagnoses", "medications".
    void showProblem(const QString& field, const QString& text);
    /// Checks what can be checked here; the first wrong part gets the focus.
    bool validate();

Q_SIGNALS:
    void changed();
    void withdrawRequested(const kairos::record::ConsentId& consent);

private:
    void buildAllergies(QVBoxLayout& column);
    void buildLists(QVBoxLayout& column);
    void buildWeight(QVBoxLayout& column);
    void buildConsents(QVBoxLayout& column);
    void showAllergyState();
    [[nodiscard]] record::AllergyStatus allergyStatus() const;

    QDate m_today;
    Segments* m_asked = nullptr;
    TextLabel* m_askedHint = nullptr;
    LineList* m_allergies = nullptr;
    LineList* m_diagnoses = nullptr;
    LineList* m_medications = nullptr;
    NumberField* m_weight = nullptr;
    Field* m_weightField = nullptr;
    ConsentList* m_consents = nullptr;
    LineList* m_newConsents = nullptr;
};

} // namespace kairos::ui
