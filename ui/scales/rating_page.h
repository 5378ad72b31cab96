// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/scales/rating_form.h"

#include "ui/shared/banner.h"
#include "ui/shared/page.h"

#include <QTimer>

#include <memory>

class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace kairos::ui {

class NumberField;
class ScoreCard;
class Field;
class Segments;
class StatusChip;
class TextLabel;

/// A rating: filled in by keyboard, finished by Ctrl+Enter, left by Esc with its draft kept. A stored rating
/// is read, corrected with a reason, or marked as entered in error.
class RatingPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RatingPage)

public:
    RatingPage(RatingForm form, const PageContext& context, QWidget* parent = nullptr);
    ~RatingPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool mayLeave() override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

    [[nodiscard]] AnswerGrid& grid() { return *m_grid; }
    [[nodiscard]] ScoreCard& scoreCard() { return *m_scoreCard; }
    [[nodiscard]] CarriesCard& carries() { return *m_carries; }
    /// What the form holds now.
    [[nodiscard]] RatingState state() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum class Phase { Filling, Reading, Saved };
    void build();
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeForm();
    [[nodiscard]] QWidget* makeTotalPane();
    void connectAll();
    void load();
    void showState(const RatingState& state);
    void setPhase(Phase phase);
    void formChanged();
    void showScore();
    void showRisk(const scales::Score& score);
    void showNotice(const BannerText& text);
    void offerFreshStart();
    [[nodiscard]] bool keepDraft();
    void leave();
    void handToPatient();
    void showEarlier();
    [[nodiscard]] bool isForPatient() const;
    void finish();
    void save();
    void askCorrection();
    void askWithdrawal();
    void wasSaved(const workflow::RatingSaved& saved);
    [[nodiscard]] bool isTotalAlone() const;
    [[nodiscard]] AnswerGrid& activeGrid() const;

    RatingForm m_form;
    PageContext m_context;
    Phase m_phase = Phase::Filling;
    std::optional<record::RiskItem> m_savedRisk;
    QTimer m_draftTimer;
    bool m_isDirty = false;
    QString m_version; ///< the form was begun with it; empty: the installed one

    QVBoxLayout* m_banners = nullptr;
    Banner* m_risk = nullptr;
    Banner* m_notice = nullptr;
    QPushButton* m_riskAction = nullptr;
    StatusChip* m_draftChip = nullptr;
    QPushButton* m_hand = nullptr;
    QPushButton* m_finish = nullptr;
    QPushButton* m_correct = nullptr;
    QPushButton* m_withdraw = nullptr;
    Segments* m_entryKind = nullptr;
    Field* m_totalField = nullptr;
    QWidget* m_keys = nullptr;
    QStackedLayout* m_panes = nullptr;
    AnswerGrid* m_grid = nullptr;
    AnswerGrid* m_extras = nullptr; ///< beside a typed total; null where the form has none
    NumberField* m_total = nullptr;
    ScoreCard* m_scoreCard = nullptr;
    CarriesCard* m_carries = nullptr;
};

} // namespace kairos::ui
