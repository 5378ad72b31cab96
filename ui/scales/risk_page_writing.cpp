// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/risk_page.h"

#include "ui/scales/risk_words.h"

#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/questions.h"
#include "ui/shared/segments.h"
#include "ui/shared/status_chip.h"

#include "core/workflow/draft_desk.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/risk_lane.h"

#include <QPlainTextEdit>

// What a RiskPage keeps, saves and closes. How it looks stands in risk_page.cpp.
namespace kairos::ui {
namespace {

const QString kForm = QStringLiteral("risk");

} // namespace

void RiskPage::edited() {
    m_isDirty = true;
    if (!m_draftTimer.isActive()) {
        m_draftTimer.start();
    }
}

bool RiskPage::keepDraft() {
    m_draftTimer.stop();
    if (!m_isDirty || !m_item) {
        return true;
    }
    workflow::DraftDesk desk(m_context.practice);
    const auto kept = desk.keep(desk.keyOf(kForm, m_item->id.uuid), assessmentBytes(typed()));
    if (!kept) {
        showNotice(bannerTextOf(kept.error()));
        return false;
    }
    const QTime now = m_context.practice.now().local(m_context.practice.zone()).time();
    m_draftChip->setChip(
        {ChipKind::Draft, tr("draft saved %1").arg(now.toString(QStringLiteral("HH:mm:ss"))), {}, {}});
    m_draftChip->show();
    Q_EMIT draftKept();
    return true;
}

workflow::RiskAssessment RiskPage::typed() const {
    return {m_assessment->toPlainText(), m_plan->toPlainText(), m_nextLook->date().value_or(QDate()),
            static_cast<record::RiskLevel>(m_level->current() + 1)};
}

void RiskPage::showTyped(const workflow::RiskAssessment& assessment) {
    m_assessment->setPlainText(assessment.assessment);
    m_plan->setPlainText(assessment.plan);
    m_nextLook->setDate(assessment.nextLook.isValid() ? std::optional(assessment.nextLook) : std::nullopt);
    m_level->setCurrent(static_cast<int>(assessment.level.value_or(m_item->level)) - 1);
    m_draftTimer.stop();
    m_isDirty = false;
}

void RiskPage::restoreDraft() {
    if (!m_item) {
        return;
    }
    showTyped({m_item->assessment, m_item->plan, m_item->nextLook.value_or(QDate()), m_item->assessedLevel});
    workflow::DraftDesk desk(m_context.practice);
    const auto found = desk.find(desk.keyOf(kForm, m_item->id.uuid));
    const auto draft = found && found->has_value() ? assessmentFromBytes((*found)->content) : std::nullopt;
    if (!draft) {
        return;
    }
    showTyped(*draft);
    const auto kept = base::Instant::inZone((*found)->savedMs, m_context.practice.zone());
    showNotice({base::FindingLevel::Information, tr("Restored from draft"),
                tr("The assessment was left before it was closed. Nothing is lost."),
                tr("Draft of %1").arg(dateTimeText(kept, m_context.practice.zone()))});
}

void RiskPage::close() {
    if (!m_item) {
        return;
    }
    Field* wrong = nullptr;
    for (Field* field : std::as_const(m_fields)) {
        if (!field->validate() && wrong == nullptr) {
            wrong = field;
        }
    }
    if (wrong != nullptr) {
        wrong->editor().setFocus();
        return;
    }
    const auto closed = workflow::RiskLane(m_context.practice).close(m_item->id, typed());
    if (!closed) {
        showNotice(bannerTextOf(closed.error()));
        return;
    }
    settleDraft();
}

void RiskPage::keepOpen() {
    if (!m_item) {
        return;
    }
    const auto saved = workflow::RiskLane(m_context.practice).assess(m_item->id, typed());
    if (!saved) {
        showNotice(bannerTextOf(saved.error()));
        return;
    }
    settleDraft();
}

void RiskPage::settleDraft() {
    m_draftTimer.stop();
    m_isDirty = false;
    workflow::DraftDesk desk(m_context.practice);
    if (const auto dropped = desk.drop(desk.keyOf(kForm, m_item->id.uuid)); !dropped) {
        showNotice(bannerTextOf(dropped.error()));
    }
    m_draftChip->hide();
    Q_EMIT draftSettled();
    load();
}

void RiskPage::openItem() {
    const Question question{tr("Open a risk item?"),
                            tr("It blocks dosing and closes only by an assessment, a plan and a next look."),
                            tr("Open"),
                            ButtonKind::Danger,
                            QuestionNeeds::Reason,
                            tr("What you saw or heard")};
    m_context.questions.ask(question, *this, [this](const Answer& answer) -> base::Outcome {
        const auto opened = workflow::RiskLane(m_context.practice)
                                .open(m_place.patient, record::RiskLevel::Assess, answer.reason);
        if (!opened) {
            return tl::unexpected<base::Error>(opened.error());
        }
        load();
        return {};
    });
}

bool RiskPage::mayLeave() {
    return keepDraft();
}

void RiskPage::refresh() {
    load();
}

QList<KeyHint> RiskPage::keyHints() const {
    return {{keyText(QKeySequence(Qt::CTRL | Qt::Key_Return)), tr("close the item")},
            {tr("Esc", "the key"), tr("leave; the draft stays")}};
}

} // namespace kairos::ui
