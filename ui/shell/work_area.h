// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/kept_pages.h"
#include "ui/shell/page_registry.h"

#include "core/base/result.h"
#include "core/workflow/open_practice.h"

#include <QTimer>

#include <memory>

class QStackedWidget;
class QVBoxLayout;

namespace kairos::workflow {
class NeedWatch;
struct PracticeReport;
} // namespace kairos::workflow

namespace kairos::ui {

class Background;
class Banner;
class KioskDesk;
class Rail;
class StatusLine;
class UndoBar;

/// What the work area needs from the program; all of it outlives it.
struct WorkServices {
    PageRegistry& pages;
    Questions& questions;
    FileDialogs& files;
    KioskDesk& kiosk;
};

/// Everything a signed-in person sees: rail, patient header, page, undo bar, status line. It owns the open
/// practice; when it goes, no page and no patient data stay behind.
class WorkArea final : public QWidget, public Navigator, public UndoDesk {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkArea)

public:
    /// \pre somebody is signed in
    WorkArea(std::unique_ptr<workflow::OpenPractice> practice, const WorkServices& services,
             QWidget* parent = nullptr);
    ~WorkArea() override;

    void open(const Place& place) override;
    void replace(const Place& place) override;
    void goBack() override;
    [[nodiscard]] bool canOpen(const Place& place) const override;
    void offerUndo(UndoOffer offer) override;

    /// The page writes its draft; false when it does not want to be left.
    [[nodiscard]] bool mayLeave();
    /// Gives the practice back and drops every page. Nothing but destruction may follow.
    [[nodiscard]] std::unique_ptr<workflow::OpenPractice> takePractice();

    [[nodiscard]] workflow::OpenPractice& practice() { return *m_practice; }
    [[nodiscard]] PageContext& context() { return *m_context; }
    [[nodiscard]] const Place& place() const { return m_place; }
    [[nodiscard]] Page* page() const { return m_page; }
    [[nodiscard]] bool canGoBack() const { return !m_trail.isEmpty(); }
    /// What can be taken back; empty when nothing can.
    [[nodiscard]] QString undoText() const;
    void undo();
    /// Shows date, time and the lock; called every second. `leftMs` as StatusLine::setLock().
    void tick(qint64 leftMs);
    /// Whether nothing goes on by itself any more: the first page and what needs a person are read, the
    /// journal is checked.
    [[nodiscard]] bool isAtRest() const { return m_isChecked; }
    /// The first place that a room brings: where a person begins.
    [[nodiscard]] Place firstPlace() const;

Q_SIGNALS:
    void lockRequested();
    void pageChanged();
    /// The window is painted and its first page has read everything.
    void begun();

protected:
    /// What the first page left out for the sake of its paint is read once that is done.
    void paintEvent(QPaintEvent* event) override;
    /// Tab goes through the window as it is read: by the tree of widgets, in the order of their layouts. Qt's
    /// own chain keeps the order in which they were made, and loses pages whose parts were moved.
    bool focusNextPrevChild(bool next) override;

private:
    void build();
    void begin();
    void connectNews();
    Page* pageFor(const Place& place, KeptPages::Way way);
    void showPage(Page* page, const Place& place);
    void dropPage(Page* page);
    void dropPages();
    void markSynthetic(Page& page);
    void showPatientHeader(const Place& place);
    void refreshShown();
    void refreshBadges();
    void showDrafts();
    /// Once, and behind everything a person waits for: it reads the whole file.
    void checkJournal();
    void showJournal(const base::Result<workflow::PracticeReport>& report);

    /// What is new about who needs a person: the pages of the rail order by it, the badge counts it.
    void refreshNeeds();

    std::unique_ptr<workflow::OpenPractice> m_practice;
    std::unique_ptr<workflow::NeedWatch> m_needs;
    PageRegistry& m_pages;
    std::unique_ptr<Background> m_background;
    std::unique_ptr<PageContext> m_context;
    Place m_place;
    QList<Place> m_trail;
    Page* m_page = nullptr;
    bool m_hasBegun = false;
    bool m_hasChecked = false; ///< the journal, or it is about to be
    bool m_isChecked = false;
    KeptPages m_kept;
    UndoOffer m_undo;
    QTimer m_refresh;
    QTimer m_begin;
    QTimer m_remember;
    Rail* m_rail = nullptr;
    QVBoxLayout* m_column = nullptr;
    PatientHeaderBase* m_header = nullptr;
    Banner* m_alarm = nullptr;
    QStackedWidget* m_stack = nullptr;
    UndoBar* m_undoBar = nullptr;
    StatusLine* m_status = nullptr;
};

} // namespace kairos::ui
