// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/carry_bar.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/text_label.h"

#include "core/therapy/note_words.h"

#include <QCheckBox>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace kairos::ui {

using namespace record;

namespace {

/// So much of a section tells what stands in it.
constexpr int kShownLetters = 300;

} // namespace

CarryBar::CarryBar(QWidget* parent)
    : QWidget(parent), m_title(makeWrapped({}, TextRole::Strong, Token::Text, this)), m_place(nullptr) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card({}, CardContent::Padded, this);
    column->addWidget(card);
    card->body().addWidget(m_title);
    auto* line = new QHBoxLayout;
    line->setSpacing(px(12));
    m_place = new QWidget(card);
    auto* choiceRow = new QHBoxLayout(m_place);
    choiceRow->setContentsMargins(0, 0, 0, 0);
    choiceRow->setSpacing(px(12));
    auto* carry = makeButton({.text = tr("Carry"), .icon = Icon::History}, card);
    setButtonKeyCap(*carry, QKeySequence(Qt::Key_Return));
    auto* leaveButton = makeButton({.text = tr("Leave it"), .kind = ButtonKind::Quiet}, card);
    setButtonKeyCap(*leaveButton, QKeySequence(Qt::Key_Escape));
    line->addWidget(m_place);
    line->addStretch();
    line->addWidget(carry);
    line->addWidget(leaveButton);
    card->body().addLayout(line);
    connect(carry, &QPushButton::clicked, this, &CarryBar::choose);
    connect(leaveButton, &QPushButton::clicked, this, &CarryBar::leave);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* enter = new QShortcut(QKeySequence(key), this);
        enter->setContext(Qt::WidgetWithChildrenShortcut);
        connect(enter, &QShortcut::activated, this, &CarryBar::choose);
    }
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &CarryBar::leave);
    hide();
}

void CarryBar::offer(const workflow::EarlierNote& earlier, const QString& whose) {
    m_note = earlier.note;
    m_title->setText(tr("Carry forward from the note of %1").arg(whose));
    qDeleteAll(m_choices);
    m_choices.clear();
    for (const NoteSection& section : std::as_const(m_note.sections)) {
        if (section.text.trimmed().isEmpty()) {
            continue;
        }
        auto* box = new QCheckBox(therapy::noteSectionTitle(section.id), m_place);
        box->setObjectName(section.id);
        box->setToolTip(section.text.left(kShownLetters));
        box->setChecked(true);
        m_place->layout()->addWidget(box);
        m_choices.append(box);
    }
    show();
    if (!m_choices.isEmpty()) {
        m_choices.first()->setFocus(Qt::ShortcutFocusReason);
    }
}

void CarryBar::choose() {
    QStringList sections;
    for (const QCheckBox* box : std::as_const(m_choices)) {
        if (box->isChecked()) {
            sections.append(box->objectName());
        }
    }
    hide();
    Q_EMIT chosen(m_note, sections);
}

void CarryBar::leave() {
    hide();
    Q_EMIT closed();
}

} // namespace kairos::ui
