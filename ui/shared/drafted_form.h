// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/base/result.h"
#include "core/workflow/draft_desk.h"

#include <QJsonObject>

class QPushButton;

namespace kairos::ui {

class FormDraft;
class TextLabel;

/// A form inside a page, whose typing is kept as a draft until it is saved: what all of these share. Escape
/// leaves it with the draft kept. The form itself lays out restoredLine() and troubleLine().
class DraftedForm : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftedForm)

public:
    /// Keeps what is typed as a draft now; the form stays. False where it could not be kept, and says why.
    [[nodiscard]] bool keepDraft();
    /// Keeps it and hides the form. False where it could not be kept, and says why.
    [[nodiscard]] bool closeForm();
    /// What is wrong; empty when all is well.
    [[nodiscard]] virtual QString trouble() const;
    /// "Restored from your draft. ..."; empty without one.
    [[nodiscard]] QString restored() const;
    /// Throws the restored draft away.
    [[nodiscard]] QPushButton& afreshButton() { return *m_afresh; }

Q_SIGNALS:
    /// Left, or saved where the form closes by that.
    void closed();
    void draftKept();
    void draftSettled();

protected:
    explicit DraftedForm(const PageContext& context, QWidget* parent);

    /// What the form shows, as setState() reads it back: what does not read yet is kept as it was typed.
    [[nodiscard]] virtual QJsonObject state() const = 0;
    virtual void setState(const QJsonObject& state) = 0;
    /// Where the hand goes when the form begins anew.
    [[nodiscard]] virtual QWidget& firstField() = 0;

    [[nodiscard]] const PageContext& context() const { return m_context; }
    [[nodiscard]] workflow::OpenPractice& practice() const { return m_context.practice; }
    /// Says that a draft came back, and offers to start afresh; hidden without one.
    [[nodiscard]] QWidget& restoredLine() { return *m_restored; }
    [[nodiscard]] TextLabel& troubleLine() { return *m_trouble; }
    /// Typing or choosing in any of these fields is kept soon: QLineEdit, QPlainTextEdit, QComboBox,
    /// Segments.
    void watch(const QList<QWidget*>& fields);
    /// Something else was typed: it is kept soon.
    void touchDraft();
    /// The form shows what is stored; what was typed earlier and never saved comes back over it.
    void beginDraft(const QString& form, const base::Uuid& subject);
    /// For the transaction that saves the form: the draft ends in it.
    [[nodiscard]] QList<storage::DraftKey> draftKeys() const;
    /// The form was saved.
    void finishDraft();
    void showTrouble(const base::Error& error);
    void showTrouble(const QString& words);
    void hideTrouble();
    void leave();
    void keyPressEvent(QKeyEvent* event) override;

private:
    void startAfresh();

    PageContext m_context;
    QWidget* m_restored;
    TextLabel* m_restoredWords;
    QPushButton* m_afresh;
    TextLabel* m_trouble;
    FormDraft* m_draft;
};

} // namespace kairos::ui
