// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/private_notes.h"

#include <QTimer>

class QPushButton;

namespace kairos::ui {

class Banner;
class Card;
class PrivateTable;
class PrivateText;
class TableView;
class TextLabel;
struct PrivateRow;

/// About whom private notes are read and written, and in which session.
struct PrivateSubject {
    record::PatientId patient;
    record::SessionId session;
};

/// One's own private notes about a patient, open: written, read, amended, released and destroyed here. What
/// is typed is kept within a second, sealed.
class PrivateBook final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrivateBook)

public:
    PrivateBook(const PrivateSubject& subject, const PageContext& context, QWidget* parent = nullptr);
    ~PrivateBook() override;

    /// The notes were opened: shows the list and what was being written.
    void begin();
    /// Reads the list anew; what is typed stays.
    void refresh();
    /// Keeps what is typed as a sealed draft now; false where that failed, which is shown.
    bool keepDraft();
    /// Takes every word off the screen.
    void forget();

    [[nodiscard]] PrivateText& textEdit() { return *m_text; }
    [[nodiscard]] TableView& table() { return *m_table; }
    [[nodiscard]] QPushButton& releaseButton() { return *m_release; }
    /// What the book has to say, e.g. why something was refused; empty while it says nothing.
    [[nodiscard]] QString message() const;

Q_SIGNALS:
    void draftKept();
    void draftSettled();
    /// The notes are to be sealed again.
    void sealRequested();
    void codeMade(const QString& code);

private:
    void buildHead();
    [[nodiscard]] QWidget* buildPaper();
    void buildFoot();
    void say(const base::Error& error);
    void touch();
    void showRow();
    void showDraft();
    void showButtons();
    void write();
    void amend();
    void discard();
    void destroy();
    void release();
    void setText(const QString& text);
    /// The note that is being read; null while one is being written.
    [[nodiscard]] const PrivateRow* shown() const;
    [[nodiscard]] QString readingText(const PrivateRow& row);

    PrivateSubject m_subject;
    PageContext m_context;
    workflow::PrivateDraft m_draft;
    bool m_isReading = false;
    bool m_isUnkept = false; ///< typed since the draft was kept last
    bool m_isSetting = false;
    QTimer m_rest;
    Card* m_card;
    Banner* m_trouble;
    PrivateTable* m_model;
    TableView* m_table;
    TextLabel* m_caption;
    PrivateText* m_text;
    TextLabel* m_state;
    QPushButton* m_new;
    QPushButton* m_discard;
    QPushButton* m_destroy;
    QPushButton* m_release;
    QPushButton* m_amend;
    QPushButton* m_write;
};

} // namespace kairos::ui
