// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/risk_page.h"

#include "ui/scales/risk_words.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/questions.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/text_label.h"

#include "core/workflow/catalog.h"
#include "core/workflow/draft_desk.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/risk_lane.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kKeepAfterMs = 700;
const QString kForm = QStringLiteral("risk");
const QString kScreener = QStringLiteral("c-ssrs");

QPlainTextEdit* makeEditor(const QString& name, QWidget* parent) {
    auto* editor = new QPlainTextEdit(parent);
    editor->setTabChangesFocus(true);
    editor->setMinimumHeight(px(84));
    editor->setAccessibleName(name);
    return editor;
}

} // namespace

RiskPage::RiskPage(const RiskPlace& place, const PageContext& context, QWidget* parent)
    : Page(parent), m_place(place), m_context(context) {
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kKeepAfterMs);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(px(16), px(12), px(16), px(12));
    outer->setSpacing(px(12));
    outer->addWidget(makeHead());
    m_banners = new QVBoxLayout;
    m_banners->setSpacing(px(8));
    outer->addLayout(m_banners);
    auto* body = new QWidget;
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    auto* left = new QVBoxLayout;
    left->setSpacing(px(12));
    m_evidence = new Card(tr("What raised it"), CardContent::Padded, body);
    left->addWidget(m_evidence);
    m_history = new Card(tr("Closed before"), CardContent::Padded, body);
    left->addWidget(m_history);
    left->addStretch(1);
    row->addLayout(left, 1);
    row->addWidget(makeAssessment(), 1, Qt::AlignTop);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    outer->addWidget(scroll, 1);
    connect(&m_draftTimer, &QTimer::timeout, this, [this] { Q_UNUSED(keepDraft()) });
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, [this] {
        if (keepDraft()) {
            m_context.navigator.goBack();
        }
    });
    load();
    restoreDraft();
}

QString RiskPage::title() const {
    return tr("Risk");
}

QWidget* RiskPage::makeHead() {
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    m_headline = new TextLabel({}, TextRole::PatientName, Token::Text, head);
    row->addWidget(m_headline);
    row->addStretch(1);
    m_draftChip = new StatusChip({ChipKind::Draft, tr("draft"), {}, {}}, head);
    m_draftChip->hide();
    row->addWidget(m_draftChip);
    const RatingPlace screener{m_place.patient, kScreener};
    auto* start = makeButton({tr("Start C-SSRS"), ButtonKind::Secondary, Icon::Rating}, head);
    start->setVisible(m_context.practice.catalog().instruments.find(kScreener) != nullptr &&
                      m_context.navigator.canOpen(screener));
    connect(start, &QPushButton::clicked, this, [this, screener] { m_context.navigator.open(screener); });
    row->addWidget(start);
    m_new = makeButton({tr("Open a risk item"), ButtonKind::Danger, Icon::Risk}, head);
    connect(m_new, &QPushButton::clicked, this, &RiskPage::openItem);
    row->addWidget(m_new);
    m_close = makeButton(
        {tr("Close the item"), ButtonKind::Primary, Icon::Check, QKeySequence(Qt::CTRL | Qt::Key_Return)},
        head);
    connect(m_close, &QPushButton::clicked, this, &RiskPage::close);
    row->addWidget(m_close);
    return head;
}

QWidget* RiskPage::makeAssessment() {
    m_assessmentCard = new Card(tr("Assessment"), CardContent::Padded, this);
    m_assessment = makeEditor(tr("Assessment"), m_assessmentCard);
    m_plan = makeEditor(tr("Plan"), m_assessmentCard);
    m_nextLook = new DateField(m_assessmentCard);
    m_nextLook->setPossible(m_context.practice.today(), {});
    m_nextLook->setMaximumWidth(px(220));
    auto* section = new FormSection({}, m_assessmentCard);
    auto* assessment = section->addField(tr("What you found and how you judge it"), m_assessment);
    assessment->setRequired(tr("Write the assessment"));
    assessment->setCheck([this] {
        return m_assessment->toPlainText().trimmed().isEmpty() ? tr("Write the assessment") : QString();
    });
    auto* plan = section->addField(tr("What is done now, by whom"), m_plan);
    plan->setRequired(tr("Write the plan"));
    plan->setCheck(
        [this] { return m_plan->toPlainText().trimmed().isEmpty() ? tr("Write the plan") : QString(); });
    auto* nextLook = section->addField(tr("Next look"), m_nextLook);
    nextLook->setRequired(tr("Say when somebody looks again"));
    m_fields = {assessment, plan, nextLook};
    m_assessmentCard->body().addWidget(section);
    m_assessmentCard->body().addWidget(
        makeParagraph(tr("The item closes only with all three. Closing is recorded under your name."),
                      TextRole::Caption, Token::Text2, m_assessmentCard));
    connect(m_assessment, &QPlainTextEdit::textChanged, this, &RiskPage::edited);
    connect(m_plan, &QPlainTextEdit::textChanged, this, &RiskPage::edited);
    connect(m_nextLook, &DateField::textEdited, this, &RiskPage::edited);
    return m_assessmentCard;
}

