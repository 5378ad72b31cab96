// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/answer_grid.h"

#include "ui/shared/icons.h"
#include "ui/shared/paint_controls.h"
#include "ui/shared/theme.h"
#include "ui/shared/type_scale.h"

#include <QPainter>
#include <QScrollBar>

// How an AnswerGrid looks: head, lines, cells. What it does stands in answer_grid.cpp.
namespace kairos::ui {

using record::AnswerState;

namespace {

constexpr int kWrapped = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap;
constexpr int kCentered = Qt::AlignCenter | Qt::TextWordWrap;

QString valueText(int value) {
    return QString::number(value).replace(QLatin1Char('-'), QChar(0x2212));
}

} // namespace

void AnswerGrid::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    QPainter painter(viewport());
    painter.setClipRect(0, m_layout.headHeight, viewport()->width(), viewport()->height());
    painter.translate(0, m_layout.headHeight - verticalScrollBar()->value());
    for (int place = 0; place < m_layout.lines.size(); ++place) {
        paintLine(painter, place);
    }
    if (!m_layout.lines.isEmpty() && hasFocus()) {
        // The ring is drawn last, so that no neighbour's ground covers it.
        painter.setPen(QPen(themeOf(*this).color(Token::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(m_layout.lines.at(m_place).rect.adjusted(1, 1, -1, -1));
    }
    painter.resetTransform();
    painter.setClipping(false);
    paintHead(painter);
}

void AnswerGrid::paintHead(QPainter& painter) const {
    const Theme& theme = themeOf(*this);
    const QRect head(0, 0, viewport()->width(), m_layout.headHeight);
    painter.fillRect(head, theme.color(Token::Sunken));
    painter.fillRect(QRect(0, head.bottom(), head.width(), 1), theme.color(Token::Line));
    painter.setFont(fontFor(TextRole::CaptionStrong));
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(m_layout.stem, kWrapped, stemText());
    painter.drawText(m_layout.previousHead, kCentered, m_earlier.head);
    for (int i = 0; i < m_layout.headCells.size(); ++i) {
        const QRect cell = m_layout.headCells.at(i);
        painter.fillRect(QRect(cell.left(), 0, 1, head.height()), theme.color(Token::Line));
        painter.drawText(cell.adjusted(3, 0, -3, 0), kCentered, cellWords(m_layout.headSet->options.at(i)));
    }
}

void AnswerGrid::paintLine(QPainter& painter, int place) const {
    const Theme& theme = themeOf(*this);
    const AnswerLine& line = m_layout.lines.at(place);
    painter.fillRect(line.rect, theme.color(m_alarmed.contains(place) ? Token::StopSoft : Token::Surface));
    painter.fillRect(QRect(0, line.rect.bottom(), line.rect.width(), 1), theme.color(Token::Line));
    paintWording(painter, place);
    paintCells(painter, place);
}

void AnswerGrid::paintWording(QPainter& painter, int place) const {
    const Theme& theme = themeOf(*this);
    const AnswerLine& line = m_layout.lines.at(place);
    const scales::Item& item = m_entry.item(place);
    const bool isSkipped = m_entry.isSkipped(place);
    painter.setPen(theme.color(Token::Text2));
    painter.setFont(fontFor(TextRole::Strong));
    painter.drawText(line.number, Qt::AlignVCenter | Qt::AlignRight, QString::number(item.number));
    const bool isStrong = item.critical || m_alarmed.contains(place);
    painter.setFont(fontFor(isStrong ? TextRole::Strong : TextRole::Body));
    painter.setPen(theme.color(isSkipped ? Token::Text3 : Token::Text));
    QRect words = line.text.adjusted(0, 0, 0, -1);
    if (m_entry.isExtra(place)) {
        const QFont caption = fontFor(TextRole::Caption);
        const int height = QFontMetrics(caption).height();
        const QRect used = painter.boundingRect(words.adjusted(0, 0, 0, -height), kWrapped, item.text);
        painter.drawText(words.adjusted(0, 0, 0, -height), kWrapped, item.text);
        painter.setFont(caption);
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(QRect(used.left(), used.bottom() + 1, words.width(), height), Qt::AlignLeft,
                         tr("not scored"));
    } else {
        painter.drawText(words, kWrapped, item.text);
    }
    const QString before = earlierText(place);
    if (!before.isEmpty()) {
        painter.setFont(fontFor(before.size() > 3 ? TextRole::Caption : TextRole::Body));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(line.previous, Qt::AlignCenter, before);
    }
}

QString AnswerGrid::earlierText(int place) const {
    if (m_earlier.head.isEmpty()) {
        return {};
    }
    RatingEntry earlier = m_entry;
    earlier.setAnswers(QList<record::Answer>(m_entry.answers().size()));
    earlier.setAnswers(m_earlier.answers);
    const record::Answer& answer = earlier.answer(place);
    switch (answer.state) {
    case AnswerState::Unanswered:
        return QStringLiteral("–");
    case AnswerState::Declined:
        return tr("declined");
    case AnswerState::NotApplicable:
        return tr("n/a", "not applicable");
    case AnswerState::Given:
        break;
    }
    return valueText(answer.value);
}

void AnswerGrid::paintCells(QPainter& painter, int place) const {
    const AnswerLine& line = m_layout.lines.at(place);
    const record::Answer& answer = m_entry.answer(place);
    if (answer.state == AnswerState::Declined) {
        paintState(painter, place, tr("declined"));
        return;
    }
    if (answer.state == AnswerState::NotApplicable) {
        paintState(painter, place, tr("n/a", "not applicable"));
        return;
    }
    if (m_entry.isSkipped(place)) {
        paintState(painter, place, tr("not asked"));
        return;
    }
    if (line.cells.isEmpty()) {
        paintNumber(painter, place);
        return;
    }
    const int chosen = chosenOption(place);
    for (int i = 0; i < line.cells.size(); ++i) {
        if (i != chosen) {
            paintCell(painter, place, i);
        }
    }
    if (chosen >= 0) {
        paintCell(painter, place, chosen);
    }
}

void AnswerGrid::paintState(QPainter& painter, int place, const QString& words) const {
    const Theme& theme = themeOf(*this);
    const QRect area = m_layout.lines.at(place).answers;
    painter.fillRect(area.adjusted(0, 0, 0, -1), theme.color(Token::NeutralSoft));
    painter.fillRect(QRect(area.left(), area.top(), 1, area.height()), theme.color(Token::Line));
    painter.setFont(fontFor(TextRole::Strong));
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(area, Qt::AlignCenter, words);
}

void AnswerGrid::paintNumber(QPainter& painter, int place) const {
    const Theme& theme = themeOf(*this);
    const QRect area = m_layout.lines.at(place).answers;
    const scales::Item& item = m_entry.item(place);
    const record::Answer& answer = m_entry.answer(place);
    painter.fillRect(QRect(area.left(), area.top(), 1, area.height()), theme.color(Token::Line));
    const int height = px(26);
    const QRect box(area.left() + px(12), area.center().y() - height / 2, px(72), height);
    const bool isOn = answer.isGiven();
    const bool isCurrent = place == m_place && hasFocus();
    paintBox(painter, box, theme.color(isOn ? Token::AccentSoft : Token::Surface),
             theme.color(isOn || isCurrent ? Token::Accent : Token::LineStrong), isOn ? 2 : 1);
    painter.setFont(fontFor(TextRole::Strong));
    painter.setPen(theme.color(Token::Text));
    if (isOn) {
        painter.drawText(box, Qt::AlignCenter, valueText(answer.value));
    }
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(area.adjusted(px(96), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     item.max > 9
                         ? tr("type %1 to %2, then Enter").arg(valueText(item.min), valueText(item.max))
                         : tr("type %1 to %2").arg(valueText(item.min), valueText(item.max)));
}

void AnswerGrid::paintCell(QPainter& painter, int place, int option) const {
    const Theme& theme = themeOf(*this);
    const AnswerLine& line = m_layout.lines.at(place);
    const QRect cell = line.cells.at(option);
    const scales::Option& choice = m_entry.options(place)->options.at(option);
    const bool isChosen = chosenOption(place) == option;
    const bool isAlarm = m_alarmed.contains(place);
    painter.fillRect(QRect(cell.left(), cell.top(), 1, cell.height()), theme.color(Token::Line));
    if (isChosen) {
        const QRect box = cell.adjusted(0, 0, 0, -1);
        painter.fillRect(box, theme.color(isAlarm ? Token::Surface : Token::AccentSoft));
        painter.setPen(QPen(theme.color(isAlarm ? Token::Stop : Token::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(1, 1, -1, -1));
    }
    const QColor ink = theme.color(!isChosen ? Token::Text2 : isAlarm ? Token::Stop : Token::Accent);
    const bool hasWords = line.hasWords && !cellWords(choice).isEmpty();
    const int tick = px(14);
    const int middle = cell.center().y();
    const int figureLeft = hasWords ? cell.left() + px(6) : cell.center().x() - px(6);
    if (isChosen) {
        const int left = hasWords ? figureLeft : figureLeft - px(14);
        paintIcon(painter, Icon::Check, QRectF(left, middle - tick / 2, tick, tick), ink);
    }
    painter.setPen(ink);
    painter.setFont(fontFor(isChosen ? TextRole::Strong : TextRole::Body));
    const int shift = isChosen && hasWords ? px(15) : 0;
    painter.drawText(QRect(figureLeft + shift, cell.top(), px(16), cell.height()), Qt::AlignCenter,
                     valueText(choice.value));
    if (hasWords) {
        painter.setFont(fontFor(isChosen ? TextRole::CaptionStrong : TextRole::Caption));
        painter.setPen(theme.color(isChosen ? Token::Text : Token::Text2));
        painter.drawText(cell.adjusted(px(isChosen ? 38 : 28), 0, -px(3), 0), kWrapped, choice.text);
    }
    if (place == m_place && m_cursor == option && hasFocus()) {
        painter.setPen(QPen(theme.color(Token::Focus), 2, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cell.adjusted(4, 4, -4, -5));
    }
}

} // namespace kairos::ui
