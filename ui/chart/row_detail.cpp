// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/row_detail.h"

#include "ui/shared/text_label.h"

#include <QVBoxLayout>

namespace kairos::ui {

RowDetail::RowDetail(QWidget* parent)
    : QWidget(parent),
      m_title(makeParagraph({}, TextRole::Strong, Token::Text, this)),
      m_text(makeParagraph({}, TextRole::Body, Token::Text, this)),
      m_source(makeParagraph({}, TextRole::Caption, Token::Text2, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(14), px(8), px(14), px(10));
    column->setSpacing(px(2));
    for (TextLabel* line : {m_title, m_text, m_source}) {
        column->addWidget(line);
    }
}

void RowDetail::show(const QString& title, const QString& text, const QString& source) {
    m_title->setText(title);
    m_text->setText(text);
    m_source->setText(source);
    for (TextLabel* line : {m_title, m_text, m_source}) {
        line->setVisible(!line->text().isEmpty());
    }
}

QString RowDetail::text() const {
    return QStringList{m_title->text(), m_text->text(), m_source->text()}.join(QLatin1Char('\n'));
}

} // namespace kairos::ui
