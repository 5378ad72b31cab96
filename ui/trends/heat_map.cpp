// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/heat_map.h"

#include "ui/shared/formats.h"
#include "ui/shared/theme.h"
#include "ui/shared/type_scale.h"

#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace kairos::ui {

using record::AnswerState;

namespace {

constexpr int kCell = 32;
constexpr int kRow = 30;
constexpr int kHead = 36;
constexpr int kGap = 8;
constexpr int kRoomyRows = 16; ///< above it, rows are dense

QString answerSign(const record::Answer& answer) {
    switch (answer.state) {
    case AnswerState::Unanswered:
        return QStringLiteral("–");
    case AnswerState::Declined:
        return QStringLiteral("d");
    case AnswerState::NotApplicable:
        return QStringLiteral("n");
    case AnswerState::Given:
        break;
    }
    return QString::number(answer.value).replace(QLatin1Char('-'), QChar(0x2212));
}

int lowestOf(const scales::Item& item, const scales::OptionSet* options) {
    return options != nullptr && !options->options.isEmpty() ? options->options.first().value : item.min;
}

} // namespace

HeatMap::HeatMap(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Item by item"));
    setFocusPolicy(Qt::StrongFocus);
}

void HeatMap::setSeries(const scales::Instrument& instrument, const QList<HeatColumn>& columns) {
    m_instrument = &instrument;
    m_columns = columns;
    describe();
    updateGeometry();
    update();
}

void HeatMap::setCurrent(const std::optional<record::RatingId>& rating) {
    m_current = rating;
    describe();
    update();
}

int HeatMap::labelWidth() const {
    if (m_instrument == nullptr) {
        return 0;
    }
    int widest = 0;
    for (const scales::Item& item : m_instrument->items) {
        const QFontMetrics metrics(fontFor(item.critical ? TextRole::CaptionStrong : TextRole::Caption));
        widest = std::max(widest, metrics.horizontalAdvance(item.topic));
    }
    return widest + px(kGap);
}

int HeatMap::shownColumns() const {
    const int room = width() - labelWidth();
    return std::clamp(room / px(kCell), 1, std::max(1, static_cast<int>(m_columns.size())));
}

qsizetype HeatMap::currentPlace() const {
    const auto found = std::ranges::find_if(
        m_columns, [this](const HeatColumn& column) { return m_current == column.rating; });
    return found == m_columns.end() ? -1 : std::distance(m_columns.begin(), found);
}

qsizetype HeatMap::firstShown() const {
    const qsizetype newest = m_columns.size() - std::min<qsizetype>(shownColumns(), m_columns.size());
    const qsizetype current = currentPlace();
    return current < 0 ? newest : std::min(newest, current);
}

const HeatColumn& HeatMap::column(int shown) const {
    return m_columns.at(firstShown() + shown);
}

int HeatMap::columnLeft(int shown) const {
    return labelWidth() + shown * px(kCell);
}

int HeatMap::columnAt(const QPoint& at) const {
    const int offset = at.x() - labelWidth();
    const int shown = offset / px(kCell);
    return offset >= 0 && shown < std::min<int>(shownColumns(), static_cast<int>(m_columns.size())) ? shown
                                                                                                    : -1;
}

QSize HeatMap::sizeHint() const {
    const auto rows = m_instrument != nullptr ? static_cast<int>(m_instrument->items.size()) : 0;
    const int row = rows > kRoomyRows ? px(20) : px(kRow);
    return {px(420), px(kHead) + rows * row + px(30)};
}

QSize HeatMap::minimumSizeHint() const {
    return {labelWidth() + px(kCell) * 3, sizeHint().height()};
}

