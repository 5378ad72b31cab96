// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/room_parts.h"

#include "ui/dosing/clock_words.h"
#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/gate_model.h"

#include "ui/shared/icons.h"
#include "ui/shared/paint_controls.h"
#include "ui/shared/text_label.h"
#include "ui/shared/type_scale.h"

#include "core/record/reading.h"

#include <QEvent>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>
#include <QtMath>

#include <algorithm>

namespace kairos::ui {

namespace {

/// The smallest screen the sheet is laid out for.
constexpr QSizeF kSmallest(1366, 768);

} // namespace

qreal roomScale(const QScreen* screen) {
    if (screen == nullptr) {
        return 1.0;
    }
    const QSizeF size = screen->size();
    // Screens that lie about their size must not push the sheet off its own edge.
    return std::max(1.0, std::min({screen->physicalDotsPerInch() / 96.0, size.width() / kSmallest.width(),
                                   size.height() / kSmallest.height()}));
}

QFont roomFont(qreal capHeight, const QScreen* screen) {
    constexpr int kProbe = 200;
    QFont font = strongFont(10);
    font.setPixelSize(kProbe);
    const qreal share = QFontMetricsF(font).capHeight() / kProbe;
    font.setPixelSize(qCeil(capHeight * roomScale(screen) / share));
    return font;
}

BigLabel::BigLabel(qreal capHeight, Token token, QWidget* parent) : QLabel(parent), m_token(token) {
    setTextFormat(Qt::PlainText);
    setFont(roomFont(capHeight, screen()));
    applyColor();
}

void BigLabel::setToken(Token token) {
    m_token = token;
    applyColor();
}

void BigLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange) {
        applyColor();
    }
}

void BigLabel::applyColor() {
    const QColor color = themeOf(*this).color(m_token);
    // Setting the palette sends PaletteChange again: without this test it would never end.
    if (palette().color(QPalette::WindowText) != color) {
        QPalette own;
        own.setColor(QPalette::WindowText, color);
        setPalette(own);
    }
}

SignFigures::SignFigures(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(6));
    m_pulse = addSign(tr("HR"));
    m_oxygen = addSign(tr("SpO₂"));
    m_sedation = addSign(tr("MOAA/S"));
    row->addStretch();
    show(nullptr);
}

SignFigures::Sign SignFigures::addSign(const QString& name) {
    const Sign sign{new TextLabel(name, TextRole::Section, Token::Text2, this),
                    new BigLabel(kNearCap, Token::Text, this)};
    auto* row = static_cast<QHBoxLayout*>(layout());
    if (row->count() > 0) {
        row->addSpacing(px(10));
    }
    row->addWidget(sign.name, 0, Qt::AlignVCenter);
    row->addWidget(sign.figure, 0, Qt::AlignVCenter);
    return sign;
}

void SignFigures::fill(const Sign& sign, std::optional<int> value) {
    sign.figure->setText(value ? QString::number(*value) : QString());
    sign.name->setVisible(value.has_value());
    sign.figure->setVisible(value.has_value());
}

void SignFigures::show(const record::Reading* reading) {
    fill(m_pulse, reading != nullptr ? reading->pulse : std::nullopt);
    fill(m_oxygen, reading != nullptr ? reading->spo2 : std::nullopt);
    fill(m_sedation, reading != nullptr ? reading->sedation : std::nullopt);
}

DuePanel::DuePanel(DosingController& controller, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_state(new BigLabel(13, Token::Text2, this)),
      m_title(new BigLabel(kDueCap, Token::Text, this)),
      m_detail(new BigLabel(11, Token::Text2, this)),
      m_next(new BigLabel(13, Token::Text, this)) {
    // Words that are wider than the panel go on in a second line: they never widen the sheet.
    for (BigLabel* label : {m_title, m_detail, m_next}) {
        label->setWordWrap(true);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 10, 16, 10);
    column->setSpacing(4);
    column->addWidget(m_state);
    column->addWidget(m_title);
    column->addWidget(m_detail);
    column->addWidget(m_next);
    column->addStretch();
    redraw();
}

void DuePanel::redraw() {
    const DueView due = m_controller.due();
    m_state->setText((due.now ? QStringLiteral("      ") : QString()) + dueStateWords(m_controller));
    m_state->setToken(due.now ? Token::Caution : Token::Text2);
    m_title->setText(dueTitleWords(m_controller));
    m_detail->setText(dueDetailWords(m_controller));
    m_next->setText(nextWords(m_controller));
    update();
}

void DuePanel::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const DueView due = m_controller.due();
    if (!due.now) {
        return;
    }
    const Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::CautionSoft));
    painter.fillRect(QRect(0, 0, 6, height()), theme.color(Token::CautionMark));
    const Icon sign = due.now->state == DueState::Late ? Icon::Caution : Icon::Due;
    const int side = m_state->fontMetrics().ascent() + 2;
    paintIcon(painter, sign, QRectF(m_state->x(), m_state->geometry().center().y() - side / 2, side, side),
              theme.color(Token::Caution));
}

