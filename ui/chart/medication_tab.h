// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/banner.h"
#include "ui/shared/chip.h"
#include "ui/shared/page.h"

#include "core/workflow/patient_care.h"

class QPushButton;
class QVBoxLayout;

namespace kairos::ui {

class Card;
class Field;
class NumberField;

/// Allergies, diagnoses, medication with the day it was last confirmed, consents, and weights, where a new
/// one is typed. Everything else is edited in the patient form.
class MedicationTab final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MedicationTab)

public:
    MedicationTab(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

    [[nodiscard]] NumberField& weightField() { return *m_weight; }

private:
    /// One line of a card: what it is, the second voice, and its state where it has one.
    struct Line {
        QString lead;
        QString rest;
        std::optional<Chip> chip = {};
    };
    [[nodiscard]] QWidget* makeWeightEntry();
    void fill(Card& card, const QList<Line>& lines, const QString& nothing);
    void showLists(const workflow::PatientDraft& draft);
    void showConsents();
    void showWeights();
    void addWeight();
    void showNotice(const BannerText& text);

    record::PatientId m_patient;
    PageContext m_context;
    QVBoxLayout* m_banners = nullptr;
    Banner* m_notice = nullptr;
    Card* m_allergies = nullptr;
    Card* m_diagnoses = nullptr;
    Card* m_medication = nullptr;
    Card* m_consents = nullptr;
    Card* m_weights = nullptr;
    Field* m_weightField = nullptr;
    NumberField* m_weight = nullptr;
    QPushButton* m_add = nullptr;
};

} // namespace kairos::ui
