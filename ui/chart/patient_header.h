// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/chart_query.h"

#include <optional>

class QBoxLayout;
class QHBoxLayout;
class QPushButton;

namespace kairos::ui {

class StatusChip;
class TextLabel;

/// One fact of the header: its name above, its value below.
class HeaderFact final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeaderFact)

public:
    explicit HeaderFact(const QString& name, QWidget* parent = nullptr);

    void setName(const QString& name);
    void setValue(const QString& strong, const QString& rest);
    void setRestVisible(bool visible);
    /// Puts a chip in the place of the value.
    void setChip(StatusChip* chip);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TextLabel* m_name;
    TextLabel* m_strong;
    TextLabel* m_rest;
    QHBoxLayout* m_row;
};

/// Who the page is about, on every page of a patient. Name, allergies and risk always stay; where the room is
/// too narrow the phase goes first, then the date of the weight, then it takes two lines.
class PatientHeader final : public PatientHeaderBase {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientHeader)

public:
    explicit PatientHeader(const PageContext& context, QWidget* parent = nullptr);

    void showPatient(const record::PatientId& patient) override;
    void refresh() override;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void fit();
    void arrange(int lines);
    [[nodiscard]] int neededWidth() const;

    PageContext m_context;
    std::optional<record::PatientId> m_patient;
    std::optional<workflow::HeaderView> m_view;
    QWidget* m_person;
    TextLabel* m_name;
    TextLabel* m_line;
    HeaderFact* m_allergies;
    HeaderFact* m_weight;
    HeaderFact* m_phase;
    HeaderFact* m_risk;
    HeaderFact* m_score;
    StatusChip* m_riskChip;
    QPushButton* m_openRisk;
    QHBoxLayout* m_first;
    QHBoxLayout* m_second;
    QWidget* m_secondRow;
    int m_lines = 1;
};

} // namespace kairos::ui
