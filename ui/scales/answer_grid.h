// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/scales/answer_layout.h"
#include "ui/scales/rating_entry.h"

#include <QAbstractScrollArea>

#include <optional>

namespace kairos::ui {

/// The column of answers given before.
struct EarlierAnswers {
    QString head;                  ///< "26 Oct"; empty for no column
    QList<record::Answer> answers; ///< in the instrument's order

    bool operator==(const EarlierAnswers&) const = default;
};

enum class GridMode { Answering, Reading };

/// A form as lines of answers. Digits answer and move on, − declines, N is not applicable, Backspace clears,
/// the arrows move, Space and Enter choose; the mouse does the same, its right button offers the rest.
class AnswerGrid final : public QAbstractScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AnswerGrid)

public:
    explicit AnswerGrid(const scales::Instrument& instrument, FormLines lines = FormLines::All,
                        QWidget* parent = nullptr);

    [[nodiscard]] const RatingEntry& entry() const { return m_entry; }
    void setAnswers(const QList<record::Answer>& answers);
    void setEarlier(const EarlierAnswers& earlier);
    void setMode(GridMode mode);
    /// Lines that a rule raised: drawn on the ground of a stop.
    void setAlarmed(const QList<int>& places);
    [[nodiscard]] int currentPlace() const { return m_place; }
    void setCurrentPlace(int place);
    /// The first line without an answer becomes the current one.
    void goToFirstOpen();

    /// "Item 3 of 10, Trouble falling asleep: 2, More than half the days".
    [[nodiscard]] QString lineText(int place) const;
    /// The words of the answer alone: "2, More than half the days", "declined", "no answer".
    [[nodiscard]] QString answerText(int place) const;
    /// Where a line stands in the viewport.
    [[nodiscard]] QRect lineRect(int place) const;
    [[nodiscard]] QRect cellRect(int place, int option) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A person changed the answer of a line.
    void answered(int place);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Whether an answer lets the next line become the current one.
    enum class Then { Stay, MoveOn };
    void relayout();
    void give(int place, const record::Answer& answer, Then then);
    void typeDigit(int digit);
    void typeNumber(int digit);
    void chooseCursor();
    void moveCursor(int step);
    void moveLine(int step);
    [[nodiscard]] bool handleMove(int key);
    [[nodiscard]] bool handleAnswer(const QKeyEvent& event);
    [[nodiscard]] int placeAt(const QPoint& at) const;
    [[nodiscard]] int optionCount(int place) const;
    [[nodiscard]] int chosenOption(int place) const;
    void announce(int place);
    [[nodiscard]] QString stemText() const;
    [[nodiscard]] QString earlierText(int place) const;
    void paintHead(QPainter& painter) const;
    void paintLine(QPainter& painter, int place) const;
    void paintWording(QPainter& painter, int place) const;
    void paintCells(QPainter& painter, int place) const;
    void paintCell(QPainter& painter, int place, int option) const;
    void paintNumber(QPainter& painter, int place) const;
    void paintState(QPainter& painter, int place, const QString& words) const;

    RatingEntry m_entry;
    EarlierAnswers m_earlier;
    AnswerLayout m_layout;
    QList<int> m_alarmed;
    GridMode m_mode = GridMode::Answering;
    int m_place = 0;
    std::optional<int> m_cursor; ///< the option under the arrow keys
    bool m_isMinusTyped = false; ///< the sign of a negative option (RASS) was typed
    bool m_isTyping = false;     ///< a number is being typed: the next digit is appended
};

} // namespace kairos::ui