void HeatMap::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    if (m_instrument == nullptr || m_columns.isEmpty()) {
        return;
    }
    QPainter painter(this);
    paintHeads(painter);
    for (int item = 0; item < static_cast<int>(m_instrument->items.size()); ++item) {
        paintRow(painter, item);
    }
    paintTotals(painter);
    if (hasFocus()) {
        painter.setPen(QPen(themeOf(*this).color(Token::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
    for (int shown = 0; shown < shownColumns(); ++shown) {
        if (m_current == column(shown).rating) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(themeOf(*this).color(Token::Accent), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(columnLeft(shown), 1, px(kCell) - 1, height() - 2), 3, 3);
        }
    }
}

void HeatMap::paintHeads(QPainter& painter) const {
    painter.setPen(themeOf(*this).color(Token::Text2));
    const QLocale locale;
    QDate before;
    for (int shown = 0; shown < shownColumns(); ++shown) {
        const QDate day = column(shown).day;
        const QRect head(columnLeft(shown), 0, px(kCell), px(kHead));
        painter.setFont(fontFor(TextRole::CaptionStrong));
        painter.drawText(head.adjusted(0, 0, 0, -head.height() / 2), Qt::AlignCenter,
                         QString::number(day.day()));
        if (!before.isValid() || before.month() != day.month()) {
            painter.setFont(fontFor(TextRole::Caption));
            painter.drawText(head.adjusted(-px(4), head.height() / 2, px(4), 0),
                             Qt::AlignHCenter | Qt::AlignTop,
                             locale.monthName(day.month(), QLocale::ShortFormat));
        }
        before = day;
    }
}

void HeatMap::paintRow(QPainter& painter, int item) const {
    const Theme& theme = themeOf(*this);
    const auto& definition = m_instrument->items.at(static_cast<std::size_t>(item));
    const auto rows = static_cast<int>(m_instrument->items.size());
    const int rowHeight = (height() - px(kHead) - px(30)) / std::max(1, rows);
    const int y = px(kHead) + item * rowHeight;
    painter.setFont(fontFor(definition.critical ? TextRole::CaptionStrong : TextRole::Caption));
    painter.setPen(theme.color(definition.critical ? Token::Stop : Token::Text));
    painter.drawText(QRect(0, y, labelWidth() - px(kGap), rowHeight), Qt::AlignRight | Qt::AlignVCenter,
                     definition.topic);
    for (int shown = 0; shown < shownColumns(); ++shown) {
        const QRect cell(columnLeft(shown) + 1, y + 1, px(kCell) - 3, rowHeight - 3);
        paintCell(painter, cell, item, shown);
    }
}

void HeatMap::paintCell(QPainter& painter, const QRect& cell, int item, int shown) const {
    const Theme& theme = themeOf(*this);
    const HeatColumn& rated = column(shown);
    const auto& definition = m_instrument->items.at(static_cast<std::size_t>(item));
    const auto* options = m_instrument->findOptionSet(definition.optionSet);
    const record::Answer answer = rated.answers.value(item);
    const HeatCell& heat = theme.heat(answer.isGiven() ? heatStep(definition, options, answer.value) : 0);
    const bool isAlarm =
        definition.critical && answer.isGiven() && answer.value > lowestOf(definition, options);
    painter.fillRect(cell, answer.isGiven() ? heat.fill : theme.color(Token::Surface));
    QPen edge(theme.color(isAlarm         ? Token::Stop
                          : rated.isMixed ? Token::LineStrong
                                          : Token::Line),
              isAlarm ? 2 : 1, rated.isMixed ? Qt::DashLine : Qt::SolidLine);
    painter.setPen(edge);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(cell);
    painter.setFont(fontFor(TextRole::CaptionStrong));
    painter.setPen(answer.isGiven() ? heat.text : theme.color(Token::Text2));
    painter.drawText(cell, Qt::AlignCenter, answerSign(answer));
}

void HeatMap::paintTotals(QPainter& painter) const {
    const Theme& theme = themeOf(*this);
    const int y = height() - px(28);
    painter.fillRect(QRect(labelWidth(), y, shownColumns() * px(kCell), 1), theme.color(Token::LineStrong));
    painter.setFont(fontFor(TextRole::CaptionStrong));
    painter.setPen(theme.color(Token::Text));
    painter.drawText(QRect(0, y, labelWidth() - px(kGap), px(26)), Qt::AlignRight | Qt::AlignVCenter,
                     tr("Total"));
    for (int shown = 0; shown < shownColumns(); ++shown) {
        const auto total = column(shown).total;
        painter.drawText(QRect(columnLeft(shown), y, px(kCell), px(26)), Qt::AlignCenter,
                         total ? shortNumberText(*total, 1) : QStringLiteral("–"));
    }
}

void HeatMap::keyPressEvent(QKeyEvent* event) {
    const bool isLeft = event->key() == Qt::Key_Left;
    const bool isWalk = (isLeft || event->key() == Qt::Key_Right) && event->modifiers() == Qt::NoModifier;
    if (!isWalk || m_columns.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const qsizetype last = m_columns.size() - 1;
    const qsizetype at = currentPlace();
    const qsizetype next = at < 0 ? last : std::clamp<qsizetype>(at + (isLeft ? -1 : 1), 0, last);
    Q_EMIT ratingChosen(m_columns.at(next).rating);
}

void HeatMap::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void HeatMap::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void HeatMap::mousePressEvent(QMouseEvent* event) {
    const int shown = m_columns.isEmpty() ? -1 : columnAt(event->position().toPoint());
    if (shown >= 0) {
        Q_EMIT ratingChosen(column(shown).rating);
    }
}

bool HeatMap::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_instrument != nullptr && !m_columns.isEmpty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int shown = columnAt(help->pos());
        if (shown >= 0) {
            const HeatColumn& rated = column(shown);
            const QString total = rated.total ? shortNumberText(*rated.total, 1) : tr("no total");
            QToolTip::showText(help->globalPos(), tr("%1: %2", "date: total").arg(dateText(rated.day), total),
                               this);
        }
        return true;
    }
    return QWidget::event(event);
}

void HeatMap::describe() {
    if (m_instrument == nullptr) {
        return;
    }
    // One rating where one is framed, else all of them.
    const qsizetype current = currentPlace();
    QStringList lines;
    if (current >= 0) {
        lines.append(dateText(m_columns.at(current).day));
    }
    for (std::size_t item = 0; item < m_instrument->items.size(); ++item) {
        const auto place = static_cast<qsizetype>(item);
        QStringList values;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            if (current < 0 || i == current) {
                values.append(answerSign(m_columns.at(i).answers.value(place)));
            }
        }
        lines.append(QStringLiteral("%1: %2").arg(m_instrument->items.at(item).topic,
                                                  values.join(QStringLiteral(", "))));
    }
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
}

} // namespace kairos::ui
