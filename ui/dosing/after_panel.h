// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QScrollArea;

namespace kairos::ui {

class CallCard;
class Card;
class DosingController;
class DueScalesCard;
class GateList;
class NotePanel;
class TextLabel;
class WasteCard;

/// After the dose: the discharge gate that explains itself, the note and the signature.
class AfterPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AfterPanel)

public:
    explicit AfterPanel(DosingController& controller, QWidget* parent = nullptr);

    void reload();
    [[nodiscard]] GateList& gates() { return *m_gates; }
    [[nodiscard]] NotePanel& note() { return *m_note; }
    [[nodiscard]] WasteCard& waste() { return *m_waste; }
    /// The scales that are asked after this dose.
    [[nodiscard]] DueScalesCard& scales() { return *m_scales; }
    /// Brings the calls after the dose into sight.
    void showCalls();
    /// Why the patient may not go yet; empty when nothing holds.
    [[nodiscard]] QString blockedBy() const;
    /// Sends the patient home, unless something holds.
    void discharge();

private:
    DosingController& m_controller;
    WasteCard* m_waste;
    CallCard* m_calls = nullptr;
    DueScalesCard* m_scales = nullptr;
    QScrollArea* m_scroll = nullptr;
    Card* m_gateCard;
    GateList* m_gates;
    TextLabel* m_why;
    QPushButton* m_discharge;
    QPushButton* m_worksheet = nullptr;
    NotePanel* m_note;
};

} // namespace kairos::ui
