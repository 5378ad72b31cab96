// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dosing/dosing_controller.h"

#include <QFrame>

class QKeyEvent;
class QLineEdit;

namespace kairos::ui {

class TextLabel;

/// Where the entry line stands: on the page at the desk, or in the room view, read from a metre.
enum class EntrySize { Desk, Room };

/// The one line a session is written with: readings as `142/88 72 96 5`; a letter on the empty line writes
/// something else. What is typed is said in words before Enter; an error keeps the text.
class EntryLine final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntryLine)

public:
    EntryLine(DosingController& controller, EntrySize size, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit& edit() { return *m_edit; }
    [[nodiscard]] EntryMode mode() const { return m_mode; }
    /// Takes something else than a reading; Esc comes back to the reading as it was typed, and what was
    /// typed meanwhile stands there again the next time.
    void setMode(EntryMode mode);
    /// Shows anew what is typed: another line wrote the same session.
    void resume();
    /// Why something was not done.
    void refuse(const base::Error& error);
    /// Puts a stored reading into the line, to be corrected.
    void beginCorrection(const record::Reading& reading);
    /// Stop: at once when the dose is through, else asks for the reason in the line.
    void askStop();
    /// What the line says of what is typed, or why it was not taken.
    [[nodiscard]] QString echoText() const;
    [[nodiscard]] QString findingText() const;

Q_SIGNALS:
    /// The reading that Enter would save; none while there is none.
    void previewChanged(const std::optional<kairos::record::Reading>& reading);
    void adverseEventWanted();
    /// An instrument by its id; empty for the one that is due.
    void ratingWanted(const QString& instrument);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build(EntrySize size);
    [[nodiscard]] bool takeLetter(int key);
    /// A key on the empty line of a mode that a letter began.
    [[nodiscard]] bool takeOneKey(const QKeyEvent& press);
    /// Exchanges pulse and oxygen saturation of the line while it asks whether they were swapped.
    void swapSigns();
    void openRating(const QString& line);
    void enter();
    void saveCorrection();
    void showEcho();
    void showMode();
    void showFinding(const base::Findings& findings);
    /// The name under which the line's text is kept.
    [[nodiscard]] QString place() const;

    DosingController& m_controller;
    EntryMode m_mode = EntryMode::Reading;
    std::optional<record::ReadingId> m_corrected;
    QString m_unchanged;       ///< the stored figures of the reading that is corrected
    QString m_swapLine;        ///< the line with the two exchanged; empty while nothing asks
    bool m_isRestored = false; ///< shows what an earlier opening left
    QLineEdit* m_edit = nullptr;
    TextLabel* m_name = nullptr;
    TextLabel* m_hint = nullptr;
    TextLabel* m_echo = nullptr;
    TextLabel* m_finding = nullptr;
    TextLabel* m_source = nullptr;
    QWidget* m_keys = nullptr; ///< the letters of the line, while no finding needs the room
};

} // namespace kairos::ui
