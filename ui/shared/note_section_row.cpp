// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_section_row.h"

#include "ui/shared/note_text_edit.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/text_label.h"

#include "core/therapy/note_words.h"

#include <QPainter>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace kairos::ui {

using namespace record;

namespace {

constexpr int kLabelWidth = 138;
constexpr int kLeastText = 50;

} // namespace

NoteSectionRow::NoteSectionRow(const therapy::SectionForm& form, QWidget* parent)
    : QWidget(parent),
      m_id(form.id),
      m_hint(form.minimum),
      m_name(new QWidget(this)),
      m_carried(new StatusChip(
          {ChipKind::Draft, tr("carried"), therapy::noteSectionTitle(form.id), Icon::History}, m_name)),
      m_edit(new NoteTextEdit(this)) {
    const QString title = therapy::noteSectionTitle(form.id);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 1, 0, 0); // The hairline above.
    row->setSpacing(0);
    auto* column = new QVBoxLayout(m_name);
    column->setContentsMargins(px(14), px(8), px(8), px(6));
    column->setSpacing(px(2));
    column->addWidget(new TextLabel(title, TextRole::Strong, Token::Text, m_name));
    column->addWidget(makeParagraph(form.minimum, TextRole::Caption, Token::Text2, m_name));
    column->addWidget(m_carried, 0, Qt::AlignLeft);
    column->addStretch();
    m_name->setFixedWidth(px(kLabelWidth));
    m_carried->setToolTip(tr("Carried forward from the last note and not changed yet"));
    m_carried->hide();
    row->addWidget(m_name);
    m_edit->setObjectName(QStringLiteral("noteSection-") + form.id);
    m_edit->setAccessibleName(title);
    m_edit->setAccessibleDescription(form.minimum);
    m_edit->setTabChangesFocus(true);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->document()->setDocumentMargin(px(10));
    m_edit->setMinimumHeight(px(kLeastText));
    m_edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    row->addWidget(m_edit, 1);
    // Not textChanged(), which a change of the style alone gives too.
    connect(m_edit->document(), &QTextDocument::contentsChange, this, &NoteSectionRow::follow);
}

void NoteSectionRow::follow() {
    if (m_isSetting || m_edit->isRestyling()) {
        return;
    }
    showCarried();
    Q_EMIT changed();
}

NoteSection NoteSectionRow::section() const {
    return {m_id, m_edit->toPlainText(), isCarried() ? m_carriedFrom : std::nullopt};
}

void NoteSectionRow::setSection(const NoteSection& section) {
    const QScopedValueRollback setting(m_isSetting, true);
    m_carriedFrom = section.carriedFrom;
    m_carriedText = section.carriedFrom ? section.text : QString();
    if (m_edit->toPlainText() != section.text) {
        m_edit->setPlainText(section.text);
    }
    showCarried();
}

void NoteSectionRow::setPrompts(const QStringList& prompts) {
    const QString hint = prompts.join(QStringLiteral(" · "));
    m_edit->setPlaceholderText(hint);
    m_edit->setAccessibleDescription(hint.isEmpty() ? m_hint : QStringLiteral("%1. %2").arg(m_hint, hint));
    m_name->setToolTip(hint);
}

bool NoteSectionRow::isCarried() const {
    // A text of another length is another text: most keys need no look at the whole of it.
    return m_carriedFrom && m_edit->document()->characterCount() == m_carriedText.size() + 1 &&
           m_edit->toPlainText() == m_carriedText;
}

void NoteSectionRow::showCarried() {
    const bool isCarriedNow = isCarried();
    if (m_carried->isVisibleTo(m_name) != isCarriedNow) {
        m_carried->setVisible(isCarriedNow);
    }
}

void NoteSectionRow::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.fillRect(m_name->geometry(), theme.color(Token::Sunken));
    painter.fillRect(QRect(m_name->geometry().right(), 0, 1, height()), theme.color(Token::Line));
    painter.fillRect(QRect(0, 0, width(), 1), theme.color(Token::Line));
}

} // namespace kairos::ui
