// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/banner.h"
#include "ui/shared/page.h"

#include "core/record/risk_item.h"
#include "core/workflow/risk_lane.h"

#include <QTimer>

#include <optional>

class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace kairos::ui {

class Card;
class DateField;
class Field;
class Segments;
class StatusChip;
class TextLabel;

/// The risk lane of a patient: the open item with its evidence, the assessment that closes it, and what was
/// closed before. It closes only by assessment, plan and next look, all three.
class RiskPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RiskPage)

public:
    RiskPage(const RiskPlace& place, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool mayLeave() override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeAssessment();
    void load();
    void showOpen();
    void showNoted(const QList<record::RiskItem>& closed);
    void showClosed(const QList<record::RiskItem>& closed);
    void fillEvidence();
    void edited();
    [[nodiscard]] bool keepDraft();
    void restoreDraft();
    void close();
    void keepOpen();
    [[nodiscard]] workflow::RiskAssessment typed() const;
    void showTyped(const workflow::RiskAssessment& assessment);
    void settleDraft();
    void openItem();
    void showNotice(const BannerText& text);

    RiskPlace m_place;
    PageContext m_context;
    std::optional<record::RiskItem> m_item;
    QTimer m_draftTimer;
    bool m_isDirty = false;

    QVBoxLayout* m_banners;
    Banner* m_stop = nullptr;
    Banner* m_notice = nullptr;
    TextLabel* m_headline = nullptr;
    StatusChip* m_draftChip = nullptr;
    QPushButton* m_close = nullptr;
    QPushButton* m_keepOpen = nullptr;
    QPushButton* m_new = nullptr;
    Card* m_evidence = nullptr;
    QWidget* m_evidenceList = nullptr;
    Card* m_assessmentCard = nullptr;
    QPlainTextEdit* m_assessment = nullptr;
    QPlainTextEdit* m_plan = nullptr;
    DateField* m_nextLook = nullptr;
    Segments* m_level = nullptr;
    TextLabel* m_recorded = nullptr; ///< who wrote an assessment while the item stays open
    QList<Field*> m_fields;
    Card* m_history = nullptr;
    QWidget* m_historyList = nullptr;
};

} // namespace kairos::ui
