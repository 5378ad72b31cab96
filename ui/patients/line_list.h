// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QList>
#include <QStringList>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace kairos::ui {

class TextLabel;

/// What a column of a line list holds.
enum class LineKind { Text, Date };

struct LineColumn {
    QString title; ///< shown as placeholder of the first line's head and read out
    int stretch = 1;
    LineKind kind = LineKind::Text;
};

/// One line: its record's id (empty for a new one) and the text of each cell; a readable date is ISO.
struct Line {
    QString id;
    QStringList cells;

    bool operator==(const Line&) const = default;
};

/// A short list that is typed in place: allergies, diagnoses, medicines, consents. An empty new line is no
/// line; a line of a record that is emptied is removed by its own button, never by accident.
class LineList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineList)

public:
    /// `add` is the verb of the button, e.g. "Add a medicine".
    LineList(const QString& name, const QList<LineColumn>& columns, const QString& add,
             QWidget* parent = nullptr);

    void setLines(const QList<Line>& lines);
    /// The lines that hold something.
    [[nodiscard]] QList<Line> lines() const;
    /// Every line as typed, also what does not read: for drafts.
    [[nodiscard]] QJsonArray state() const;
    void restore(const QJsonArray& state);
    /// Shows what is wrong below the list; an empty text takes it away.
    void setError(const QString& error);
    /// What is wrong with a date; empty when all dates read.
    [[nodiscard]] QString problem() const;
    /// Adds an empty line and goes to it.
    void addLine();
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QString id;
        QWidget* box = nullptr;
        QList<QLineEdit*> cells;
    };

    void insertRow(const Line& line);
    void removeRow(QWidget* box);
    [[nodiscard]] Line lineOf(const Row& row) const;
    void showHead();

    QString m_name;
    QList<LineColumn> m_columns;
    QWidget* m_head;
    QVBoxLayout* m_list;
    QPushButton* m_add;
    TextLabel* m_error;
    QList<Row> m_rows;
};

} // namespace kairos::ui
