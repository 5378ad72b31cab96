// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/work_area.h"

#include "ui/shell/rail.h"
#include "ui/shell/status_line.h"

#include "ui/shared/background.h"
#include "ui/shared/banner.h"
#include "ui/shared/formats.h"
#include "ui/shared/page_head.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/tab_order.h"
#include "ui/shared/type_scale.h"
#include "ui/shared/undo_bar.h"

#include "core/base/check.h"
#include "core/workflow/draft_desk.h"
#include "core/workflow/need_watch.h"
#include "core/workflow/practice_check.h"

#include <QApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace kairos::ui {
namespace {

constexpr int kRememberMs = 60'000;
constexpr qsizetype kLongestTrail = 30;

} // namespace

WorkArea::WorkArea(std::unique_ptr<workflow::OpenPractice> practice, const WorkServices& services,
                   QWidget* parent)
    : QWidget(parent),
      m_practice(std::move(practice)),
      m_needs(std::make_unique<workflow::NeedWatch>(*m_practice)),
      m_pages(services.pages),
      m_background(std::make_unique<Background>()),
      m_context(std::make_unique<PageContext>(PageContext{*m_practice, *this, services.questions,
                                                          services.files, &services.pages, m_background.get(),
                                                          this, &services.kiosk, true})) {
    KAIROS_CHECK(m_practice->signedIn().has_value());
    build();
    connectNews();
}

WorkArea::~WorkArea() {
    dropPages();
}

void WorkArea::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    if (!m_hasBegun) {
        // This is the paint of the ground alone: a timer comes when the whole window stands on the screen.
        m_begin.start();
    }
}

void WorkArea::begin() {
    if (m_hasBegun || m_page == nullptr) {
        return;
    }
    m_hasBegun = true;
    m_context->isUnpainted = false;
    m_needs->refresh();
    refreshNeeds();
    Q_EMIT begun();
}

void WorkArea::dropPages() {
    // The focus goes first: a page that hides on its way out would look for the next stop among pages that
    // are half gone.
    if (QWidget* focused = QApplication::focusWidget(); focused != nullptr && isAncestorOf(focused)) {
        focused->clearFocus();
    }
    // Pages refer to the practice: they go before it.
    delete std::exchange(m_stack, nullptr);
    delete std::exchange(m_header, nullptr);
}

void WorkArea::build() {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    QList<RailEntry> entries = railEntries();
    entries.removeIf([this](const RailEntry& entry) { return !m_pages.has(entry.place); });
    m_rail = new Rail(entries, this);
    row->addWidget(m_rail);
    m_column = new QVBoxLayout;
    m_column->setSpacing(0);
    row->addLayout(m_column, 1);
    m_header = m_pages.makePatientHeader(*m_context, this);
    if (m_header != nullptr) {
        m_header->hide();
        m_column->addWidget(m_header);
    }
    m_alarm = new Banner({}, this);
    m_alarm->hide();
    m_column->addWidget(m_alarm);
    m_stack = new QStackedWidget(this);
    m_column->addWidget(m_stack, 1);
    m_undoBar = new UndoBar(this);
    m_undoBar->hide();
    m_column->addWidget(m_undoBar);
    m_status = new StatusLine(this);
    m_column->addWidget(m_status);
    const auto& settings = m_practice->practice();
    m_status->setPractice(settings.synthetic ? tr("%1 (synthetic practice)").arg(settings.name)
                                             : settings.name);
    m_status->setPerson(m_practice->signedIn()->name);
    m_status->setJournal(JournalState::Unchecked, tr("journal not yet checked"));
    connect(m_rail, &Rail::chosen, this, &WorkArea::open);
    connect(m_rail, &Rail::lockRequested, this, &WorkArea::lockRequested);
    connect(m_undoBar, &UndoBar::undoRequested, this, &WorkArea::undo);
}

