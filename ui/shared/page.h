// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/key_cap.h"
#include "ui/shared/navigator.h"

#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

namespace kairos::workflow {
class OpenPractice;
}

namespace kairos::ui {

class Background;
class FileDialogs;
class KioskDesk;
class PageFactory;
class Questions;

/// Something that was saved and can be taken back by one new entry.
struct UndoOffer {
    QString what; ///< what happened, e.g. "Elena Marsh was saved."
    std::function<base::Outcome()> undo;
};

/// The seam to the undo bar at the foot of the content: it outlives the page that made the offer.
class UndoDesk {
public:
    UndoDesk() = default;
    virtual ~UndoDesk() = default;
    Q_DISABLE_COPY_MOVE(UndoDesk)

    virtual void offerUndo(UndoOffer offer) = 0;
};

/// What a page is given. All of it outlives the page. A pointer may be null only in a room's own tests.
struct PageContext {
    workflow::OpenPractice& practice;
    Navigator& navigator;
    Questions& questions;
    FileDialogs& files;
    PageFactory* pages = nullptr;
    Background* background = nullptr;
    UndoDesk* undo = nullptr;
    KioskDesk* kiosk = nullptr; ///< hands the window to a patient
    /// The window waits for its first paint: a page that reads much lays out its frame, keeps the room of
    /// what is to come, and reads at the refresh() that follows the paint.
    bool isUnpainted = false;
};

/// One place on the screen: everything right of the rail, between patient header and status line.
/// A page brings its own PageHead where it is not about one patient.
class Page : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Page)

public:
    explicit Page(QWidget* parent = nullptr);

    /// What the window and the way back call it, e.g. "Patients".
    [[nodiscard]] virtual QString title() const = 0;
    /// The page is about to go. It writes what is typed as a draft and says yes; no keeps the person here,
    /// only for a reason the page shows.
    [[nodiscard]] virtual bool mayLeave() { return true; }
    /// The practice changed, or the page is shown again: fetch anew. What is typed stays.
    virtual void refresh() {}
    /// Goes to a part of the page, so that it has the focus: one of kPart…, or the id of a record. A page
    /// without parts, or without this one, stays where it begins. Empty: a page that was kept is asked for
    /// anew, by its key or its name, and begins where a new one does.
    virtual void showPart(const QString& part) { Q_UNUSED(part) }
    /// The keys of this page for the key sheet (F1), the most frequent first.
    [[nodiscard]] virtual QList<KeyHint> keyHints() const { return {}; }
    /// A running dose: the PC does not lock itself while this page is shown.
    [[nodiscard]] virtual bool suspendsIdleLock() const { return false; }

Q_SIGNALS:
    void titleChanged();
    /// What is typed is on disk as a draft.
    void draftKept();
    /// Nothing is unsaved any more.
    void draftSettled();

protected:
    /// A page that is a window of its own leads Tab as the work area does; inside it, the work area leads.
    bool focusNextPrevChild(bool next) override;
};

/// The header of one patient, above every page about a patient; it never scrolls away.
class PatientHeaderBase : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientHeaderBase)

public:
    explicit PatientHeaderBase(QWidget* parent = nullptr);

    /// Repaints with this patient, before the content changes.
    virtual void showPatient(const record::PatientId& patient) = 0;
    /// The practice changed: fetch anew.
    virtual void refresh() = 0;
};

} // namespace kairos::ui
