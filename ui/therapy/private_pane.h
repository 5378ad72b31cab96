// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/therapy/private_book.h"

class QStackedLayout;

namespace kairos::ui {

class PrivateGate;
class RecoverySheet;

/// Private notes as they stand now: sealed behind the gate, open, or showing a recovery code once.
class PrivatePane final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrivatePane)

public:
    PrivatePane(const PrivateSubject& subject, const PageContext& context, QWidget* parent = nullptr);

    /// Shows what fits the wall: a lock elsewhere seals here too.
    void refresh();
    /// The keyboard goes on where the person does: the password, the text, or the line below the code.
    void takeHand();
    [[nodiscard]] bool keepDraft() { return m_book->keepDraft(); }
    [[nodiscard]] PrivateGate& gate() { return *m_gate; }
    [[nodiscard]] PrivateBook& book() { return *m_book; }
    [[nodiscard]] RecoverySheet& codeSheet() { return *m_sheet; }

Q_SIGNALS:
    void draftKept();
    void draftSettled();

private:
    [[nodiscard]] QWidget* buildCode();
    void showCode(const QString& code);
    void showBook();
    void seal();

    PageContext m_context;
    QStackedLayout* m_stack;
    PrivateGate* m_gate;
    PrivateBook* m_book;
    RecoverySheet* m_sheet;
    QWidget* m_code;
};

} // namespace kairos::ui
