// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/rating_page.h"

#include "ui/scales/rating_words.h"
#include "ui/scales/risk_words.h"
#include "ui/scales/score_card.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/number_field.h"
#include "ui/shared/questions.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/risk_lane.h"

#include <QPushButton>
#include <QVBoxLayout>

// What a RatingPage says of the score, and how it finishes, corrects and withdraws.
namespace kairos::ui {
namespace {

const QString kScreener = QStringLiteral("c-ssrs");

} // namespace

void RatingPage::showScore() {
    const RatingState now = state();
    const RatingEntry& entry = activeGrid().entry();
    const bool lacksTotal = now.totalAlone && !now.total;
    const auto score = lacksTotal ? base::Result<scales::Score>() : m_form.score(now);
    m_carries->setLines(score && !lacksTotal ? m_form.changeLines(now, *score) : QList<CarriedLine>(),
                        m_form.contextLines(now));
    if (lacksTotal || !score) {
        m_scoreCard->showNothing(score ? tr("Type the total.") : score.error().sentence());
        showRisk({});
        return;
    }
    m_scoreCard->showScore(*score,
                           now.totalAlone ? AnsweredCount{} : AnsweredCount{entry.settled(), entry.asked()});
    activeGrid().setAlarmed(alarmedPlaces(entry, *score));
    showRisk(*score);
}

void RatingPage::showRisk(const scales::Score& score) {
    const bool isSaved = m_phase == Phase::Saved;
    const auto& own = m_form.ownRisk();
    const bool isDecided = m_phase == Phase::Reading && own && !own->isOpen();
    const auto nameOf = [this](const record::ClinicianId& id) {
        return m_context.practice.clinicianName(id);
    };
    const auto text = riskBannerText(
        {activeGrid().entry(), score, m_context.practice.practice(),
         isSaved ? m_savedRisk : m_form.openRisk(), isSaved, m_form.closedRisk(), m_phase == Phase::Reading,
         isDecided ? closedRiskWords(*own, nameOf, m_context.practice.zone()) : QString()});
    if (!text) {
        delete m_risk;
        m_risk = nullptr;
        m_riskAction = nullptr;
        return;
    }
    if (m_risk == nullptr) {
        m_risk = new Banner(*text, this);
        m_banners->insertWidget(0, m_risk);
        m_risk->show();
        m_riskAction = makeButton({{}, ButtonKind::Danger, Icon::Risk, QKeySequence(Qt::Key_F6)}, m_risk);
        m_risk->addAction(m_riskAction);
        connect(m_riskAction, &QPushButton::clicked, this, [this] {
            const bool toAssessment = m_phase != Phase::Filling || m_form.openRisk().has_value();
            if (toAssessment) {
                m_context.navigator.open(RiskPlace{m_form.place().patient});
            } else if (keepDraft()) {
                m_context.navigator.open(RatingPlace{m_form.place().patient, kScreener, std::nullopt,
                                                     m_form.place().session, std::nullopt});
            }
        });
    } else if (m_risk->bannerText() != *text) {
        m_risk->setBannerText(*text);
    }
    const bool toAssessment = m_phase != Phase::Filling || m_form.openRisk().has_value();
    const bool hasScreener = m_form.instrument().id != kScreener &&
                             m_context.practice.catalog().instruments.find(kScreener) != nullptr;
    m_riskAction->setText(toAssessment ? tr("Open assessment") : tr("Start C-SSRS"));
    // New words take a button's key away.
    m_riskAction->setShortcut(QKeySequence(Qt::Key_F6));
    m_riskAction->setVisible(toAssessment ? m_context.navigator.canOpen(RiskPlace{m_form.place().patient})
                                          : hasScreener);
}

void RatingPage::showNotice(const BannerText& text) {
    delete m_notice;
    m_notice = new Banner(text, this);
    m_notice->setClosable();
    m_banners->addWidget(m_notice);
    m_notice->show();
}

void RatingPage::offerFreshStart() {
    const auto draft = m_form.findDraft();
    if (!draft) {
        return;
    }
    const auto kept = base::Instant::inZone(draft->savedMs, m_context.practice.zone());
    showNotice({base::FindingLevel::Information, tr("Restored from draft"),
                tr("The form was left before it was finished. Nothing is lost."),
                tr("Draft of %1").arg(dateTimeText(kept, m_context.practice.zone()))});
    auto* fresh = makeButton({tr("Start afresh")}, m_notice);
    m_notice->addAction(fresh);
    connect(fresh, &QPushButton::clicked, this, [this] {
        if (const auto dropped = m_form.dropDraft(); !dropped) {
            showNotice(bannerTextOf(dropped.error()));
            return;
        }
        m_isDirty = false;
        m_version.clear();
        m_draftChip->hide();
        m_carries->setTimeTyped(false);
        m_carries->setAssessedAt(m_context.practice.now());
        const auto& stored = m_form.stored();
        showState({stored ? stored->answers : QList<record::Answer>(m_grid->entry().answers().size()),
                   std::nullopt, false, std::nullopt,
                   stored ? std::optional(stored->assessedAt) : std::nullopt});
        m_grid->goToFirstOpen();
        showScore();
        m_notice->hide();
        m_grid->setFocus();
        Q_EMIT draftSettled();
    });
}

void RatingPage::finish() {
    if (m_phase == Phase::Saved) {
        m_context.navigator.goBack();
        return;
    }
    if (m_phase == Phase::Reading || !m_carries->validate()) {
        return;
    }
    const RatingState now = state();
    const RatingEntry& entry = activeGrid().entry();
    if (now.totalAlone && !m_totalField->validate()) {
        m_total->setFocus();
        return;
    }
    if (now.totalAlone ? !now.total.has_value() : entry.isEmpty()) {
        showNotice({base::FindingLevel::Caution,
                    tr("Nothing is answered yet"),
                    now.totalAlone ? tr("Type the total of the form.")
                                   : tr("Answer at least one item, or leave with Esc."),
                    {}});
        return;
    }
    const auto score = m_form.score(now);
    if (!score) {
        showNotice(bannerTextOf(score.error()));
        return;
    }
    const QString gaps = now.totalAlone ? QString() : consequenceOfGaps(entry, *score);
    if (gaps.isEmpty()) {
        save();
        return;
    }
    const Question question{tr("Finish %1 with answers missing?").arg(m_form.instrument().shortTitle),
                            gaps,
                            tr("Finish"),
                            ButtonKind::Primary,
                            QuestionNeeds::Nothing,
                            {}};
    m_context.questions.confirm(question, *this, [this] { save(); });
}

void RatingPage::save() {
    if (m_form.stored()) {
        askCorrection();
        return;
    }
    const auto saved = m_form.save(state());
    if (!saved) {
        showNotice(bannerTextOf(saved.error()));
        return;
    }
    wasSaved(*saved);
}

void RatingPage::askCorrection() {
    const Question question{tr("Correct this %1?").arg(m_form.instrument().shortTitle),
                            tr("The answers of before stay in the history of the rating."),
                            tr("Correct"),
                            ButtonKind::Primary,
                            QuestionNeeds::Reason,
                            tr("Why it is corrected")};
    m_context.questions.ask(question, *this, [this](const Answer& answer) -> base::Outcome {
        const auto corrected = m_form.correct(state(), answer.reason);
        if (!corrected) {
            return tl::unexpected<base::Error>(corrected.error());
        }
        wasSaved(*corrected);
        return {};
    });
}

void RatingPage::askWithdrawal() {
    const Question question{tr("Mark this %1 as entered in error?").arg(m_form.instrument().shortTitle),
                            tr("It leaves the chart and the trend; the journal keeps it."),
                            tr("Mark as entered in error"),
                            ButtonKind::Danger,
                            QuestionNeeds::Reason,
                            tr("Why it was entered in error")};
    m_context.questions.ask(question, *this, [this](const Answer& answer) -> base::Outcome {
        const auto withdrawn =
            workflow::RatingCare(m_context.practice).withdraw(m_form.stored()->id, answer.reason);
        if (withdrawn) {
            m_context.navigator.goBack();
        }
        return withdrawn;
    });
}

void RatingPage::wasSaved(const workflow::RatingSaved& saved) {
    m_draftTimer.stop();
    m_isDirty = false;
    m_draftChip->hide();
    Q_EMIT draftSettled();
    if (saved.risk) {
        // A risk is never left behind by a page that closes itself: the next step stands here.
        m_savedRisk = saved.risk;
        delete m_notice;
        m_notice = nullptr;
        setPhase(Phase::Saved);
        m_form.refresh(saved.id);
        showRisk(saved.score);
        if (m_riskAction != nullptr) {
            m_riskAction->setFocus();
        }
        return;
    }
    if (m_context.undo != nullptr && !m_form.stored()) {
        auto& practice = m_context.practice;
        const auto id = saved.id;
        const QString total = saved.score.total ? shortNumberText(*saved.score.total, 1) : QString();
        m_context.undo->offerUndo(
            {tr("%1 %2 was saved.").arg(m_form.instrument().shortTitle, total).simplified(), [&practice, id] {
                 return workflow::RatingCare(practice).withdraw(
                     id, RatingPage::tr("taken back right after saving"));
             }});
    }
    m_context.navigator.goBack();
}

} // namespace kairos::ui
