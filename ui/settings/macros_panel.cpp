// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/macros_panel.h"

#include "ui/settings/macros_model.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/markup_highlighter.h"
#include "ui/shared/questions.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/therapy/macros.h"
#include "core/workflow/macro_desk.h"
#include "core/workflow/open_practice.h"

#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

MacrosPanel::MacrosPanel(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_result(new Banner({}, this)),
      m_listCard(new Card(tr("Text macros"), CardContent::Full, this)),
      m_formCard(new Card(tr("A new macro"), CardContent::Padded, this)),
      m_model(new MacrosModel(this)),
      m_table(new TableView(RowHeight::Dense, m_listCard)),
      m_name(new QLineEdit(m_formCard)),
      m_text(new QPlainTextEdit(m_formCard)),
      m_new(makeButton({.text = tr("New macro"), .icon = Icon::Plus}, m_listCard)),
      m_remove(makeButton({.text = tr("Take away"), .kind = ButtonKind::Danger}, m_listCard)),
      m_save(makeButton({.text = tr("Save macro"),
                         .kind = ButtonKind::Primary,
                         .key = QKeySequence(Qt::CTRL | Qt::Key_Return)},
                        m_formCard)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_result->setClosable();
    m_result->hide();
    column->addWidget(m_result);
    buildTable();
    buildForm();
    column->addWidget(m_listCard);
    column->addWidget(m_formCard);
    connect(m_result, &Banner::closed, m_result, &QWidget::hide);
    refresh();
}

void MacrosPanel::buildTable() {
    m_listCard->addToTitle(m_remove);
    m_listCard->addToTitle(m_new);
    m_table->setAccessibleName(tr("Text macros"));
    m_table->setModel(m_model);
    m_table->setStretchColumns({MacrosModel::Text});
    m_table->setFitsRows();
    m_listCard->body().addWidget(m_table);
    connect(m_new, &QPushButton::clicked, this, &MacrosPanel::begin);
    connect(m_remove, &QPushButton::clicked, this, &MacrosPanel::remove);
    connect(m_table, &TableView::rowOpened, this, [this] { m_text->setFocus(Qt::OtherFocusReason); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MacrosPanel::showChosen);
}

void MacrosPanel::buildForm() {
    auto& body = m_formCard->body();
    body.addWidget(makeWrapped(
        tr("In a note, a semicolon, the name and a space, Enter or Tab become the text. Fields: {%1}. "
           "What is not known stays a visible blank.")
            .arg(therapy::macroFields().join(QStringLiteral("}, {"))),
        TextRole::Body, Token::Text2, m_formCard));
    body.addWidget(new Field(tr("Name, without the semicolon"), m_name, m_formCard));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(px(120));
    new MarkupHighlighter(*m_text);
    body.addWidget(new Field(tr("Text"), m_text, m_formCard));
    m_formCard->foot().addStretch();
    m_formCard->foot().addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &MacrosPanel::save);
}

void MacrosPanel::refresh() {
    QList<MacroRow> rows;
    for (const record::TextMacro& macro : workflow::MacroDesk(m_context.practice).own()) {
        rows.append({macro, {}, true});
    }
    for (const therapy::ShippedMacro& shipped : therapy::builtInMacros()) {
        rows.append({shipped.macro, shipped.title, false});
    }
    const int row = std::max(0, m_table->currentIndex().row());
    m_model->setRows(rows);
    m_table->selectRow(std::min(row, m_model->rowCount() - 1));
    showChosen();
}

void MacrosPanel::showChosen() {
    const int row = m_table->currentIndex().row();
    const bool isTyping = m_name->isModified() || m_text->document()->isModified();
    if (isTyping || row < 0 || row >= m_model->rowCount()) {
        return; // What is being typed goes by saving it or by beginning a new one alone.
    }
    const MacroRow& chosen = m_model->rowAt(row);
    m_changed = chosen.isOwn ? chosen.macro.name : QString();
    m_formCard->setTitle(chosen.isOwn ? tr("Change ;%1").arg(chosen.macro.name)
                                      : tr("A macro of the program: ;%1").arg(chosen.macro.name));
    m_name->setText(chosen.macro.name);
    m_text->setPlainText(chosen.macro.text);
    m_name->setReadOnly(!chosen.isOwn);
    m_text->setReadOnly(!chosen.isOwn);
    const QString why = chosen.isOwn ? QString() : tr("It comes with the program. Write one of your own.");
    setButtonBlockedBy(*m_save, why);
    setButtonBlockedBy(*m_remove, why);
}

void MacrosPanel::begin() {
    m_changed.clear();
    m_formCard->setTitle(tr("A new macro"));
    m_name->clear();
    m_text->clear();
    m_name->setReadOnly(false);
    m_text->setReadOnly(false);
    setButtonBlockedBy(*m_save, {});
    setButtonBlockedBy(*m_remove, tr("Choose one of your own first."));
    m_name->setFocus(Qt::OtherFocusReason);
}

void MacrosPanel::save() {
    const record::TextMacro macro{m_name->text(), m_text->toPlainText()};
    const auto saved = workflow::MacroDesk(m_context.practice).save(macro, m_changed);
    say(saved);
    if (!saved) {
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_name->setModified(false);
    m_text->document()->setModified(false);
    refresh();
    m_table->selectRow(std::max(0, m_model->rowOf(QString(macro.name).remove(QLatin1Char(';')).trimmed())));
    m_table->setFocus(Qt::OtherFocusReason);
}

void MacrosPanel::remove() {
    const QString name = m_changed;
    m_context.questions.confirm({.title = tr("Take ;%1 away?").arg(name),
                                 .text = tr("Notes in which it was used keep their text."),
                                 .verb = tr("Take away"),
                                 .kind = ButtonKind::Danger},
                                *window(), [this, name] {
                                    say(workflow::MacroDesk(m_context.practice).remove(name));
                                    refresh();
                                    m_table->setFocus(Qt::OtherFocusReason);
                                });
}

void MacrosPanel::say(const base::Outcome& outcome) {
    m_result->setVisible(!outcome.has_value());
    if (!outcome) {
        m_result->setBannerText(bannerTextOf(outcome.error()));
    }
}

} // namespace kairos::ui
