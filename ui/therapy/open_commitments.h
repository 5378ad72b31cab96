// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/therapy_session.h"
#include "core/workflow/thread_query.h"

#include <QHash>
#include <QJsonObject>

class QLineEdit;
class QPushButton;

namespace kairos::ui {

class CommitmentTable;
class DateField;
class TableView;
class TextLabel;

/// The commitments that come up in a session: one key each says what became of it. A remark and a new day
/// are typed before. What is typed belongs to its commitment and waits there when another one is chosen.
class OpenCommitments final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenCommitments)

public:
    explicit OpenCommitments(const PageContext& context, QWidget* parent = nullptr);

    void showRows(const record::SessionId& session, const QList<workflow::OpenCommitment>& rows);
    /// What is typed and not saved, by commitment; empty for nothing.
    [[nodiscard]] QJsonObject state() const;
    void setState(const QJsonObject& state);

    [[nodiscard]] TableView& table() { return *m_view; }
    [[nodiscard]] QLineEdit& remarkEdit() { return *m_remark; }
    [[nodiscard]] DateField& movedEdit() { return *m_moved; }
    [[nodiscard]] QPushButton& dropButton() { return *m_drop; }

Q_SIGNALS:
    void typed();
    /// Something was saved or taken back.
    void saved();
    void failed(const base::Error& error);

private:
    void build();
    QPushButton* addOutcome(const QString& text, Qt::Key key, record::CommitmentState outcome);
    [[nodiscard]] const workflow::OpenCommitment* current() const;
    void showCurrent();
    void keepTyped();
    void review(record::CommitmentState outcome);
    void takeBack();
    void offerUndo(const record::CommitmentReview& review);

    struct Typed {
        QString remark;
        QString moved;
    };

    PageContext m_context;
    record::SessionId m_session;
    CommitmentTable* m_model;
    TableView* m_view;
    TextLabel* m_words;
    TextLabel* m_story;
    QWidget* m_asking; ///< fields and outcomes, while this session has not asked yet
    QLineEdit* m_remark;
    DateField* m_moved;
    QPushButton* m_drop = nullptr;
    QPushButton* m_back;
    QHash<record::CommitmentId, Typed> m_typed;
};

} // namespace kairos::ui
