// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/note_editor.h"
#include "ui/shared/page.h"

#include "core/base/finding.h"
#include "core/workflow/draft_desk.h"
#include "core/workflow/session_parts.h"
#include "core/workflow/signed_content.h"
#include "core/workflow/signing_act.h"

#include <QHash>
#include <QJsonObject>
#include <QTimer>

#include <functional>

class QPlainTextEdit;
class QPushButton;

namespace kairos::ui {

class Banner;
class Card;
class CarryBar;
class NoteSpelling;
class Segments;
class SignedCard;
class TextLabel;

/// Which note of which session, and what kind of session that is.
struct NoteSubject {
    record::SessionId session;
    record::PatientId patient;
    record::TherapyType type = record::TherapyType::DosingSupport;
    QString modality = {};
};

/// What a page keeps in the draft beside the note, e.g. when the session began.
struct NoteExtra {
    std::function<QJsonObject()> save;
    std::function<void(const QJsonObject&)> restore;
    /// What the page knows for macros and the record does not yet, e.g. "minutes".
    std::function<QHash<QString, QString>()> macroValues = {};
};

/// The chart note of a session from the first letter to the signature: drafts within a second, saving,
/// signing with what is missing named, and addenda afterwards. Dosing and therapy share it.
class NotePanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotePanel)

public:
    NotePanel(const NoteSubject& subject, const PageContext& context, QWidget* parent = nullptr);
    ~NotePanel() override;

    /// Runs before the note is saved or signed, e.g. to say that the session was held. An error is shown.
    void setBefore(std::function<base::Outcome()> before) { m_before = std::move(before); }
    /// What the page itself still misses before the session may be signed, in whole phrases.
    void setMissing(std::function<QStringList()> missing) { m_missing = std::move(missing); }
    void setExtra(NoteExtra extra) { m_extra = std::move(extra); }
    /// Reads the stored note and the draft. Call it once after setExtra(), and again when the record changed.
    void refresh();
    /// The modality was typed or chosen: hints and interventions follow it, and the form of a note in which
    /// nothing is written yet.
    void setModality(const QString& modality);
    /// Offers the sections of the patient's last note of this kind.
    void offerCarry();
    /// The page's own fields changed: the draft is kept soon.
    void touch();
    /// Keeps what is typed as a draft now.
    void keepDraft();
    /// Goes to a passage of the session's notes and marks it. Of a signed session it shows the note it stands
    /// in; of another person's note that is not signed it says where the passage is.
    void showPassage(const NotePassage& passage);
    /// Saves the note as it stands; false when an error is shown.
    bool save();
    /// Saves, names what is missing, or asks for the signature.
    void sign();

    /// Whether the person has nothing left to write or sign here; a visit that others share may still be
    /// open.
    [[nodiscard]] bool isSigned() const { return m_isSigned; }
    /// The note is written in another place of the program: it is for reading here.
    [[nodiscard]] bool isHeldElsewhere() const { return m_isHeldElsewhere; }
    [[nodiscard]] NoteEditor& editor() { return *m_editor; }
    /// What the panel has to say, e.g. what is missing; empty while it says nothing.
    [[nodiscard]] QString message() const;
    /// The text of an addendum; shown once the session is signed.
    [[nodiscard]] QPlainTextEdit& addendumEdit();
    [[nodiscard]] SignedCard& signedCard() { return *m_signed; }
    [[nodiscard]] NoteSpelling& spelling() { return *m_spelling; }
    [[nodiscard]] CarryBar& carryBar() { return *m_carryBar; }

Q_SIGNALS:
    void draftKept();
    void draftSettled();
    /// The session was signed, or an addendum was.
    void signatureGiven();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Neither signed nor written elsewhere.
    [[nodiscard]] bool isWritable() const { return !m_isSigned && !m_isHeldElsewhere; }
    void connectHolds();
    void takeHold();
    [[nodiscard]] bool store();
    [[nodiscard]] base::Outcome storeNote(const NoteContent& content);
    void offerUndo(const std::optional<record::Note>& before);
    void showAmending();
    void buildFoot();
    void buildDraft();
    void connectParts();
    void showFormat();
    void focusText();
    void say(base::FindingLevel level, const QString& title, const QString& text);
    void say(const base::Error& error);
    void saySpelling();
    void load();
    void restoreDraft();
    void showSigned();
    void askSignature(const workflow::SigningAct& act);
    [[nodiscard]] std::optional<QString> macroText(const QString& name) const;
    [[nodiscard]] storage::DraftKey draftKey() const;
    [[nodiscard]] const record::Note* ownNote() const;
    /// The note that the editor holds; null while it is a new one.
    [[nodiscard]] const record::Note* shownNote() const;
    void markIn(const record::Note& note, const NotePassage& passage);
    void markAddendum(const record::Note& addendum, const NotePassage& passage);
    void sayWhere(const record::Note& note, const NotePassage& passage);

    NoteSubject m_subject;
    PageContext m_context;
    std::function<base::Outcome()> m_before;
    std::function<QStringList()> m_missing;
    NoteExtra m_extra;
    workflow::SessionContent m_content;
    workflow::SessionParts m_visit;
    /// When the version that the text goes on from was saved; none for a note that nobody saved.
    std::optional<base::Instant> m_base;
    bool m_isSigned = false;
    bool m_isHeldElsewhere = false;
    NoteContent m_stored;
    std::optional<record::NoteId> m_sought; ///< a passage of it was asked for
    bool m_isDirty = false;
    bool m_isUnkept = false; ///< typed since the draft was kept last
    bool m_isLoaded = false;
    QTimer m_rest;
    Banner* m_banner;
    CarryBar* m_carryBar;
    Card* m_card;
    Segments* m_formats;
    NoteEditor* m_editor;
    TextLabel* m_state = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_sign = nullptr;
    QPushButton* m_carry = nullptr;
    SignedCard* m_signed;
    NoteSpelling* m_spelling;
};

} // namespace kairos::ui