GateGlance::GateGlance(const QString& title, int mostLines, QWidget* parent)
    : QWidget(parent), m_title(title), m_most(mostLines) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(title);
}

void GateGlance::setLines(const QList<safety::GateLine>& lines) {
    m_lines = GateModel::sorted(lines);
    updateGeometry();
    update();
}

QSize GateGlance::sizeHint() const {
    const int shown = std::min<int>(m_most, static_cast<int>(m_lines.size()));
    const int more = m_most > 0 && m_lines.size() > shown ? px(24) : 0;
    return {px(380), px(34) + shown * px(26) + more + px(6)};
}

QSize GateGlance::minimumSizeHint() const {
    return {px(280), sizeHint().height()};
}

void GateGlance::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const Theme& theme = themeOf(*this);
    QPainter painter(this);
    paintBox(painter, rect(), theme.color(Token::Surface), theme.color(Token::Line), 1, 6);
    const auto held = static_cast<int>(safety::holding(m_lines).size());
    const auto all = static_cast<int>(m_lines.size());
    const QRect head = QRect(px(14), 0, width() - px(28), px(34));
    painter.setFont(fontFor(TextRole::Section));
    painter.setPen(theme.color(Token::Text));
    painter.drawText(head, Qt::AlignVCenter | Qt::AlignLeft, m_title);
    painter.setFont(fontFor(TextRole::Body));
    painter.setPen(theme.color(held == 0 ? Token::Ok : Token::Text2));
    painter.drawText(head, Qt::AlignVCenter | Qt::AlignRight, tr("%1 of %2").arg(all - held).arg(all));
    const int shown = std::min(m_most, all);
    for (int i = 0; i < shown; ++i) {
        paintLine(painter, QRect(0, px(34) + i * px(26), width(), px(26)), m_lines.at(i));
    }
    if (m_most > 0 && all > shown) {
        painter.setFont(fontFor(TextRole::Caption));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(QRect(px(14), px(34) + shown * px(26), width() - px(28), px(24)),
                         Qt::AlignVCenter | Qt::AlignLeft, tr("+ %1 more, open with F9").arg(all - shown));
    }
}

void GateGlance::paintLine(QPainter& painter, const QRect& rect, const safety::GateLine& line) const {
    const Theme& theme = themeOf(*this);
    painter.fillRect(QRect(rect.left() + 1, rect.top(), rect.width() - 2, 1), theme.color(Token::Line));
    const int side = px(16);
    const bool isSettled = !line.holds();
    const Icon sign = line.state == safety::GateState::Overridden ? Icon::Caution
                      : isSettled                                 ? Icon::Done
                                                                  : Icon::Due;
    paintIcon(painter, sign, QRectF(rect.left() + px(14), rect.center().y() - side / 2, side, side),
              theme.color(isSettled ? Token::Ok : Token::Text2));
    painter.setFont(fontFor(TextRole::Body));
    const QFontMetrics metrics(painter.font());
    const QRect inner = rect.adjusted(px(40), 0, -px(14), 0);
    const int half = inner.width() * 2 / 5;
    const QString evidence = metrics.elidedText(line.evidence, Qt::ElideRight, half);
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignRight, evidence);
    painter.setPen(theme.color(Token::Text));
    const int room = inner.width() - metrics.horizontalAdvance(evidence) - px(12);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(line.text, Qt::ElideRight, room));
}

} // namespace kairos::ui
