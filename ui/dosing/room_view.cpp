// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/room_view.h"

#include "ui/dosing/clock_words.h"
#include "ui/dosing/curve_of.h"
#include "ui/dosing/device_line.h"
#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/entry_line.h"
#include "ui/dosing/room_keys.h"
#include "ui/dosing/room_marks.h"
#include "ui/dosing/room_parts.h"
#include "ui/dosing/run_keys.h"

#include "ui/charts/session_curve_view.h"

#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/kairos_style.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/text_label.h"
#include "ui/shared/undo_bar.h"

#include "core/protocols/names.h"
#include "core/workflow/open_practice.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kGatesShown = 5;

} // namespace

RoomView::RoomView(DosingController& controller, QWidget* parent)
    : QWidget(parent, Qt::Window),
      m_controller(controller),
      m_style(std::make_unique<KairosStyle>(loadTheme(ThemeId::Dim))) {
    setWindowTitle(tr("Room view"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead(*column);
    column->addWidget(makeHairline(this));
    buildTop(*column);
    column->addWidget(makeHairline(this));
    buildMiddle(*column);
    buildFoot(*column);
    buildKeys();
    dress();
    connect(&controller, &DosingController::changed, this, &RoomView::reload);
    connect(&controller, &DosingController::ticked, this, &RoomView::redraw);
    connect(&controller, &DosingController::undoOffered, this, [this](const UndoOffer& offer) {
        m_undoAction = [this, undo = offer.undo] {
            if (const auto done = undo(); !done) {
                m_entry->refuse(done.error());
            }
        };
        m_undo->offer(offer.what);
    });
    connect(m_undo, &UndoBar::undoRequested, this, [this] {
        if (m_undoAction) {
            std::exchange(m_undoAction, {})();
        }
    });
    reload();
    m_entry->edit().setFocus();
}

RoomView::~RoomView() {
    // The children are drawn with the style of this view until they are gone.
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
}

TextLabel* RoomView::addFact(QHBoxLayout& row, const QString& name) {
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(new TextLabel(name, TextRole::Caption, Token::Text2, this));
    auto* value = new TextLabel({}, TextRole::HeaderValue, Token::Text, this);
    column->addWidget(value);
    row.addLayout(column);
    return value;
}

void RoomView::buildHead(QVBoxLayout& column) {
    const auto& view = m_controller.view();
    auto* row = new QHBoxLayout;
    row->setContentsMargins(20, 8, 20, 8);
    row->setSpacing(px(28));
    auto* who = new QVBoxLayout;
    who->setSpacing(0);
    m_who = new TextLabel({}, TextRole::PatientName, Token::Text, this);
    who->addWidget(m_who);
    const QString born =
        view.patient.birthDate ? tr("born %1").arg(plainDateText(*view.patient.birthDate)) : QString();
    who->addWidget(new TextLabel(
        QStringList{born, tr("MRN %1").arg(view.patient.mrn), tr("dose %1").arg(view.session().number)}.join(
            QStringLiteral(" · ")),
        TextRole::Caption, Token::Text2, this));
    row->addLayout(who);
    TextLabel* dose = addFact(*row, tr("Dose"));
    const QString mg = view.session().dose
                           ? withUnit(shortNumberText(view.session().dose->value, 2), QStringLiteral("mg"))
                           : QString();
    dose->setText(tr("%1 %2", "dose and route").arg(mg, protocols::routeWords(view.session().route)));
    if (view.figures && view.figures->mlPerH) {
        addFact(*row, tr("Pump"))
            ->setText(withUnit(shortNumberText(view.figures->mlPerH->value, 1), QStringLiteral("mL/h")));
    }
    m_given = addFact(*row, tr("So far"));
    row->addStretch();
    m_clock = addFact(*row, dayText(m_controller.context().practice.today()));
    column.addLayout(row);
}

void RoomView::buildTop(QVBoxLayout& column) {
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    auto* minute = new QVBoxLayout;
    minute->setContentsMargins(20, 8, 20, 10);
    minute->setSpacing(0);
    minute->addWidget(new TextLabel(tr("minute"), TextRole::Section, Token::Text2, this));
    auto* digits = new QHBoxLayout;
    digits->setSpacing(4);
    m_minute = new BigLabel(kMinuteCap, Token::Text, this);
    m_second = new BigLabel(kMinuteCap * 0.4, Token::Text2, this);
    digits->addWidget(m_minute, 0, Qt::AlignBottom);
    digits->addWidget(m_second, 0, Qt::AlignBottom);
    digits->addStretch();
    minute->addLayout(digits);
    m_infusion = new TextLabel({}, TextRole::Section, Token::Text2, this);
    minute->addWidget(m_infusion);
    row->addLayout(minute, 4);
    m_due = new DuePanel(m_controller, this);
    row->addWidget(m_due, 6);
    auto* last = new QVBoxLayout;
    last->setContentsMargins(20, 8, 20, 10);
    last->setSpacing(0);
    m_lastWhen = new TextLabel({}, TextRole::Section, Token::Text2, this);
    m_pressure = new BigLabel(kPressureCap, Token::Text, this);
    m_signs = new SignFigures(this);
    last->addWidget(m_lastWhen);
    last->addWidget(m_pressure);
    last->addWidget(m_signs);
    row->addLayout(last, 4);
    column.addLayout(row);
}

void RoomView::buildMiddle(QVBoxLayout& column) {
    m_middle = new QStackedLayout;
    auto* panes = new QWidget(this);
    auto* row = new QHBoxLayout(panes);
    row->setContentsMargins(20, 10, 20, 8);
    row->setSpacing(12);
    m_curveCard = new Card(tr("This dose over the earlier ones"), CardContent::Padded, this);
    m_curve = new SessionCurveView(m_curveCard);
    m_curveWords = makeParagraph({}, TextRole::Caption, Token::Text2, m_curveCard);
    m_curveCard->body().addWidget(m_curve, 1);
    m_curveCard->body().addWidget(m_curveWords);
    row->addWidget(m_curveCard, 5);
    auto* gates = new QVBoxLayout;
    gates->setSpacing(10);
    m_preDose = new GateGlance(tr("Gates before the dose"), 0, this);
    m_discharge = new GateGlance(tr("Discharge gate"), kGatesShown, this);
    gates->addWidget(m_preDose);
    gates->addWidget(m_discharge);
    gates->addStretch();
    row->addLayout(gates, 3);
    auto* keys = new QWidget(this);
    auto* around = new QVBoxLayout(keys);
    around->setContentsMargins(20, 10, 20, 8);
    around->addWidget(new RoomKeys(keys));
    m_middle->addWidget(panes);
    m_middle->addWidget(keys);
    column.addLayout(m_middle, 1);
}

void RoomView::buildFoot(QVBoxLayout& column) {
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(20, 0, 20, 8);
    foot->setSpacing(8);
    m_undo = new UndoBar(this);
    m_entry = new EntryLine(m_controller, EntrySize::Room, this);
    foot->addWidget(m_undo);
    foot->addWidget(m_entry);
    auto* keys = new QHBoxLayout;
    keys->addWidget(makeKeyHints({{QStringLiteral("E"), tr("event")},
                                  {QStringLiteral("R"), tr("rating")},
                                  {QStringLiteral("M"), tr("rescue drug")},
                                  {QStringLiteral("P"), tr("pause infusion")},
                                  {QStringLiteral("Ctrl+."), tr("stop")},
                                  {QStringLiteral("F9"), tr("discharge")},
                                  {QStringLiteral("F1"), tr("all keys")},
                                  {QStringLiteral("Esc"), tr("leave room view")}},
                                 this));
    keys->addSpacing(16);
    m_next = new TextLabel({}, TextRole::Strong, Token::Text, this);
    keys->addWidget(m_next);
    keys->addStretch();
    m_saved = new TextLabel({}, TextRole::Caption, Token::Ok, this);
    keys->addWidget(m_saved);
    keys->addSpacing(16);
    keys->addWidget(new TextLabel(tr("no lock while running"), TextRole::Caption, Token::Text2, this));
    foot->addLayout(keys);
    column.addLayout(foot);
    connect(m_entry, &EntryLine::adverseEventWanted, this,
            [this] { leaveFor(&RoomView::adverseEventWanted); });
    connect(m_entry, &EntryLine::ratingWanted, this, [this](const QString& instrument) {
        Q_EMIT left();
        Q_EMIT ratingWanted(instrument);
    });
    connect(m_entry, &EntryLine::previewChanged, this, [this](const std::optional<record::Reading>& preview) {
        m_curve->setPreview(curveOf(m_controller, preview).preview);
    });
}

void RoomView::buildKeys() {
    const auto add = [this](const QKeySequence& key, auto act) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, act);
    };
    add(QKeySequence(Qt::Key_F1), [this] { turnKeys(); });
    add(keyOf(RunKey::Room), [this] { Q_EMIT left(); });
    add(keyOf(RunKey::OtherRoom), [this] { Q_EMIT otherWanted(); });
    add(keyOf(RunKey::Discharge), [this] { leaveFor(&RoomView::dischargeWanted); });
    add(keyOf(RunKey::Stop), [this] { m_entry->askStop(); });
    add(keyOf(RunKey::Line), [this] { m_entry->edit().setFocus(); });
}

