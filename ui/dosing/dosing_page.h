// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include <QPointer>

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace kairos::ui {

class AfterPanel;
class Banner;
class BeforePanel;
class DosingController;
class EntryLine;
class PageHead;
class RoomView;
class RunPanel;
class Segments;

/// The run sheet of one dosing session: before, running and after on one page.
class DosingPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DosingPage)

public:
    DosingPage(const record::SessionId& session, const PageContext& context, QWidget* parent = nullptr);
    ~DosingPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool mayLeave() override;
    void refresh() override;
    /// kPartMonitor asks for a monitor's file; the id of a reading, an event or an adverse event goes to its
    /// line, kPartIntention and kPartCalls to where these stand.
    void showPart(const QString& part) override;
    /// Goes to a passage of its notes.
    void showPassage(const NotePassage& passage);
    [[nodiscard]] QList<KeyHint> keyHints() const override;
    [[nodiscard]] bool suspendsIdleLock() const override;

    [[nodiscard]] DosingController& controller() { return *m_controller; }
    /// The parts of the page; null while the session cannot be read.
    [[nodiscard]] BeforePanel* before() const { return m_before; }
    [[nodiscard]] RunPanel* run() const { return m_run; }
    [[nodiscard]] AfterPanel* after() const { return m_after; }
    [[nodiscard]] EntryLine* entry() const { return m_entry; }
    /// Opens the room view while the dose runs.
    void openRoom();
    /// The room view while it is open.
    [[nodiscard]] RoomView* room() const;

private:
    enum Stage { Before, Running, After };

    void build();
    void buildHead();
    void buildKeys();
    void reload();
    void showStage(int stage);
    void followStage();
    void placeFocus();
    void pressDischarge();
    /// An instrument by its id; empty opens the one that is due.
    void openRating(const QString& instrument);
    /// Asks for a monitor's file and shows what it would bring.
    void importMonitor();
    void openEntry();
    /// The next dose that runs in another room.
    void openOther();
    void cancelSession();
    /// No: a follow-up could not be kept, and its form says why.
    [[nodiscard]] bool keepDrafts();
    void showEntry();
    void say(const base::Error& error);
    [[nodiscard]] QWidget* placeOfFocus() const;
    void askStop();

    PageContext m_context;
    DosingController* m_controller;
    QVBoxLayout* m_column;
    Banner* m_trouble;
    PageHead* m_head = nullptr;
    Segments* m_stages = nullptr;
    QStackedWidget* m_stack = nullptr;
    BeforePanel* m_before = nullptr;
    RunPanel* m_run = nullptr;
    AfterPanel* m_after = nullptr;
    EntryLine* m_entry = nullptr;
    QPushButton* m_pauseButton = nullptr;
    QPushButton* m_stopButton = nullptr;
    QWidget* m_missedButton = nullptr;
    QWidget* m_cancelButton = nullptr;
    QWidget* m_roomButton = nullptr;
    QWidget* m_printButton = nullptr;
    QPushButton* m_monitorButton = nullptr;
    QPointer<RoomView> m_room;
    int m_followed = -1;
};

} // namespace kairos::ui
