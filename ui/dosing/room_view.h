// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include <QWidget>

#include <functional>
#include <memory>

class QHBoxLayout;
class QStackedLayout;
class QVBoxLayout;

namespace kairos::ui {

class BigLabel;
class Card;
class DosingController;
class DuePanel;
class EntryLine;
class GateGlance;
class KairosStyle;
class SessionCurveView;
class SignFigures;
class TextLabel;
class UndoBar;

/// The room view: the whole window in the dim theme, read from three metres. It shows and writes the same
/// session as the page. Nothing pops up in it; what needs a form leads back to the page.
class RoomView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RoomView)

public:
    explicit RoomView(DosingController& controller, QWidget* parent = nullptr);
    ~RoomView() override;

    [[nodiscard]] EntryLine& entry() { return *m_entry; }
    [[nodiscard]] UndoBar& undoBar() { return *m_undo; }
    [[nodiscard]] QString minuteText() const;
    [[nodiscard]] QString pressureText() const;
    /// Whether the keys stand where the curve does otherwise; F1 turns it over.
    [[nodiscard]] bool showsKeys() const;
    void redraw();

Q_SIGNALS:
    /// The person goes back to the page.
    void left();
    void dischargeWanted();
    void ratingWanted(const QString& instrument);
    void adverseEventWanted();
    void otherWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void buildHead(QVBoxLayout& column);
    void buildTop(QVBoxLayout& column);
    void buildMiddle(QVBoxLayout& column);
    void buildFoot(QVBoxLayout& column);
    void buildKeys();
    void dress();
    void reload();
    TextLabel* addFact(QHBoxLayout& row, const QString& name);
    void turnKeys();
    void leaveFor(void (RoomView::*wish)());

    DosingController& m_controller;
    std::unique_ptr<KairosStyle> m_style;
    std::function<void()> m_undoAction;
    TextLabel* m_who = nullptr;
    TextLabel* m_next = nullptr;
    TextLabel* m_given = nullptr;
    TextLabel* m_clock = nullptr;
    BigLabel* m_minute = nullptr;
    BigLabel* m_second = nullptr;
    TextLabel* m_infusion = nullptr;
    DuePanel* m_due = nullptr;
    TextLabel* m_lastWhen = nullptr;
    BigLabel* m_pressure = nullptr;
    SignFigures* m_signs = nullptr;
    QStackedLayout* m_middle = nullptr;
    Card* m_curveCard = nullptr;
    SessionCurveView* m_curve = nullptr;
    TextLabel* m_curveWords = nullptr;
    GateGlance* m_preDose = nullptr;
    GateGlance* m_discharge = nullptr;
    EntryLine* m_entry = nullptr;
    UndoBar* m_undo = nullptr;
    TextLabel* m_saved = nullptr;
};

} // namespace kairos::ui
