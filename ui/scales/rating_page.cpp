// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/rating_page.h"

#include "ui/scales/patient_form.h"
#include "ui/scales/rating_words.h"
#include "ui/scales/score_card.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/number_field.h"
#include "ui/shared/segments.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/text_label.h"

#include "core/base/clock.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/rating_modes.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kRatingKeptAfterMs = 700; ///< a draft is on disk within a second of typing
constexpr int kSideWidth = 316;

Chip draftChip(const QString& words) {
    return {ChipKind::Draft, words, {}, {}};
}

} // namespace

RatingPage::RatingPage(RatingForm form, const PageContext& context, QWidget* parent)
    : Page(parent), m_form(std::move(form)), m_context(context) {
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kRatingKeptAfterMs);
    build();
    connectAll();
    load();
}

RatingPage::~RatingPage() = default;

QString RatingPage::title() const {
    return m_form.instrument().shortTitle;
}

void RatingPage::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(12));
    column->addWidget(makeHead());
    m_banners = new QVBoxLayout;
    m_banners->setSpacing(px(8));
    column->addLayout(m_banners);
    auto* body = new QHBoxLayout;
    body->setSpacing(px(12));
    body->addWidget(makeForm(), 1);
    auto* side = new QWidget;
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(px(12));
    m_scoreCard = new ScoreCard(m_form.instrument(), side);
    m_carries = new CarriesCard(m_form.instrument(), m_context.practice.zone(), side);
    sideColumn->addWidget(m_scoreCard);
    sideColumn->addWidget(m_carries);
    sideColumn->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(side);
    scroll->setFixedWidth(px(kSideWidth));
    scroll->viewport()->setAutoFillBackground(false);
    side->setAutoFillBackground(false);
    body->addWidget(scroll);
    column->addLayout(body, 1);
}

QWidget* RatingPage::makeHead() {
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    auto* back = makeButton({tr("Ratings"), ButtonKind::Quiet, Icon::ChevronLeft}, head);
    connect(back, &QPushButton::clicked, this, &RatingPage::leave);
    row->addWidget(back);
    const auto& instrument = m_form.instrument();
    row->addWidget(new TextLabel(instrument.shortTitle, TextRole::PatientName, Token::Text, head));
    auto* about = makeParagraph(tr("%1, version %2").arg(wordingWords(instrument), instrument.version),
                                TextRole::Body, Token::Text2, head);
    about->setToolTip(QStringLiteral("%1\n%2").arg(instrument.title, instrument.licence));
    row->addWidget(about, 1);
    m_draftChip = new StatusChip(draftChip(tr("draft")), head);
    m_draftChip->hide();
    row->addWidget(m_draftChip);
    m_withdraw = makeButton({tr("Entered in error"), ButtonKind::Danger}, head);
    m_correct = makeButton({tr("Correct"), ButtonKind::Secondary, Icon::Draft}, head);
    row->addWidget(m_withdraw);
    row->addSpacing(px(12));
    row->addWidget(m_correct);
    m_hand = makeButton({tr("Hand to patient"), ButtonKind::Secondary, Icon::Kiosk, QKeySequence(Qt::Key_F7)},
                        head);
    row->addWidget(m_hand);
    m_finish = makeButton(
        {tr("Finish"), ButtonKind::Primary, Icon::Check, QKeySequence(Qt::CTRL | Qt::Key_Return)}, head);
    row->addWidget(m_finish);
    return head;
}

QWidget* RatingPage::makeForm() {
    const auto& instrument = m_form.instrument();
    auto* card = new Card({}, CardContent::Full, this);
    card->setAccessibleName(tr("The form"));
    auto* pane = new QWidget(card);
    m_panes = new QStackedLayout(pane);
    m_grid = new AnswerGrid(instrument, FormLines::All, pane);
    m_panes->addWidget(m_grid);
    m_panes->addWidget(makeTotalPane());
    card->body().addWidget(pane, 1);
    auto& foot = card->foot();
    m_keys = makeKeyHints({{tr("0–9"), tr("answer, next")},
                           {QStringLiteral("−"), tr("declined")},
                           {QStringLiteral("N"), tr("not applicable")},
                           {tr("Backspace", "the key"), tr("clear")},
                           {QStringLiteral("↑ ↓"), tr("move")},
                           {tr("Esc", "the key"), tr("leave, draft stays")}},
                          card);
    foot.addWidget(m_keys);
    foot.addStretch(1);
    m_entryKind = new Segments(tr("What is entered"), {tr("Items"), tr("Total")}, card);
    foot.addWidget(m_entryKind);
    if (instrument.items.empty()) {
        m_entryKind->setCurrent(1);
        m_panes->setCurrentIndex(1);
    }
    return card;
}