bool RoomView::showsKeys() const {
    return m_middle->currentIndex() == 1;
}

void RoomView::turnKeys() {
    m_middle->setCurrentIndex(showsKeys() ? 0 : 1);
    m_entry->edit().setFocus();
}

void RoomView::leaveFor(void (RoomView::*wish)()) {
    Q_EMIT left();
    Q_EMIT(this->*wish)();
}

void RoomView::dress() {
    setStyle(m_style.get());
    setPalette(m_style->theme().palette());
    const auto children = findChildren<QWidget*>();
    for (QWidget* child : children) {
        child->setStyle(m_style.get());
    }
}

void RoomView::reload() {
    if (m_controller.trouble()) {
        return;
    }
    if (m_controller.stage() != DosingStage::Running) {
        // The start was taken back, or the patient went home: the page goes on.
        Q_EMIT left();
        return;
    }
    const QString mark = ownMark(m_controller);
    const QString name = m_controller.view().patient.displayName();
    m_who->setText(mark.isEmpty() ? name : QStringLiteral("%1  %2").arg(mark, name));
    m_next->setText(nextRoomWords(m_controller));
    m_curve->setCurve(curveOf(m_controller));
    const auto earlier = m_controller.earlier().size();
    m_curveCard->setSubtitle(earlier == 0 ? tr("no earlier dose")
                                          : tr("%n earlier dose(s)", nullptr, static_cast<int>(earlier)));
    m_curveWords->setText(curveEventWords(m_controller));
    m_curveWords->setVisible(!m_curveWords->text().isEmpty());
    m_preDose->setLines(m_controller.view().preDose);
    m_discharge->setLines(m_controller.view().discharge);
    redraw();
}

