// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/risk_page.h"

#include "ui/scales/risk_words.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/segments.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/text_label.h"

#include "core/safety/risk_state.h"
#include "core/workflow/catalog.h"
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

constexpr int kRiskKeptAfterMs = 700;
const QString kRiskScreener = QStringLiteral("c-ssrs");

QPlainTextEdit* makeEditor(const QString& name, QWidget* parent) {
    auto* editor = new QPlainTextEdit(parent);
    editor->setTabChangesFocus(true);
    editor->setFixedHeight(px(84));
    editor->setAccessibleName(name);
    return editor;
}

} // namespace

RiskPage::RiskPage(const RiskPlace& place, const PageContext& context, QWidget* parent)
    : Page(parent), m_place(place), m_context(context) {
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kRiskKeptAfterMs);
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
    const RatingPlace screener{m_place.patient, kRiskScreener};
    auto* start = makeButton({tr("Start C-SSRS"), ButtonKind::Secondary, Icon::Rating}, head);
    start->setVisible(m_context.practice.catalog().instruments.find(kRiskScreener) != nullptr &&
                      m_context.navigator.canOpen(screener));
    connect(start, &QPushButton::clicked, this, [this, screener] { m_context.navigator.open(screener); });
    row->addWidget(start);
    m_new = makeButton({tr("Open a risk item"), ButtonKind::Danger, Icon::Risk}, head);
    connect(m_new, &QPushButton::clicked, this, &RiskPage::openItem);
    row->addWidget(m_new);
    m_keepOpen = makeButton({tr("Save, keep it open"), ButtonKind::Secondary}, head);
    connect(m_keepOpen, &QPushButton::clicked, this, &RiskPage::keepOpen);
    row->addWidget(m_keepOpen);
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
    auto* levelLabel = new TextLabel(tr("The risk, as you judge it"), TextRole::CaptionStrong, Token::Text,
                                     m_assessmentCard);
    m_level =
        new Segments(tr("The risk, as you judge it"),
                     {judgedRiskWords(record::RiskLevel::Note), judgedRiskWords(record::RiskLevel::Assess),
                      judgedRiskWords(record::RiskLevel::Urgent)},
                     m_assessmentCard);
    levelLabel->setBuddy(m_level);
    m_assessmentCard->body().addWidget(levelLabel);
    m_assessmentCard->body().addWidget(m_level, 0, Qt::AlignLeft);
    m_assessmentCard->body().addWidget(makeParagraph(
        tr("A later sign opens a closed item again when it is graver than this, or from %1 days "
           "after closing on. Below both it is noted at the closed item.")
            .arg(workflow::RiskLane(m_context.practice).reopenAfterDays()),
        TextRole::Caption, Token::Text2, m_assessmentCard));
    m_recorded = makeParagraph({}, TextRole::Strong, Token::Text, m_assessmentCard);
    m_recorded->hide();
    m_assessmentCard->body().addWidget(m_recorded);
    connect(m_level, &Segments::chosen, this, &RiskPage::edited);
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
    const bool wasOpen = m_item.has_value();
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
    showNoted(closed);
    showClosed(closed);
    if (!wasOpen) {
        restoreDraft();
    }
}

void RiskPage::showOpen() {
    delete m_stop;
    m_stop = nullptr;
    const bool isOpen = m_item.has_value();
    m_headline->setText(isOpen ? tr("Risk item %1").arg(m_item->number) : safety::riskStateSentence({}));
    m_close->setVisible(isOpen);
    m_keepOpen->setVisible(isOpen);
    m_new->setVisible(!isOpen);
    m_evidence->setVisible(isOpen);
    m_assessmentCard->setVisible(isOpen);
    if (!isOpen) {
        return;
    }
    if (m_item->assessedAt) {
        const QString who =
            m_item->assessedBy ? m_context.practice.clinicianName(*m_item->assessedBy) : QString();
        m_recorded->setText(tr("Recorded by %1, %2: the item stays open.")
                                .arg(who, dateTimeText(*m_item->assessedAt, m_context.practice.zone())));
    }
    m_recorded->setVisible(m_item->assessedAt.has_value());
    m_stop =
        new Banner(riskItemBanner(*m_item, m_context.practice.practice(), m_context.practice.zone()), this);
    m_banners->insertWidget(0, m_stop);
    m_stop->show();
    fillEvidence();
}

void RiskPage::showNoted(const QList<record::RiskItem>& closed) {
    if (m_item) {
        return;
    }
    for (const record::RiskItem& item : closed) {
        const auto text = riskNotedBanner(item, m_context.practice.practice(), m_context.practice.zone());
        if (text) {
            m_stop = new Banner(*text, this);
            m_banners->insertWidget(0, m_stop);
            m_stop->show();
            return;
        }
    }
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
        QStringList about{dateTimeText(evidence.at, m_context.practice.zone())};
        if (evidence.level) {
            about.append(riskLevelWords(*evidence.level));
        }
        if (evidence.notedAt) {
            about.append(tr("noted while the item was closed"));
        }
        words->addWidget(new TextLabel(about.join(QStringLiteral(" · ")), TextRole::Caption, Token::Text2,
                                       m_evidenceList));
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
    const auto nameOf = [this](const record::ClinicianId& id) {
        return m_context.practice.clinicianName(id);
    };
    const QStringList former =
        m_item ? closingLines(*m_item, nameOf, m_context.practice.zone()) : QStringList();
    if (!former.isEmpty()) {
        column->addWidget(new TextLabel(tr("This item, before it was opened again"), TextRole::Strong,
                                        Token::Text, m_historyList));
        for (const QString& line : former) {
            column->addWidget(makeParagraph(line, TextRole::Body, Token::Text2, m_historyList));
        }
    } else if (closed.isEmpty()) {
        column->addWidget(
            new TextLabel(tr("No item was closed before."), TextRole::Body, Token::Text2, m_historyList));
    }
    for (const record::RiskItem& item : closed) {
        const QString who = item.closedBy ? m_context.practice.clinicianName(*item.closedBy) : QString();
        const auto lines = closedItemLines(item, who, m_context.practice.zone()) +
                           closingLines(item, nameOf, m_context.practice.zone());
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

} // namespace kairos::ui
