// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/banner.h"
#include "ui/shared/page.h"

class QStackedWidget;
class QVBoxLayout;

namespace kairos::ui {

class ConsentsPart;
class GateStrip;
class MedicinesPart;
class NumberField;
class ScreeningPart;
class Segments;
class TrialsPart;

/// Medication and screening: the gate before a first dose, and in four parts what it and the dose rest on:
/// medicines with their interactions, contraindications, earlier treatments, consents.
class MedicationTab final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MedicationTab)

public:
    enum Part { Medicines, Screening, Trials, Consents };

    MedicationTab(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void refresh() override;
    void showPart(const QString& part) override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

    void goTo(Part part);
    [[nodiscard]] NumberField& weightField();
    [[nodiscard]] GateStrip& gate() { return *m_gate; }
    [[nodiscard]] MedicinesPart& medicines() { return *m_medicines; }
    [[nodiscard]] ScreeningPart& screening() { return *m_screening; }
    [[nodiscard]] TrialsPart& trials() { return *m_trials; }
    [[nodiscard]] ConsentsPart& consents() { return *m_consents; }

private:
    void makeTools(QVBoxLayout& column);
    void makeParts(QVBoxLayout& column);
    void nameParts(int openQuestions);
    void askOverride();
    void showNotice(const BannerText& text);

    record::PatientId m_patient;
    PageContext m_context;
    QVBoxLayout* m_banners = nullptr;
    Banner* m_notice = nullptr;
    GateStrip* m_gate = nullptr;
    Segments* m_choice = nullptr;
    QStackedWidget* m_stack = nullptr;
    MedicinesPart* m_medicines = nullptr;
    ScreeningPart* m_screening = nullptr;
    TrialsPart* m_trials = nullptr;
    ConsentsPart* m_consents = nullptr;
};

} // namespace kairos::ui
