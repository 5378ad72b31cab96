// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/entry_line.h"

#include "ui/dosing/entry_line_text.h"
#include "ui/dosing/entry_modes.h"
#include "ui/dosing/run_draft.h"

#include "ui/shared/questions.h"
#include "ui/shared/text_label.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace kairos::ui {

using namespace record;

EntryLine::EntryLine(DosingController& controller, EntrySize size, QWidget* parent)
    : QFrame(parent), m_controller(controller) {
    build(size);
    m_edit->installEventFilter(this);
    m_edit->setText(controller.draft().text(place()));
    m_isRestored = !m_edit->text().isEmpty() && controller.draft().restoredFrom();
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_isRestored = false;
        m_controller.draft().setText(place(), text);
        showEcho();
    });
    connect(&controller, &DosingController::ticked, this, [this] { showMode(); });
    showMode();
    showEcho();
}

QString EntryLine::place() const {
    const QString name = placeOf(m_mode);
    if (m_mode != EntryMode::Correction) {
        return name;
    }
    return m_corrected ? name + QLatin1Char('.') + m_corrected->toString() : QString();
}

void EntryLine::setMode(EntryMode mode) {
    m_mode = mode;
    if (mode != EntryMode::Correction) {
        m_corrected.reset();
    }
    resume();
    m_edit->setFocus();
    update();
}

void EntryLine::resume() {
    m_edit->setText(m_controller.draft().text(place()));
    showMode();
    showEcho();
}

void EntryLine::beginCorrection(const Reading& reading) {
    m_corrected = reading.id;
    m_unchanged = lineOf(reading, m_controller.readingOrder());
    setMode(EntryMode::Correction);
    if (m_edit->text().isEmpty()) {
        m_edit->setText(m_unchanged);
    }
    m_edit->selectAll();
}

void EntryLine::askStop() {
    if (!m_controller.isDosing()) {
        return;
    }
    if (m_controller.isEarly()) {
        setMode(EntryMode::Stop);
    } else if (const auto done = m_controller.stop({}); !done) {
        refuse(done.error());
    }
}

void EntryLine::showEcho() {
    const QString line = m_edit->text().trimmed();
    m_echo->setToken(Token::Text2);
    m_swapLine.clear();
    std::optional<Reading> preview;
    if (line.isEmpty() && m_mode != EntryMode::Device) {
        showFinding({});
        m_echo->setText(wordsOf(m_mode, m_controller).empty);
    } else {
        const EntryEcho echo = m_controller.echo(m_mode, line);
        m_echo->setText(echo.error ? echo.error->why : echo.words);
        if (m_isRestored) {
            const QString at = m_controller.timeOf(*m_controller.draft().restoredFrom());
            m_echo->setText(
                tr("%1. Typed at %2 and not saved: add @%2 if it was measured then").arg(m_echo->text(), at));
        }
        m_swapLine = echo.swapLine;
        if (!echo.doubt.isEmpty()) {
            m_echo->setText(tr("%1\nCaution: %2 F3 swaps them, Enter saves them as typed.",
                               "the reading, then the question")
                                .arg(m_echo->text(), echo.doubt));
        }
        showFinding(echo.findings);
        preview = echo.reading;
    }
    Q_EMIT previewChanged(m_mode == EntryMode::Reading ? preview : std::nullopt);
}

void EntryLine::refuse(const base::Error& error) {
    m_echo->setText(error.sentence());
    m_echo->setToken(Token::Stop);
    m_edit->setFocus();
}

void EntryLine::enter() {
    const QString line = m_edit->text().trimmed();
    if (m_mode == EntryMode::Rating) {
        openRating(line);
        return;
    }
    if (line.isEmpty() && m_mode != EntryMode::Stop && m_mode != EntryMode::Device) {
        return;
    }
    if (m_mode == EntryMode::Correction) {
        saveCorrection();
        return;
    }
    const auto done = m_controller.commit(m_mode, line);
    if (!done) {
        if (takesOneKey(m_mode)) {
            m_edit->clear();
        }
        refuse(done.error());
        return;
    }
    m_edit->clear();
    if (m_mode != EntryMode::Reading) {
        setMode(EntryMode::Reading);
    }
}