void RiskPage::load() {
    const auto items = workflow::RiskLane(m_context.practice).itemsOf(m_place.patient);
    if (!items) {
        showNotice(bannerTextOf(items.error()));
        return;
    }
    m_item.reset();
    QList<record::RiskItem> closed;
    for (const record::RiskItem& item : *items) {
        if (item.isOpen()) {
            m_item = item;
        } else {
            closed.append(item);
        }
    }
    showOpen();
    showClosed(closed);
}

void RiskPage::showOpen() {
    delete m_stop;
    m_stop = nullptr;
    const bool isOpen = m_item.has_value();
    m_headline->setText(isOpen ? tr("Risk item %1").arg(m_item->number) : tr("No open risk item"));
    m_close->setVisible(isOpen);
    m_new->setVisible(!isOpen);
    m_evidence->setVisible(isOpen);
    m_assessmentCard->setVisible(isOpen);
    if (!isOpen) {
        return;
    }
    m_stop =
        new Banner(riskItemBanner(*m_item, m_context.practice.practice(), m_context.practice.zone()), this);
    m_banners->insertWidget(0, m_stop);
    m_stop->show();
    fillEvidence();
}

void RiskPage::fillEvidence() {
    delete m_evidenceList;
    m_evidenceList = new QWidget(m_evidence);
    auto* column = new QVBoxLayout(m_evidenceList);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    for (const record::RiskEvidence& evidence : m_item->evidence) {
        auto* row = new QHBoxLayout;
        auto* words = new QVBoxLayout;
        words->setSpacing(px(2));
        words->addWidget(makeParagraph(evidence.text, TextRole::Strong, Token::Text, m_evidenceList));
        words->addWidget(new TextLabel(dateTimeText(evidence.at, m_context.practice.zone()),
                                       TextRole::Caption, Token::Text2, m_evidenceList));
        row->addLayout(words, 1);
        if (evidence.rating) {
            RatingPlace place{m_place.patient, {}};
            place.rating = evidence.rating;
            auto* open = makeButton({tr("Open rating"), ButtonKind::Quiet}, m_evidenceList);
            connect(open, &QPushButton::clicked, this, [this, place] { m_context.navigator.open(place); });
            row->addWidget(open, 0, Qt::AlignTop);
        }
        column->addLayout(row);
    }
    m_evidence->body().addWidget(m_evidenceList);
}

void RiskPage::showClosed(const QList<record::RiskItem>& closed) {
    delete m_historyList;
    m_historyList = new QWidget(m_history);
    auto* column = new QVBoxLayout(m_historyList);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(10));
    if (closed.isEmpty()) {
        column->addWidget(
            new TextLabel(tr("No item was closed before."), TextRole::Body, Token::Text2, m_historyList));
    }
    for (const record::RiskItem& item : closed) {
        const QString who = item.closedBy ? m_context.practice.clinicianName(*item.closedBy) : QString();
        const auto lines = closedItemLines(item, who, m_context.practice.zone());
        auto* block = new QVBoxLayout;
        block->setSpacing(px(2));
        for (int i = 0; i < lines.size(); ++i) {
            const bool isFirst = i == 0;
            block->addWidget(makeParagraph(lines.at(i), isFirst ? TextRole::Strong : TextRole::Body,
                                           isFirst ? Token::Text : Token::Text2, m_historyList));
        }
        column->addLayout(block);
    }
    m_history->body().addWidget(m_historyList);
}

void RiskPage::showNotice(const BannerText& text) {
    delete m_notice;
    m_notice = new Banner(text, this);
    m_notice->setClosable();
    m_banners->addWidget(m_notice);
    m_notice->show();
}

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
    const workflow::RiskAssessment typed{m_assessment->toPlainText(), m_plan->toPlainText(),
                                         m_nextLook->date().value_or(QDate())};
    workflow::DraftDesk desk(m_context.practice);
    const auto kept = desk.keep(desk.keyOf(kForm, m_item->id.uuid), assessmentBytes(typed));
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

void RiskPage::restoreDraft() {
    if (!m_item) {
        return;
    }
    workflow::DraftDesk desk(m_context.practice);
    const auto found = desk.find(desk.keyOf(kForm, m_item->id.uuid));
    const auto typed = found && found->has_value() ? assessmentFromBytes((*found)->content) : std::nullopt;
    if (!typed) {
        return;
    }
    m_assessment->setPlainText(typed->assessment);
    m_plan->setPlainText(typed->plan);
    m_nextLook->setDate(typed->nextLook.isValid() ? std::optional(typed->nextLook) : std::nullopt);
    m_draftTimer.stop();
    m_isDirty = false;
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
    const auto id = m_item->id;
    const auto closed =
        workflow::RiskLane(m_context.practice)
            .close(id, {m_assessment->toPlainText(), m_plan->toPlainText(), *m_nextLook->date()});
    if (!closed) {
        showNotice(bannerTextOf(closed.error()));
        return;
    }
    m_draftTimer.stop();
    m_isDirty = false;
    workflow::DraftDesk desk(m_context.practice);
    if (const auto dropped = desk.drop(desk.keyOf(kForm, id.uuid)); !dropped) {
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
