// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/entry_line.h"

#include "ui/dosing/entry_line_text.h"
#include "ui/dosing/room_parts.h"
#include "ui/dosing/run_draft.h"

#include "ui/shared/key_cap.h"
#include "ui/shared/paint_controls.h"
#include "ui/shared/questions.h"
#include "ui/shared/text_label.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace kairos::ui {

using namespace record;

namespace {

constexpr qreal kDeskPoints = 15;
constexpr int kPlaceName = 110;

QString numbered(const QStringList& words) {
    QStringList parts;
    for (qsizetype i = 0; i < words.size(); ++i) {
        parts.append(QStringLiteral("%1 %2").arg(i + 1).arg(words.at(i)));
    }
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace

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
    switch (m_mode) {
    case EntryMode::Reading:
        return QStringLiteral("reading");
    case EntryMode::Correction:
        return m_corrected ? QStringLiteral("correction.") + m_corrected->toString() : QString();
    case EntryMode::Event:
        return QStringLiteral("event");
    case EntryMode::Rescue:
        return QStringLiteral("rescue");
    case EntryMode::Stop:
        return QStringLiteral("stop");
    }
    return {};
}

void EntryLine::build(EntrySize size) {
    const bool isRoom = size == EntrySize::Room;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(14), px(8), px(14), px(8));
    column->setSpacing(px(6));
    auto* line = new QHBoxLayout;
    line->setSpacing(px(12));
    m_name = new TextLabel({}, isRoom ? TextRole::Figure : TextRole::Section, Token::Text2, this);
    m_name->setMinimumWidth(px(isRoom ? kPlaceName : 84));
    m_edit = new QLineEdit(this);
    m_edit->setObjectName(QStringLiteral("entryLineEdit"));
    m_edit->setFont(isRoom ? roomFont(kNearCap, screen()) : strongFont(kDeskPoints));
    m_edit->setMinimumHeight(px(isRoom ? 56 : 40));
    m_hint = new TextLabel({}, TextRole::Caption, Token::Text2, this);
    line->addWidget(m_name);
    line->addWidget(m_edit, 1);
    line->addWidget(m_hint);
    column->addLayout(line);
    auto* below = new QHBoxLayout;
    below->setSpacing(px(16));
    m_echo = makeParagraph({}, isRoom ? TextRole::Section : TextRole::Body, Token::Text2, this);
    auto* findings = new QVBoxLayout;
    findings->setSpacing(0);
    m_finding = makeParagraph({}, isRoom ? TextRole::Section : TextRole::Strong, Token::Caution, this);
    m_source = makeParagraph({}, TextRole::Caption, Token::Text2, this);
    findings->addWidget(m_finding);
    findings->addWidget(m_source);
    if (!isRoom) {
        m_keys = makeKeyHints({{QStringLiteral("E"), tr("event")},
                               {QStringLiteral("R"), tr("rating")},
                               {QStringLiteral("M"), tr("rescue drug")},
                               {QStringLiteral("A"), tr("adverse event")},
                               {QStringLiteral("P"), tr("pause, go on")}},
                              this);
        findings->addWidget(m_keys, 0, Qt::AlignRight);
    }
    findings->addStretch();
    below->addWidget(m_echo, 1, Qt::AlignTop);
    below->addLayout(findings, 1);
    column->addLayout(below);
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumHeight(px(isRoom ? 128 : 104));
}