void EntryLine::openRating(const QString& line) {
    const int number = line.toInt();
    const QStringList ids = ratingIds();
    m_edit->clear();
    if (!line.isEmpty() && (number < 1 || number > ids.size())) {
        return;
    }
    setMode(EntryMode::Reading);
    Q_EMIT ratingWanted(line.isEmpty() ? QString() : ids.at(number - 1));
}

void EntryLine::saveCorrection() {
    const QString line = m_edit->text().trimmed();
    const EntryEcho echo = m_controller.echo(EntryMode::Correction, line);
    if (echo.error || !m_corrected) {
        refuse(echo.error.value_or(base::Error{}));
        return;
    }
    const ReadingId id = *m_corrected;
    const Question question{
        .title = tr("Correct this reading?"),
        .text = tr("It will read: %1. The old figures stay in the record, struck through.").arg(echo.words),
        .verb = tr("Correct"),
        .needs = QuestionNeeds::Reason};
    m_controller.context().questions.ask(question, *window(), [this, id, line](const Answer& answer) {
        const auto done = m_controller.correct(id, line, answer.reason);
        if (done) {
            m_edit->clear();
            setMode(EntryMode::Reading);
        }
        return done;
    });
}

bool EntryLine::takeLetter(int key) {
    if (const auto mode = modeOfLetter(key)) {
        setMode(*mode);
        return true;
    }
    if (key == Qt::Key_V && m_controller.isDosing() && m_controller.view().devices) {
        setMode(EntryMode::Device);
        return true;
    }
    if (key == Qt::Key_P) {
        if (const auto done = m_controller.pauseOrResume(); !done) {
            refuse(done.error());
        }
        return true;
    }
    const bool isRunning = m_controller.stage() == DosingStage::Running;
    if (key == Qt::Key_A && isRunning) {
        Q_EMIT adverseEventWanted();
        return true;
    }
    return false; // All other keys are typed.
}

bool EntryLine::takeOneKey(const QKeyEvent& press) {
    if (const QString begun = beginningOfSign(m_mode, press.key()); !begun.isEmpty()) {
        // What looked like a letter of its own was the beginning of "bp 142/88".
        setMode(EntryMode::Reading);
        m_edit->setText(begun);
        return true;
    }
    if (!takesOneKey(m_mode)) {
        return false;
    }
    const bool isDigit = press.key() >= Qt::Key_0 && press.key() <= Qt::Key_9;
    const bool isTen = m_mode == EntryMode::Distress && press.key() == Qt::Key_X;
    if (isDigit || isTen) {
        m_edit->setText(press.text());
        enter();
    }
    // No other letter can be meant; Tab and the like go where they always go.
    return !press.text().isEmpty() && press.text().at(0).isPrint();
}

void EntryLine::swapSigns() {
    if (!m_swapLine.isEmpty()) {
        m_edit->setText(QString(m_swapLine));
    }
}

bool EntryLine::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit && event->type() == QEvent::ShortcutOverride && m_edit->text().isEmpty() &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo)) {
        // With nothing typed, Ctrl+Z belongs to what was just saved, not to the line.
        event->ignore();
        return true;
    }
    if (watched != m_edit || event->type() != QEvent::KeyPress) {
        return QFrame::eventFilter(watched, event);
    }
    const auto* press = static_cast<QKeyEvent*>(event);
    if (press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter) {
        if (press->modifiers().testFlag(Qt::ControlModifier)) {
            return false;
        }
        enter();
        return true;
    }
    if (press->key() == Qt::Key_Escape && m_mode != EntryMode::Reading) {
        if (m_mode == EntryMode::Correction && m_edit->text() == m_unchanged) {
            m_edit->clear();
        }
        setMode(EntryMode::Reading);
        return true;
    }
    if (press->key() == Qt::Key_F3) {
        swapSigns();
        return true;
    }
    const bool isPlain = press->modifiers() == Qt::NoModifier || press->modifiers() == Qt::ShiftModifier ||
                         press->modifiers() == Qt::KeypadModifier;
    if (!isPlain || !m_edit->text().isEmpty()) {
        return false;
    }
    return m_mode == EntryMode::Reading ? takeLetter(press->key()) : takeOneKey(*press);
}

QString EntryLine::echoText() const {
    return m_echo->text();
}

QString EntryLine::findingText() const {
    return m_finding->isHidden() ? QString() : m_finding->text();
}

} // namespace kairos::ui