void WorkArea::connectNews() {
    // Many changes of one batch are one refresh.
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, this, &WorkArea::refreshShown);
    m_begin.setSingleShot(true);
    m_begin.setInterval(0);
    connect(&m_begin, &QTimer::timeout, this, &WorkArea::begin);
    connect(&m_practice->hub(), &workflow::ChangeHub::changed, this, [this] { m_refresh.start(); });
    connect(m_needs.get(), &workflow::NeedWatch::found, this, &WorkArea::refreshNeeds);
    m_remember.setInterval(kRememberMs);
    connect(&m_remember, &QTimer::timeout, this, [this] { m_practice->rememberHead(); });
    m_remember.start();
}

void WorkArea::open(const Place& place) {
    if (!canOpen(place) || !mayLeave()) {
        return;
    }
    if (m_page != nullptr && m_place != place) {
        m_trail.append(m_place);
        if (m_trail.size() > kLongestTrail) {
            m_trail.removeFirst();
        }
    }
    showPage(pageFor(place, KeptPages::Way::Open), place);
}

void WorkArea::goBack() {
    if (m_trail.isEmpty()) {
        if (m_page == nullptr || m_place != firstPlace()) {
            open(firstPlace());
        }
        return;
    }
    if (mayLeave()) {
        const Place place = m_trail.takeLast();
        showPage(pageFor(place, KeptPages::Way::Back), place);
    }
}

void WorkArea::replace(const Place& place) {
    if (canOpen(place) && mayLeave()) {
        showPage(pageFor(place, KeptPages::Way::Open), place);
    }
}

bool WorkArea::focusNextPrevChild(bool next) {
    return focusNextInTree(*this, next);
}

bool WorkArea::canOpen(const Place& place) const {
    return m_pages.has(place);
}

Page* WorkArea::pageFor(const Place& place, KeptPages::Way way) {
    if (m_page != nullptr) {
        m_context->isUnpainted = false;
        m_needs->refresh();
    }
    if (Page* kept = m_kept.find(place, way)) {
        kept->refresh();
        if (way == KeptPages::Way::Open) {
            kept->showPart({});
        }
        return kept;
    }
    Page* page = m_pages.make(place, *m_context, m_stack);
    KAIROS_CHECK(page != nullptr);
    markSynthetic(*page);
    connect(page, &Page::draftKept, this, [this] {
        m_status->setDraft(
            tr("draft saved %1")
                .arg(
                    m_practice->now().local(m_practice->zone()).time().toString(QStringLiteral("HH:mm:ss"))));
    });
    connect(page, &Page::draftSettled, this, &WorkArea::showDrafts);
    connect(page, &Page::titleChanged, this, &WorkArea::pageChanged);
    m_stack->addWidget(page);
    return page;
}

void WorkArea::showPage(Page* page, const Place& place) {
    Page* former = m_page;
    setUpdatesEnabled(false);
    m_page = page;
    m_place = place;
    showPatientHeader(place);
    m_stack->setCurrentWidget(page);
    m_rail->setCurrent(place);
    if (Page* old = m_kept.keep(place, page); old != nullptr && old != former) {
        dropPage(old);
    }
    if (former != nullptr && former != page && !m_kept.holds(*former)) {
        dropPage(former);
    }
    setUpdatesEnabled(true);
    page->setFocus(Qt::OtherFocusReason);
    refreshBadges();
    showDrafts();
    Q_EMIT pageChanged();
}

void WorkArea::dropPage(Page* page) {
    m_stack->removeWidget(page);
    page->hide();
    // It may be the page itself that asked to go elsewhere.
    page->deleteLater();
}

void WorkArea::markSynthetic(Page& page) {
    if (!m_practice->practice().synthetic) {
        return;
    }
    if (auto* head = page.findChild<PageHead*>()) {
        head->addBesideTitle(
            new StatusChip({ChipKind::Planned, tr("synthetic practice"), m_practice->practice().name}, head));
    }
}

void WorkArea::showPatientHeader(const Place& place) {
    if (m_header == nullptr) {
        return;
    }
    const auto patient = patientOf(place);
    const bool isForm = place.is<PatientFormPlace>();
    m_header->setVisible(patient.has_value() && !isForm);
    if (patient && !isForm) {
        m_header->showPatient(*patient);
    }
}

bool WorkArea::mayLeave() {
    return m_page == nullptr || m_page->mayLeave();
}

