// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/therapy/thread.h"

class QComboBox;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace kairos::ui {

class Card;
class EmptyState;
class TextLabel;

/// The thread over the whole course, dose by dose: intention, what arose, meaning, commitments with what
/// became of them, and themes. One theme can be followed alone.
class ThreadTab final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThreadTab)

public:
    ThreadTab(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

    [[nodiscard]] QComboBox& themeChoice() { return *m_theme; }
    /// What is shown, as a person reads it from top to bottom.
    [[nodiscard]] QStringList shownWords() const;

private:
    void build();
    void showThemes();
    void showDoses();
    [[nodiscard]] QWidget* makeDose(const therapy::ThreadDose& dose);

    record::PatientId m_patient;
    PageContext m_context;
    TextLabel* m_count;
    QComboBox* m_theme;
    QPushButton* m_print;
    QScrollArea* m_scroll;
    EmptyState* m_empty;
    therapy::Thread m_thread;
};

} // namespace kairos::ui