void RoomView::redraw() {
    if (m_controller.trouble()) {
        return;
    }
    m_minute->setText(minuteWords(m_controller));
    m_second->setText(secondWords(m_controller));
    m_infusion->setText(infusionWords(m_controller));
    const auto& devices = m_controller.view().devices;
    m_given->setText(devices ? tr("%1, %2", "what was given, then devices and sprays")
                                   .arg(givenWords(m_controller), deviceCountWords(*devices))
                             : givenWords(m_controller));
    m_clock->setText(m_controller.now()
                         .local(m_controller.context().practice.zone())
                         .time()
                         .toString(QStringLiteral("HH:mm:ss")));
    m_due->redraw();
    const auto last = m_controller.lastReading();
    m_lastWhen->setText(lastWhenWords(m_controller));
    m_pressure->setText(pressureWords(m_controller));
    m_signs->show(last ? &*last : nullptr);
    const QString notice = m_controller.clockNotice();
    m_saved->setToken(notice.isEmpty() ? Token::Ok : Token::Caution);
    m_saved->setText(!notice.isEmpty()                  ? notice
                     : m_controller.savedAt().isEmpty() ? QString()
                                                        : tr("saved %1").arg(m_controller.savedAt()));
    if (m_controller.stage() == DosingStage::Running) {
        m_curve->setNow(m_controller.minuteOf(m_controller.now()));
    }
}

QString RoomView::minuteText() const {
    return m_minute->text() + m_second->text();
}

QString RoomView::pressureText() const {
    return m_pressure->text();
}

void RoomView::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    QPainter(this).fillRect(rect(), themeOf(*this).color(Token::Window));
}

void RoomView::keyPressEvent(QKeyEvent* event) {
    // The entry line takes Esc first while it writes something else than a reading.
    if (event->key() == Qt::Key_Escape && showsKeys()) {
        turnKeys();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    QWidget::keyPressEvent(event);
}

void RoomView::closeEvent(QCloseEvent* event) {
    QWidget::closeEvent(event);
    Q_EMIT left();
}

} // namespace kairos::ui