void EntryLine::showMode() {
    switch (m_mode) {
    case EntryMode::Reading: {
        const auto due = m_controller.trouble() ? DueView() : m_controller.due();
        m_name->setText(due.now ? tr("%1 min", "the moment a reading is for").arg(due.now->minute)
                                : tr("Reading"));
        m_hint->setText(tr("BP HR SpO₂ sedation, then Enter; @14:32 for when"));
        break;
    }
    case EntryMode::Correction:
        m_name->setText(tr("Correct"));
        m_hint->setText(tr("the right figures, then Enter; Esc leaves it"));
        break;
    case EntryMode::Event:
        m_name->setText(tr("Event"));
        m_hint->setText(tr("a number or words, then Enter; Esc leaves it"));
        break;
    case EntryMode::Rescue:
        m_name->setText(tr("Rescue drug"));
        m_hint->setText(tr("drug or number, then how much, then Enter"));
        break;
    case EntryMode::Stop:
        m_name->setText(tr("Stop: why?"));
        m_hint->setText(tr("a number or words, Enter stops the dose; Esc goes on"));
        break;
    }
    m_edit->setAccessibleName(m_name->text());
    m_edit->setAccessibleDescription(m_hint->text());
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
    m_unchanged = lineOf(reading);
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
    std::optional<Reading> preview;
    if (line.isEmpty()) {
        showFinding({});
        switch (m_mode) {
        case EntryMode::Reading:
        case EntryMode::Correction:
            m_echo->setText(tr("142/88 72 96 5 is read as 142 over 88, pulse 72, oxygen 96 %, sedation 5"));
            break;
        case EntryMode::Event:
            m_echo->setText(numbered(eventWords()));
            break;
        case EntryMode::Stop:
            m_echo->setText(numbered(stopReasons()));
            break;
        case EntryMode::Rescue:
            m_echo->setText(m_controller.rescueDrugs().isEmpty()
                                ? tr("the order names no rescue drug: type its name")
                                : numbered(m_controller.rescueDrugs()));
            break;
        }
    } else {
        const EntryEcho echo = m_controller.echo(m_mode, line);
        m_echo->setText(echo.error ? echo.error->why : echo.words);
        if (m_isRestored) {
            const QString at = m_controller.timeOf(*m_controller.draft().restoredFrom());
            m_echo->setText(
                tr("%1. Typed at %2 and not saved: add @%2 if it was measured then").arg(m_echo->text(), at));
        }
        showFinding(echo.findings);
        preview = echo.reading;
    }
    Q_EMIT previewChanged(m_mode == EntryMode::Reading ? preview : std::nullopt);
}

void EntryLine::showFinding(const base::Findings& findings) {
    QStringList words;
    QStringList sources;
    for (const base::Finding& finding : findings) {
        const bool isStop = finding.level == base::FindingLevel::Stop;
        words.append((isStop ? tr("Stop: %1") : tr("Caution: %1")).arg(finding.text));
        const QString source =
            QStringLiteral("%1 (%2)").arg(finding.source, base::confidenceMark(finding.confidence));
        if (!sources.contains(source)) {
            sources.append(source);
        }
    }
    const bool isStop = !findings.isEmpty() && findings.first().level == base::FindingLevel::Stop;
    m_finding->setToken(isStop ? Token::Stop : Token::Caution);
    m_finding->setText(words.join(QStringLiteral(". ")));
    m_source->setText(sources.join(QStringLiteral("; ")));
    if (m_keys != nullptr) {
        m_keys->setVisible(words.isEmpty());
    }
    m_finding->setVisible(!words.isEmpty());
    m_source->setVisible(!words.isEmpty());
}

void EntryLine::refuse(const base::Error& error) {
    m_echo->setText(error.sentence());
    m_echo->setToken(Token::Stop);
    m_edit->setFocus();
}

void EntryLine::enter() {
    const QString line = m_edit->text().trimmed();
    if (line.isEmpty() && m_mode != EntryMode::Stop) {
        return;
    }
    if (m_mode == EntryMode::Correction) {
        saveCorrection();
        return;
    }
    const auto done = m_controller.commit(m_mode, line);
    if (!done) {
        refuse(done.error());
        return;
    }
    m_edit->clear();
    if (m_mode != EntryMode::Reading) {
        setMode(EntryMode::Reading);
    }
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
    const bool isRunning = m_controller.stage() == DosingStage::Running;
    switch (key) {
    case Qt::Key_E:
        setMode(EntryMode::Event);
        return true;
    case Qt::Key_M:
        setMode(EntryMode::Rescue);
        return true;
    case Qt::Key_P:
        if (const auto done = m_controller.pauseOrResume(); !done) {
            refuse(done.error());
        }
        return true;
    case Qt::Key_A:
        if (isRunning) {
            Q_EMIT adverseEventWanted();
        }
        return isRunning;
    case Qt::Key_R:
        Q_EMIT ratingWanted();
        return true;
    default: // All other keys are typed.
        return false;
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
    const bool isPlain = press->modifiers() == Qt::NoModifier || press->modifiers() == Qt::ShiftModifier;
    return m_mode == EntryMode::Reading && isPlain && m_edit->text().isEmpty() && takeLetter(press->key());
}

QString EntryLine::echoText() const {
    return m_echo->text();
}

QString EntryLine::findingText() const {
    return m_finding->isHidden() ? QString() : m_finding->text();
}

void EntryLine::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const Theme& theme = themeOf(*this);
    QPainter painter(this);
    const bool isStop = m_mode == EntryMode::Stop;
    paintBox(painter, rect(), theme.color(isStop ? Token::StopSoft : Token::Raised),
             theme.color(isStop ? Token::Stop : Token::Line), 1, 6);
}

} // namespace kairos::ui
