// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QWidget>

#include <functional>
#include <optional>

class QStackedLayout;

namespace kairos::record {
struct Reading;
}

namespace kairos::ui {

class AdverseForm;
class Banner;
class Card;
class MinuteStrip;
class DosingController;
class EntryLine;
class FollowUpForm;
class LogModel;
class SessionCurveView;
class ReadingModel;
class TableView;
class TextLabel;

/// The running session: clock, what is due, the last reading; readings and log; the entry line is the page's.
class RunPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunPanel)

public:
    RunPanel(DosingController& controller, EntryLine& entry, QWidget* parent = nullptr);

    void reload();
    /// For a new adverse event.
    void showAdverseForm();
    /// Whether a reading, an event or an adverse event with this id stands in the lists.
    [[nodiscard]] bool hasEntry(const QString& id) const;
    /// Chooses it in its list and goes there.
    void showEntry(const QString& id);
    [[nodiscard]] MinuteStrip& clock() { return *m_clock; }
    [[nodiscard]] TableView& readings() { return *m_readingTable; }
    [[nodiscard]] TableView& log() { return *m_logTable; }
    [[nodiscard]] AdverseForm& adverseForm() { return *m_adverse; }
    [[nodiscard]] FollowUpForm& followUp() { return *m_followUp; }

private:
    void correctCurrent();
    void openLogRow();
    void sayLogHint();
    [[nodiscard]] std::optional<int> logRowOf(const QString& id) const;
    [[nodiscard]] std::optional<int> readingRowOf(const QString& id) const;
    /// Del on a row: asks why, then marks it as entered in error.
    void takeReadingBack();
    void takeLogRowBack();
    void showClockNotice();
    void askWhy(const QString& what, std::function<base::Outcome(const QString&)> takeBack);

    DosingController& m_controller;
    EntryLine& m_entry;
    Banner* m_clockNotice;
    MinuteStrip* m_clock;
    QStackedLayout* m_middle;
    Card* m_readingCard;
    ReadingModel* m_readingModel;
    TableView* m_readingTable;
    Card* m_logCard;
    LogModel* m_logModel;
    SessionCurveView* m_curve;
    TextLabel* m_curveWords;
    TableView* m_logTable;
    AdverseForm* m_adverse;
    FollowUpForm* m_followUp;
};

} // namespace kairos::ui