QWidget* RatingPage::makeTotalPane() {
    const auto& instrument = m_form.instrument();
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(px(14), px(14), px(14), px(10));
    column->setSpacing(px(14));
    m_total = new NumberField({}, 1, pane);
    m_total->setPossible(instrument.scoring.low, instrument.scoring.high);
    m_total->setMaximumWidth(px(160));
    m_totalField = new Field(
        tr("Total of the form, %1 to %2")
            .arg(shortNumberText(instrument.scoring.low, 1), shortNumberText(instrument.scoring.high, 1)),
        m_total, pane);
    m_totalField->setHelp(tr("The items stay unknown: rules that look at one item cannot be decided."));
    column->addWidget(m_totalField);
    if (!instrument.extras.empty()) {
        m_extras = new AnswerGrid(instrument, FormLines::ExtrasAlone, pane);
        connect(m_total, &QLineEdit::returnPressed, m_extras, qOverload<>(&QWidget::setFocus));
        column->addWidget(m_extras, 1);
    } else {
        column->addStretch(1);
    }
    return pane;
}

void RatingPage::connectAll() {
    connect(m_grid, &AnswerGrid::answered, this, &RatingPage::formChanged);
    if (m_extras != nullptr) {
        connect(m_extras, &AnswerGrid::answered, this, &RatingPage::formChanged);
    }
    connect(m_total, &NumberField::textEdited, this, &RatingPage::formChanged);
    connect(m_carries, &CarriesCard::edited, this, &RatingPage::formChanged);
    connect(m_entryKind, &Segments::chosen, this, [this](int kind) {
        m_panes->setCurrentIndex(kind);
        formChanged();
        activeGrid().setFocus();
        if (isTotalAlone()) {
            m_total->setFocus();
        }
    });
    connect(&m_draftTimer, &QTimer::timeout, this, [this] { Q_UNUSED(keepDraft()) });
    connect(m_hand, &QPushButton::clicked, this, &RatingPage::handToPatient);
    connect(m_finish, &QPushButton::clicked, this, &RatingPage::finish);
    connect(m_correct, &QPushButton::clicked, this, [this] {
        setPhase(Phase::Filling);
        m_grid->setFocus();
    });
    connect(m_withdraw, &QPushButton::clicked, this, &RatingPage::askWithdrawal);
    auto* keypad = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Enter), this);
    connect(keypad, &QShortcut::activated, this, &RatingPage::finish);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &RatingPage::leave);
}

void RatingPage::load() {
    m_scoreCard->setMarks(m_form.marks(QLocale()));
    m_carries->setNote(m_form.missingNote());
    m_carries->setAssessedAt(m_context.practice.now());
    if (m_form.stored()) {
        const record::Rating& stored = *m_form.stored();
        const bool isTotal = stored.mode == record::RatingMode::TotalOnly;
        showState(
            {stored.answers, isTotal ? stored.total : std::nullopt, isTotal, stored.mode, stored.assessedAt});
    }
    const auto draft = m_form.findDraft();
    if (draft) {
        m_version = draft->state.version;
        showState(draft->state);
        m_isDirty = true;
        offerFreshStart();
    }
    setPhase(m_form.stored() && !draft ? Phase::Reading : Phase::Filling);
    m_isDirty = draft.has_value();
    if (const auto correction = m_form.correctionBanner(); correction && !draft) {
        showNotice(*correction);
    }
    if (m_phase == Phase::Filling) {
        m_grid->goToFirstOpen();
    }
    showScore();
}

void RatingPage::showState(const RatingState& state) {
    m_grid->setAnswers(state.answers);
    if (m_extras != nullptr) {
        m_extras->setAnswers(state.answers);
    }
    m_total->setValue(state.total);
    const bool isTotal = state.totalAlone || m_form.instrument().items.empty();
    m_entryKind->setCurrent(isTotal ? 1 : 0);
    m_panes->setCurrentIndex(isTotal ? 1 : 0);
    if (state.mode) {
        m_carries->setMode(*state.mode);
    }
    if (state.assessedAt) {
        m_carries->setAssessedAt(*state.assessedAt);
        m_carries->setTimeTyped(true);
    }
}

RatingState RatingPage::state() const {
    RatingState state;
    state.totalAlone = isTotalAlone();
    state.answers = state.totalAlone
                        ? (m_extras != nullptr ? m_extras->entry().extras() : QList<record::Answer>())
                        : m_grid->entry().answers();
    state.total = state.totalAlone ? m_total->value() : std::nullopt;
    state.mode = m_carries->mode();
    if (m_carries->isTimeTyped()) {
        state.assessedAt = m_carries->assessedAt();
    }
    state.version = m_version;
    return state;
}

bool RatingPage::isTotalAlone() const {
    return m_panes->currentIndex() == 1;
}

