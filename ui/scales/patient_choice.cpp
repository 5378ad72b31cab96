// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/patient_choice.h"

#include "ui/shared/icons.h"
#include "ui/shared/paint_controls.h"
#include "ui/shared/theme.h"
#include "ui/shared/type_scale.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace kairos::ui {
namespace {

constexpr int kHeight = 52;
constexpr int kQuietHeight = 40;
constexpr int kMark = 22;   ///< the circle that holds the tick
constexpr int kMargin = 12; ///< from the edge to the circle, and from there to the words
constexpr int kPadding = 8; ///< above and below the words
constexpr int kRing = 3;    ///< room for the ring of the focus
constexpr int kWrappedText = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap;

} // namespace

PatientChoice::PatientChoice(const QString& words, Shape shape, QWidget* parent)
    : QAbstractButton(parent), m_shape(shape) {
    setText(words);
    setAccessibleName(words);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(shape == Shape::Quiet ? QSizePolicy::Maximum : QSizePolicy::Expanding,
                       QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont PatientChoice::wordsFont(bool isChosen) const {
    QFont font = fontFor(TextRole::Reading);
    font.setWeight(isChosen ? QFont::DemiBold : QFont::Normal);
    return font;
}

QRect PatientChoice::wordsRect(const QRect& box) const {
    return box.adjusted(px(kMargin + kMark + kMargin), px(kPadding), -px(kMargin), -px(kPadding));
}

int PatientChoice::heightForWidth(int width) const {
    const int room = wordsRect(QRect(0, 0, width - 2 * px(kRing), 1000)).width();
    // The heavier words of the chosen state need the more room: choosing moves nothing.
    const QRect words =
        QFontMetrics(wordsFont(true)).boundingRect(QRect(0, 0, room, 1000), kWrappedText, text());
    const int least = px(m_shape == Shape::Quiet ? kQuietHeight : kHeight);
    return std::max(least, words.height() + 2 * px(kPadding)) + 2 * px(kRing);
}

QSize PatientChoice::sizeHint() const {
    const int words = QFontMetrics(wordsFont(true)).horizontalAdvance(text());
    const int width = words + px(3 * kMargin + kMark) + 2 * px(kRing) + 2;
    return {width, heightForWidth(width)};
}

QSize PatientChoice::minimumSizeHint() const {
    int longest = 0;
    for (const QString& word : text().split(QLatin1Char(' '))) {
        longest = std::max(longest, QFontMetrics(wordsFont(true)).horizontalAdvance(word));
    }
    const int width = longest + px(3 * kMargin + kMark) + 2 * px(kRing) + 2;
    return {width, px(m_shape == Shape::Quiet ? kQuietHeight : kHeight) + 2 * px(kRing)};
}

void PatientChoice::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = themeOf(*this);
    const int ring = px(kRing);
    const QRect box = rect().adjusted(ring, ring, -ring, -ring);
    const bool isQuiet = m_shape == Shape::Quiet;
    if (isChecked() || !isQuiet) {
        const Token ground =
            isChecked() ? (isQuiet ? Token::NeutralSoft : Token::AccentSoft) : Token::Surface;
        const Token edge = isChecked() && !isQuiet ? Token::Accent : Token::LineStrong;
        paintBox(painter, box, theme.color(ground), theme.color(edge), isChecked() ? 2 : 1, pxF(6));
    }
    const QRectF mark(box.left() + px(kMargin), box.center().y() - pxF(kMark) / 2 + 0.5, pxF(kMark),
                      pxF(kMark));
    const QColor ink = theme.color(isQuiet ? Token::Text2 : Token::Accent);
    painter.setPen(QPen(isChecked() ? ink : theme.color(Token::LineStrong), isChecked() ? 2 : 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(mark.adjusted(1, 1, -1, -1));
    if (isChecked()) {
        paintIcon(painter, Icon::Check, mark.adjusted(pxF(4), pxF(4), -pxF(4), -pxF(4)), ink);
    }
    painter.setFont(wordsFont(isChecked()));
    painter.setPen(theme.color(isQuiet ? Token::Text2 : Token::Text));
    painter.drawText(wordsRect(box), kWrappedText, text());
}

void PatientChoice::keyPressEvent(QKeyEvent* event) {
    // Enter goes on to the next question, whatever a platform thinks of it on a button.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->ignore();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void PatientChoice::focusInEvent(QFocusEvent* event) {
    QAbstractButton::focusInEvent(event);
    update();
}

void PatientChoice::focusOutEvent(QFocusEvent* event) {
    QAbstractButton::focusOutEvent(event);
    update();
}

} // namespace kairos::ui
