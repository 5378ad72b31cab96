// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/answer_grid.h"

#include "ui/scales/answer_access.h"

#include "ui/shared/type_scale.h"

#include "core/base/check.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace kairos::ui {

using record::AnswerState;

AnswerGrid::AnswerGrid(const scales::Instrument& instrument, FormLines lines, QWidget* parent)
    : QAbstractScrollArea(parent), m_entry(instrument, lines) {
    installAnswerAccess();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Answers of %1").arg(instrument.shortTitle));
    viewport()->setAutoFillBackground(false);
    relayout();
}

void AnswerGrid::setAnswers(const QList<record::Answer>& answers) {
    m_entry.setAnswers(answers);
    viewport()->update();
}

void AnswerGrid::setEarlier(const EarlierAnswers& earlier) {
    if (earlier == m_earlier) {
        return;
    }
    m_earlier = earlier;
    relayout();
}

void AnswerGrid::setMode(GridMode mode) {
    m_mode = mode;
    viewport()->update();
}

void AnswerGrid::setAlarmed(const QList<int>& places) {
    if (places != m_alarmed) {
        m_alarmed = places;
        viewport()->update();
    }
}

void AnswerGrid::setCurrentPlace(int place) {
    KAIROS_CHECK(place >= 0 && place < m_entry.placeCount());
    m_place = place;
    m_cursor.reset();
    m_isMinusTyped = false;
    m_isTyping = false;
    const QRect line = m_layout.lines.at(place).rect;
    const int room = viewport()->height() - m_layout.headHeight;
    auto* bar = verticalScrollBar();
    if (line.top() < bar->value()) {
        bar->setValue(line.top());
    } else if (line.bottom() >= bar->value() + room) {
        bar->setValue(line.bottom() - room + 1);
    }
    viewport()->update();
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(place);
    QAccessible::updateAccessibility(&focus);
}

void AnswerGrid::goToFirstOpen() {
    for (int place = 0; place < m_entry.placeCount(); ++place) {
        if (m_entry.answer(place).state == AnswerState::Unanswered && !m_entry.isSkipped(place)) {
            setCurrentPlace(place);
            return;
        }
    }
}

QString AnswerGrid::answerText(int place) const {
    const record::Answer& answer = m_entry.answer(place);
    switch (answer.state) {
    case AnswerState::Unanswered:
        return m_entry.isSkipped(place) ? tr("not asked") : tr("no answer");
    case AnswerState::Declined:
        return tr("declined");
    case AnswerState::NotApplicable:
        return tr("not applicable");
    case AnswerState::Given:
        break;
    }
    const QString words = m_entry.optionText(place, answer.value);
    const QString value = QLocale().toString(answer.value);
    return words.isEmpty() || words == value ? value : tr("%1, %2", "points, wording").arg(value, words);
}

QString AnswerGrid::lineText(int place) const {
    const scales::Item& item = m_entry.item(place);
    return tr("Item %1 of %2, %3: %4")
        .arg(item.number)
        .arg(m_entry.placeCount())
        .arg(item.text, answerText(place));
}

QRect AnswerGrid::lineRect(int place) const {
    return m_layout.lines.at(place).rect.translated(0, m_layout.headHeight - verticalScrollBar()->value());
}

QRect AnswerGrid::cellRect(int place, int option) const {
    return m_layout.lines.at(place).cells.at(option).translated(0, m_layout.headHeight -
                                                                       verticalScrollBar()->value());
}

QSize AnswerGrid::sizeHint() const {
    return {px(760), m_layout.headHeight + m_layout.height};
}

QSize AnswerGrid::minimumSizeHint() const {
    return {px(420), m_layout.headHeight + px(34) * 2};
}

QString AnswerGrid::stemText() const {
    const auto& instrument = m_entry.instrument();
    return instrument.stem.isEmpty() && !instrument.recall.text.isEmpty()
               ? tr("About %1", "a time, e.g. the last 7 days").arg(instrument.recall.text)
               : instrument.stem;
}

void AnswerGrid::relayout() {
    m_layout = layOutAnswers(m_entry, {viewport()->width(), stemText(), m_earlier.head});
    const int room = viewport()->height() - m_layout.headHeight;
    verticalScrollBar()->setRange(0, std::max(0, m_layout.height - room));
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setSingleStep(px(34));
    updateGeometry();
    viewport()->update();
}

void AnswerGrid::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

void AnswerGrid::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        relayout();
    }
}

void AnswerGrid::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void AnswerGrid::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    m_isTyping = false;
    viewport()->update();
}

int AnswerGrid::optionCount(int place) const {
    const auto* set = m_entry.options(place);
    return set != nullptr ? static_cast<int>(set->options.size()) : 0;
}

int AnswerGrid::chosenOption(int place) const {
    const auto* set = m_entry.options(place);
    const record::Answer& answer = m_entry.answer(place);
    if (set == nullptr || !answer.isGiven()) {
        return -1;
    }
    for (int i = 0; i < set->options.size(); ++i) {
        if (set->options.at(i).value == answer.value) {
            return i;
        }
    }
    return -1;
}

void AnswerGrid::give(int place, const record::Answer& answer, Then then) {
    m_entry.setAnswer(place, answer);
    m_cursor.reset();
    m_isMinusTyped = false;
    announce(place);
    if (then == Then::MoveOn) {
        moveLine(+1);
    }
    viewport()->update();
    Q_EMIT answered(place);
}

void AnswerGrid::announce(int place) {
    QAccessibleEvent renamed(this, QAccessible::NameChanged);
    renamed.setChild(place);
    QAccessible::updateAccessibility(&renamed);
}