AnswerGrid& RatingPage::activeGrid() const {
    return isTotalAlone() && m_extras != nullptr ? *m_extras : *m_grid;
}

void RatingPage::setPhase(Phase phase) {
    m_phase = phase;
    const bool isFilling = phase == Phase::Filling;
    const auto mode = isFilling ? GridMode::Answering : GridMode::Reading;
    m_grid->setMode(mode);
    if (m_extras != nullptr) {
        m_extras->setMode(mode);
    }
    m_total->setReadOnly(!isFilling);
    m_keys->setVisible(isFilling); // They answer nothing while a stored rating is read.
    const auto& instrument = m_form.instrument();
    m_entryKind->setVisible(isFilling && !instrument.items.empty() &&
                            instrument.scoring.method != scales::Method::Triage);
    m_carries->setEditable(isFilling);
    m_correct->setVisible(phase == Phase::Reading);
    m_withdraw->setVisible(phase == Phase::Reading);
    m_finish->setVisible(phase != Phase::Reading);
    m_finish->setText(phase == Phase::Saved ? tr("Back to the ratings")
                      : m_form.stored()     ? tr("Save correction")
                                            : tr("Finish"));
    // New words take a button's key away.
    m_finish->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_finish->updateGeometry();
    m_hand->setVisible(isForPatient());
    showEarlier();
}

bool RatingPage::isForPatient() const {
    const bool isOfInstalled = m_version.isEmpty() || m_version == m_form.instrument().version;
    return m_context.kiosk != nullptr && m_phase == Phase::Filling && !m_form.stored() && isOfInstalled &&
           workflow::isForPatients(m_form.instrument());
}

void RatingPage::showEarlier() {
    const bool isCorrecting = m_phase == Phase::Filling && m_form.stored().has_value();
    const bool wasCorrected = m_phase != Phase::Filling && m_form.former() != nullptr;
    m_grid->setEarlier(isCorrecting   ? m_form.savedAnswers()
                       : wasCorrected ? m_form.formerAnswers()
                                      : m_form.earlierAnswers(QLocale()));
}

void RatingPage::handToPatient() {
    if (!isForPatient() || isTotalAlone() || !keepDraft()) {
        return;
    }
    // What the patient answers comes back by the draft or as a saved rating: this page is done.
    m_isDirty = false;
    m_context.kiosk->handOver(
        std::make_unique<PatientForm>(m_form, m_grid->entry().answers(), m_context.practice));
}

void RatingPage::formChanged() {
    if (m_phase != Phase::Filling) {
        return;
    }
    m_isDirty = true;
    if (!m_carries->isTimeTyped()) {
        m_carries->setAssessedAt(m_context.practice.now());
    }
    if (!m_draftTimer.isActive()) {
        m_draftTimer.start();
    }
    showScore();
}

bool RatingPage::keepDraft() {
    m_draftTimer.stop();
    if (!m_isDirty || m_phase != Phase::Filling) {
        return true;
    }
    const auto kept = m_form.keepDraft(state());
    if (!kept) {
        showNotice(bannerTextOf(kept.error()));
        return false;
    }
    const auto now = m_context.practice.now().local(m_context.practice.zone());
    m_draftChip->setChip(
        draftChip(tr("draft saved %1").arg(now.time().toString(QStringLiteral("HH:mm:ss")))));
    m_draftChip->show();
    Q_EMIT draftKept();
    return true;
}

bool RatingPage::mayLeave() {
    return keepDraft();
}

void RatingPage::leave() {
    if (keepDraft()) {
        m_context.navigator.goBack();
    }
}

void RatingPage::refresh() {
    m_form.refresh();
    showEarlier();
    m_scoreCard->setMarks(m_form.marks(QLocale()));
    showScore();
}

void RatingPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    // The window gives the keyboard to the page: it belongs to the form.
    QWidget* form = isTotalAlone() ? static_cast<QWidget*>(m_total) : m_grid;
    setFocusProxy(form);
    form->setFocus();
}

QList<KeyHint> RatingPage::keyHints() const {
    return {{tr("0–9"), tr("answer and go to the next item")},
            {QStringLiteral("−"), tr("the person declined the item")},
            {QStringLiteral("N"), tr("the item is not applicable")},
            {tr("Backspace", "the key"), tr("clear the answer")},
            {QStringLiteral("↑ ↓"), tr("move between items")},
            {QStringLiteral("← →"), tr("move between answers; Space chooses")},
            {keyText(QKeySequence(Qt::CTRL | Qt::Key_Return)), tr("finish")},
            {keyText(QKeySequence(Qt::Key_F7)), tr("hand the screen to the patient")},
            {keyText(QKeySequence(Qt::Key_F6)), tr("go to the assessment of the risk")},
            {tr("Esc", "the key"), tr("leave; the draft stays")}};
}

} // namespace kairos::ui
