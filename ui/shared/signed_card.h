// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/signature.h"
#include "core/workflow/draft_desk.h"
#include "core/workflow/session_parts.h"
#include "core/workflow/signed_content.h"

#include <QTimer>

#include <functional>

class QPlainTextEdit;
class QPushButton;

namespace kairos::ui {

class AmendCard;
class Card;
class TextLabel;

/// A visit in which something is signed, as its card shows it.
struct SignedView {
    workflow::SessionContent content;
    workflow::SessionParts visit;
    /// The note that the person reads above; none while they still write.
    std::optional<record::Note> shown = {};
};

/// What stands under a signed session: who signed which part and what is still open, the fingerprint, the
/// addenda, and the next addendum, which is kept as a draft while it is written. A second clinician may put a
/// name under the same content; who may sign such a note may amend it or say that it was entered in error.
class SignedCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignedCard)

public:
    SignedCard(const record::SessionId& session, const PageContext& context, QWidget* parent = nullptr);

    void showSigned(const SignedView& view);
    /// Selects a passage of an addendum; nothing where its text does not stand here.
    void markWords(const QString& text, qsizetype start, qsizetype length);
    /// Selects a passage of the reason of an amendment.
    void markReason(const record::Note& amendment, qsizetype start, qsizetype length);
    /// Keeps what is typed as a draft now.
    void keepDraft();
    [[nodiscard]] QPlainTextEdit& addendumEdit() { return *m_addendum; }
    /// There for somebody who may sign the session and has not.
    [[nodiscard]] QPushButton& cosignButton() { return *m_cosign; }
    /// There for somebody who may sign the note above.
    [[nodiscard]] QPushButton& amendButton() { return *m_amend; }
    [[nodiscard]] QPushButton& withdrawButton() { return *m_withdraw; }
    /// Opens the versions of the note side by side.
    [[nodiscard]] QPushButton& versionsButton() { return *m_versions; }
    [[nodiscard]] AmendCard& amendCard() { return *m_amending; }
    /// An amendment is being written; the card stands in the place of the note.
    [[nodiscard]] bool isAmending() const;

Q_SIGNALS:
    void draftKept();
    void draftSettled();
    /// An amendment was begun, left or signed.
    void amendingChanged();
    /// An addendum or an amendment was signed, the session co-signed, or a note entered in error.
    void signatureGiven();
    /// Something went wrong, or nothing stands in the addendum.
    void failed(const base::Error& error);

private:
    void restore();
    void sign();
    void cosign();
    void buildAddendum();
    void buildActs();
    void connectAmending();
    void amend();
    void withdraw();
    void openVersions();
    void showActs();
    [[nodiscard]] QStringList linesOf(const SignedView& view) const;
    [[nodiscard]] storage::DraftKey key() const;

    record::SessionId m_session;
    PageContext m_context;
    SignedView m_view;
    bool m_isUnkept = false;
    bool m_isLoaded = false;
    QTimer m_rest;
    TextLabel* m_words;
    QPlainTextEdit* m_addendum;
    QPushButton* m_cosign;
    AmendCard* m_amending;
    Card* m_card;
    QWidget* m_addendumRow = nullptr;
    QPushButton* m_amend = nullptr;
    QPushButton* m_withdraw = nullptr;
    QPushButton* m_versions = nullptr;
};

} // namespace kairos::ui