void AnswerGrid::typeDigit(int digit) {
    const auto* set = m_entry.options(m_place);
    if (set == nullptr) {
        typeNumber(digit);
        return;
    }
    const int value = m_isMinusTyped ? -digit : digit;
    m_isMinusTyped = false;
    const bool exists = std::any_of(set->options.begin(), set->options.end(),
                                    [value](const scales::Option& option) { return option.value == value; });
    if (exists) {
        give(m_place, record::Answer::given(value), Then::MoveOn);
    }
}

void AnswerGrid::typeNumber(int digit) {
    const scales::Item& item = m_entry.item(m_place);
    const record::Answer& before = m_entry.answer(m_place);
    const int appended = m_isTyping && before.isGiven() ? before.value * 10 + digit : digit;
    if (appended > item.max) {
        return;
    }
    // A number of one digit moves on by itself, as options do; a longer one waits for Enter.
    const bool isOneDigit = item.max <= 9;
    if (appended >= item.min || !isOneDigit) {
        const int place = m_place;
        give(place, record::Answer::given(appended), isOneDigit ? Then::MoveOn : Then::Stay);
        m_isTyping = m_place == place && !isOneDigit;
    }
}

void AnswerGrid::chooseCursor() {
    const auto* set = m_entry.options(m_place);
    if (set != nullptr && m_cursor) {
        give(m_place, record::Answer::given(set->options.at(*m_cursor).value), Then::MoveOn);
    } else {
        moveLine(+1);
    }
}

void AnswerGrid::moveCursor(int step) {
    const int count = optionCount(m_place);
    if (count == 0) {
        return;
    }
    const int from = m_cursor.value_or(chosenOption(m_place));
    const int start = from < 0 && step < 0 ? count : from;
    m_cursor = std::clamp(start + step, 0, count - 1);
    viewport()->update();
}

void AnswerGrid::moveLine(int step) {
    int place = m_place + step;
    while (place > 0 && place < m_entry.placeCount() && m_entry.isSkipped(place)) {
        place += step > 0 ? 1 : -1;
    }
    if (place >= 0 && place < m_entry.placeCount()) {
        setCurrentPlace(place);
    } else {
        m_isTyping = false;
    }
}

bool AnswerGrid::handleMove(int key) {
    switch (key) {
    case Qt::Key_Up:
        moveLine(-1);
        return true;
    case Qt::Key_Down:
        moveLine(+1);
        return true;
    case Qt::Key_Left:
        moveCursor(-1);
        return true;
    case Qt::Key_Right:
        moveCursor(+1);
        return true;
    case Qt::Key_Home:
        setCurrentPlace(0);
        return true;
    case Qt::Key_End:
        setCurrentPlace(m_entry.placeCount() - 1);
        return true;
    default: // The others do not move.
        return false;
    }
}

bool AnswerGrid::handleAnswer(const QKeyEvent& event) {
    const int key = event.key();
    if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        typeDigit(key - Qt::Key_0);
        return true;
    }
    switch (key) {
    case Qt::Key_Minus: {
        const auto* set = m_entry.options(m_place);
        const bool hasNegative = set != nullptr && !set->options.isEmpty() && set->options.first().value < 0;
        if (hasNegative && !m_isMinusTyped) {
            m_isMinusTyped = true;
            viewport()->update();
        } else {
            give(m_place, {AnswerState::Declined, 0}, Then::MoveOn);
        }
        return true;
    }
    case Qt::Key_N:
        give(m_place, {AnswerState::NotApplicable, 0}, Then::MoveOn);
        return true;
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        m_isTyping = false;
        give(m_place, {}, Then::Stay);
        return true;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        chooseCursor();
        return true;
    default: // Not an answer.
        return false;
    }
}

void AnswerGrid::keyPressEvent(QKeyEvent* event) {
    const bool isPlain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    if (isPlain && m_entry.placeCount() > 0 && handleMove(event->key())) {
        return;
    }
    if (isPlain && m_mode == GridMode::Answering && m_entry.placeCount() > 0 && handleAnswer(*event)) {
        return;
    }
    event->ignore();
}

int AnswerGrid::placeAt(const QPoint& at) const {
    if (at.y() < m_layout.headHeight) {
        return -1;
    }
    for (int place = 0; place < m_layout.lines.size(); ++place) {
        if (lineRect(place).contains(at)) {
            return place;
        }
    }
    return -1;
}

void AnswerGrid::mousePressEvent(QMouseEvent* event) {
    const int place = placeAt(event->position().toPoint());
    if (place < 0 || event->button() != Qt::LeftButton) {
        return;
    }
    setCurrentPlace(place);
    const auto* set = m_entry.options(place);
    if (set == nullptr || m_mode == GridMode::Reading) {
        return;
    }
    for (int i = 0; i < set->options.size(); ++i) {
        if (cellRect(place, i).contains(event->position().toPoint())) {
            give(place, record::Answer::given(set->options.at(i).value), Then::Stay);
            return;
        }
    }
}

void AnswerGrid::contextMenuEvent(QContextMenuEvent* event) {
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const int place = isByKey ? m_place : placeAt(event->pos());
    if (place < 0 || m_mode == GridMode::Reading) {
        return;
    }
    setCurrentPlace(place);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Declined"), this, [this, place] {
        give(place, {AnswerState::Declined, 0}, Then::Stay);
    });
    menu->addAction(tr("Not applicable"), this, [this, place] {
        give(place, {AnswerState::NotApplicable, 0}, Then::Stay);
    });
    menu->addSeparator();
    menu->addAction(tr("Clear"), this, [this, place] { give(place, {}, Then::Stay); });
    menu->popup(isByKey ? viewport()->mapToGlobal(lineRect(place).center()) : event->globalPos());
}

} // namespace kairos::ui