std::unique_ptr<workflow::OpenPractice> WorkArea::takePractice() {
    m_refresh.stop();
    m_begin.stop();
    m_remember.stop();
    disconnect(&m_practice->hub(), nullptr, this, nullptr);
    m_needs.reset();
    m_background.reset();
    m_page = nullptr;
    m_kept.clear();
    dropPages();
    return std::move(m_practice);
}

void WorkArea::offerUndo(UndoOffer offer) {
    m_undo = std::move(offer);
    m_undoBar->offer(m_undo.what);
    Q_EMIT pageChanged();
}

QString WorkArea::undoText() const {
    return m_undo.undo ? m_undo.what : QString();
}

void WorkArea::undo() {
    if (!m_undo.undo) {
        return;
    }
    const UndoOffer offer = std::exchange(m_undo, UndoOffer());
    m_undoBar->withdraw();
    if (const auto undone = offer.undo(); !undone) {
        m_alarm->setBannerText(bannerTextOf(undone.error()));
        m_alarm->setClosable();
        m_alarm->show();
    }
    Q_EMIT pageChanged();
}

void WorkArea::tick(qint64 leftMs) {
    const bool isSuspended = m_page != nullptr && m_page->suspendsIdleLock();
    m_status->setLock(isSuspended ? std::nullopt : std::optional(leftMs));
    m_status->setNow(m_practice->now(), m_practice->zone());
    checkJournal();
}

Place WorkArea::firstPlace() const {
    for (const RailEntry& entry : railEntries()) {
        if (m_pages.has(entry.place)) {
            return entry.place;
        }
    }
    return SettingsPlace{};
}

void WorkArea::refreshNeeds() {
    if (m_page != nullptr && KeptPages::isKept(m_place)) {
        m_page->refresh();
    }
    refreshBadges();
    checkJournal();
}

void WorkArea::refreshShown() {
    m_needs->refresh();
    if (m_header != nullptr && m_header->isVisible()) {
        m_header->refresh();
    }
    if (m_page != nullptr) {
        m_page->refresh();
    }
    refreshBadges();
    showDrafts();
}

void WorkArea::refreshBadges() {
    for (const RailEntry& entry : railEntries()) {
        m_rail->setBadge(entry.place, m_pages.badgeOf(entry.place, *m_context));
    }
}

void WorkArea::showDrafts() {
    const auto drafts = workflow::DraftDesk(*m_practice).mine();
    const int count = drafts ? static_cast<int>(drafts->size()) : 0;
    m_status->setDraft(count == 0 ? tr("nothing unsaved") : tr("%n draft(s) kept", nullptr, count));
}

void WorkArea::checkJournal() {
    if (!m_hasBegun || m_hasChecked || m_needs->isSearching()) {
        return;
    }
    m_hasChecked = true;
    m_status->setJournal(JournalState::Checking, tr("checking the journal"));
    m_background->run(
        *this,
        [check = workflow::PracticeCheck(*m_practice)](const CancelToken& token) {
            return check.run(workflow::CheckDepth::Journal,
                             [token](const workflow::CheckProgress&) { return !token.isCancelled(); });
        },
        [this](const base::Result<workflow::PracticeReport>& report) { showJournal(report); });
}

void WorkArea::showJournal(const base::Result<workflow::PracticeReport>& report) {
    m_isChecked = true; // which waited for everything else
    if (!report) {
        m_status->setJournal(JournalState::Broken, tr("journal not checked"));
        m_alarm->setBannerText(bannerTextOf(report.error()));
        m_alarm->show();
        return;
    }
    if (!report->isOk()) {
        m_status->setJournal(JournalState::Broken, tr("journal does not hold"));
        m_alarm->setBannerText({base::FindingLevel::Stop, tr("The journal of this practice does not hold"),
                                report->sentences().first(),
                                tr("Keep this file as it is, and open the latest backup.")});
        m_alarm->show();
        return;
    }
    m_status->setJournal(JournalState::Sound,
                         tr("journal checked %1").arg(timeText(m_practice->now(), m_practice->zone())));
}

} // namespace kairos::ui
