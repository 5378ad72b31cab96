// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/therapy_session.h"
#include "core/workflow/thread_query.h"

#include <QJsonObject>
#include <QList>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace kairos::ui {

class DateField;
class Field;
class TextLabel;

/// The lines that a session of this kind adds to the thread: a preparation the intention, an integration
/// what arose and its meaning, any other session a meaning; and what the patient is going to do by a day.
/// A line is saved when its field is left; a commitment when it is added.
class ThreadLines final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThreadLines)

public:
    explicit ThreadLines(const PageContext& context, QWidget* parent = nullptr);

    void showThread(const record::TherapySession& session, const workflow::SessionThread& thread);
    /// Saves what a field holds that was not left yet; false where that failed.
    bool settle();
    /// What is typed and not saved; empty for nothing.
    [[nodiscard]] QJsonObject state() const;
    void setState(const QJsonObject& state);

    [[nodiscard]] QLineEdit& lineEdit(record::ThreadPart part);
    [[nodiscard]] QLineEdit& commitmentEdit() { return *m_words; }
    [[nodiscard]] DateField& dueEdit() { return *m_due; }
    [[nodiscard]] QComboBox& goalChoice() { return *m_goal; }

Q_SIGNALS:
    void typed();
    void saved();
    void failed(const base::Error& error);

private:
    /// A part of the thread with its field and what is stored of it.
    struct Line {
        record::ThreadPart part;
        QLineEdit* edit;
        Field* field;
        std::optional<record::ThreadLine> stored;

        [[nodiscard]] QString storedWords() const { return stored ? stored->words : QString(); }
    };

    void addLine(record::ThreadPart part, const QString& label);
    [[nodiscard]] Line& lineOf(record::ThreadPart part);
    void showGoals(const record::TherapySession& session);
    bool saveLine(Line& line);
    [[nodiscard]] base::Outcome write(Line& line);
    void addCommitment();
    void offerUndo(const QString& what, std::function<base::Outcome()> undo);

    PageContext m_context;
    record::SessionId m_session;
    QList<Line> m_lines;
    TextLabel* m_made;
    QLineEdit* m_words;
    DateField* m_due;
    QComboBox* m_goal;
    Field* m_goalField = nullptr;
    QPushButton* m_add;
};

} // namespace kairos::ui
