// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/versions_pane.h"

#include "ui/shared/formats.h"
#include "ui/shared/text_label.h"
#include "ui/shared/theme.h"
#include "ui/shared/type_scale.h"

#include "core/base/error.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QTextCursor>
#include <QTextEdit>
#include <QVBoxLayout>

namespace kairos::ui {

using base::DiffPiece;

namespace {

QString actionWords(record::Action action) {
    switch (action) {
    case record::Action::Created:
        return VersionsPane::tr("added");
    case record::Action::Changed:
        return VersionsPane::tr("changed");
    case record::Action::Amended:
        return VersionsPane::tr("amended");
    case record::Action::EnteredInError:
        return VersionsPane::tr("entered in error");
    }
    return {};
}

/// How a piece looks on its own side: never by colour alone.
QTextCharFormat formatOf(DiffPiece::Side side, const Theme& theme) {
    QTextCharFormat format;
    format.setForeground(theme.color(Token::Text));
    if (side == DiffPiece::Side::Before) {
        format.setFontStrikeOut(true);
        format.setForeground(theme.color(Token::Stop));
    } else if (side == DiffPiece::Side::After) {
        format.setFontUnderline(true);
        format.setFontWeight(QFont::DemiBold);
        format.setForeground(theme.color(Token::Ok));
    }
    return format;
}

/// Writes what one side says, with its own words marked. What was entered in error is struck out as a whole.
void writeSide(QTextEdit& text, const QList<workflow::ComparedPart>& parts, DiffPiece::Side side,
               record::Action action) {
    const Theme& theme = themeOf(text);
    const auto own = [&](const DiffPiece& piece) {
        QTextCharFormat format = formatOf(piece.side, theme);
        format.setFontStrikeOut(format.fontStrikeOut() || action == record::Action::EnteredInError);
        return format;
    };
    text.clear();
    QTextCursor cursor(text.document());
    QTextCharFormat title;
    title.setFontWeight(QFont::DemiBold);
    title.setForeground(theme.color(Token::Text2));
    for (const workflow::ComparedPart& part : parts) {
        if (!cursor.atStart()) {
            cursor.insertBlock();
        }
        if (!part.title.isEmpty()) {
            cursor.insertText(part.title, title);
            cursor.insertBlock();
        }
        for (const DiffPiece& piece : part.pieces) {
            if (piece.side == DiffPiece::Side::Both || piece.side == side) {
                cursor.insertText(piece.text, own(piece));
            }
        }
    }
    text.moveCursor(QTextCursor::Start);
}

QTextEdit* makeText(const QString& name, QWidget* parent) {
    auto* text = new QTextEdit(parent);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(name);
    // By keyboard it is read and copied from like any text.
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return text;
}

} // namespace

VersionsPane::VersionsPane(const QTimeZone& zone, QWidget* parent)
    : QWidget(parent),
      m_zone(zone),
      m_other(new QComboBox(this)),
      m_beforeHead(makeWrapped({}, TextRole::Caption, Token::Text2, this)),
      m_afterHead(makeWrapped({}, TextRole::Caption, Token::Text2, this)),
      m_beforeText(makeText(tr("Earlier version"), this)),
      m_afterText(makeText(tr("This version"), this)) {
    build();
}

void VersionsPane::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    m_otherRow = new QWidget(this);
    auto* choice = new QHBoxLayout(m_otherRow);
    choice->setContentsMargins(0, 0, 0, 0);
    auto* label = new TextLabel(tr("Co&mpare with"), TextRole::Body, Token::Text, m_otherRow);
    label->setBuddy(m_other);
    choice->addWidget(label);
    choice->addWidget(m_other, 1);
    choice->addWidget(new TextLabel(tr("struck through: went; underlined: came"), TextRole::Caption,
                                    Token::Text2, m_otherRow));
    column->addWidget(m_otherRow);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(px(12));
    m_beforeSide = makeSide(*m_beforeHead, *m_beforeText);
    sides->addWidget(m_beforeSide, 1);
    sides->addWidget(makeSide(*m_afterHead, *m_afterText), 1);
    column->addLayout(sides, 1);
    connect(m_other, &QComboBox::currentIndexChanged, this, &VersionsPane::compare);
}

QWidget* VersionsPane::makeSide(TextLabel& head, QTextEdit& text) {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    column->addWidget(&head);
    column->addWidget(&text, 1);
    return side;
}

void VersionsPane::showVersions(const QList<workflow::RecordVersion>& versions, qint64 count) {
    m_versions = versions;
    m_shown = 0;
    for (qsizetype i = 0; i < versions.size(); ++i) {
        if (versions.at(i).count == count) {
            m_shown = i;
        }
    }
    fillChoice();
    compare();
}

void VersionsPane::showError(const base::Error& error) {
    m_versions.clear();
    m_otherRow->hide();
    m_beforeSide->hide();
    m_afterHead->setText(error.sentence());
    m_afterText->clear();
}

void VersionsPane::fillChoice() {
    const QSignalBlocker quiet(m_other);
    m_other->clear();
    for (qsizetype i = 0; i < m_versions.size(); ++i) {
        if (i != m_shown) {
            m_other->addItem(headOf(i), QVariant::fromValue(i));
        }
    }
    // The one before it; of the first version the next one.
    m_other->setCurrentIndex(static_cast<int>(qMax(qsizetype{0}, m_shown - 1)));
    m_otherRow->setVisible(m_versions.size() > 1);
}

void VersionsPane::compare() {
    if (m_versions.isEmpty()) {
        return;
    }
    const bool isAlone = m_versions.size() < 2;
    const auto other = isAlone ? m_shown : m_other->currentData().value<qsizetype>();
    // Time runs from left to right, whichever was chosen first.
    const qsizetype left = qMin(other, m_shown);
    const qsizetype right = qMax(other, m_shown);
    m_beforeSide->setVisible(!isAlone);
    m_beforeHead->setText(headOf(left));
    m_afterHead->setText(headOf(right));
    const auto parts = workflow::compareVersions(m_versions.at(left), m_versions.at(right));
    writeSide(*m_beforeText, parts, DiffPiece::Side::Before, m_versions.at(left).action);
    writeSide(*m_afterText, parts, DiffPiece::Side::After, m_versions.at(right).action);
}

QString VersionsPane::headOf(qsizetype version) const {
    const workflow::RecordVersion& shown = m_versions.at(version);
    const QString head = tr("Version %1 of %2: %3 by %4, %5")
                             .arg(QString::number(version + 1), QString::number(m_versions.size()),
                                  actionWords(shown.action), shown.who, dateTimeText(shown.at, m_zone));
    return shown.reason.isEmpty() ? head : tr("%1; reason: %2").arg(head, shown.reason);
}

QString VersionsPane::beforeHead() const {
    return m_beforeSide->isHidden() ? QString() : m_beforeHead->text();
}

QString VersionsPane::afterHead() const {
    return m_afterHead->text();
}

void VersionsPane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_other != nullptr) {
        compare();
    }
}

} // namespace kairos::ui
