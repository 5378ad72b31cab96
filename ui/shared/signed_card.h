// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/signature.h"
#include "core/workflow/draft_desk.h"
#include "core/workflow/signed_content.h"

#include <QTimer>

#include <functional>

class QPlainTextEdit;
class QPushButton;

namespace kairos::ui {

class Card;
class TextLabel;

/// What stands under a signed session: who signed, the fingerprint, the addenda, and the next addendum, which
/// is kept as a draft while it is written. A second clinician may put a name under the same content.
class SignedCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignedCard)

public:
    SignedCard(const record::SessionId& session, const PageContext& context, QWidget* parent = nullptr);

    void showSigned(const QList<record::Signature>& signatures, const workflow::SessionContent& content);
    /// Selects a passage of an addendum; nothing where its text does not stand here.
    void markWords(const QString& addendum, qsizetype start, qsizetype length);
    /// Keeps what is typed as a draft now.
    void keepDraft();
    [[nodiscard]] QPlainTextEdit& addendumEdit() { return *m_addendum; }
    /// There for somebody who may sign the session and has not.
    [[nodiscard]] QPushButton& cosignButton() { return *m_cosign; }

Q_SIGNALS:
    void draftKept();
    void draftSettled();
    /// An addendum was signed, or the session co-signed.
    void signatureGiven();
    /// Something went wrong, or nothing stands in the addendum.
    void failed(const base::Error& error);

private:
    void restore();
    void sign();
    void cosign();
    [[nodiscard]] bool mayCosign(const QList<record::Signature>& signatures,
                                 const workflow::SessionContent& content) const;
    [[nodiscard]] storage::DraftKey key() const;

    record::SessionId m_session;
    PageContext m_context;
    bool m_isUnkept = false;
    bool m_isLoaded = false;
    QTimer m_rest;
    TextLabel* m_words;
    QPlainTextEdit* m_addendum;
    QPushButton* m_cosign;
};

} // namespace kairos::ui
