// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/own_words_list.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/workflow/spelling_desk.h"

#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace kairos::ui {

OwnWordsModel::OwnWordsModel(QObject* parent) : RowModel<QString>({{tr("Word")}}, parent) {}

QString OwnWordsModel::display(const QString& word, int column) const {
    Q_UNUSED(column)
    return word;
}

QVariant OwnWordsModel::extra(const QString& word, int column, int role) const {
    Q_UNUSED(column)
    return role == IdRole ? QVariant(word) : QVariant();
}

OwnWordsList::OwnWordsList(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_model(new OwnWordsModel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("My words"), CardContent::Padded, this);
    column->addWidget(card);
    card->addToTitle(makeKeyHints({{keyText(QKeySequence(Qt::Key_Delete)), tr("take back")}}, card));
    m_word = new QLineEdit(card);
    m_word->setMaxLength(static_cast<int>(workflow::SpellingDesk::kLongestWord));
    card->body().addWidget(new Field(tr("A word that is good in your notes"), m_word, card));
    m_add = makeButton({.text = tr("Add word"), .icon = Icon::Plus}, card);
    card->body().addWidget(m_add, 0, Qt::AlignLeft);
    m_trouble = makeParagraph({}, TextRole::Body, Token::Stop, card);
    m_trouble->hide();
    card->body().addWidget(m_trouble);
    m_none = makeParagraph(tr("You have no words of your own yet. They are kept in the practice file alone."),
                           TextRole::Body, Token::Text2, card);
    card->body().addWidget(m_none);
    m_table = new TableView(RowHeight::Dense, card);
    m_table->setAccessibleName(tr("My words"));
    m_table->setModel(m_model);
    m_table->setStretchColumns({0});
    m_table->setFitsRows();
    card->body().addWidget(m_table);
    connect(m_add, &QPushButton::clicked, this, &OwnWordsList::add);
    connect(m_word, &QLineEdit::returnPressed, this, &OwnWordsList::add);
    auto* del = new QShortcut(QKeySequence(Qt::Key_Delete), m_table);
    del->setContext(Qt::WidgetShortcut);
    connect(del, &QShortcut::activated, this, &OwnWordsList::remove);
    refresh();
}

void OwnWordsList::refresh() {
    const QStringList words = workflow::SpellingDesk(m_context.practice).words();
    const int row = qMax(0, m_table->currentIndex().row());
    m_model->setRows(words);
    m_table->setVisible(!words.isEmpty());
    m_none->setVisible(words.isEmpty());
    if (!words.isEmpty()) {
        m_table->selectRow(qMin(row, m_model->rowCount() - 1));
    }
}

void OwnWordsList::add() {
    const auto added = workflow::SpellingDesk(m_context.practice).addWord(m_word->text());
    say(added);
    if (added) {
        m_word->clear();
        refresh();
    }
    m_word->setFocus(Qt::OtherFocusReason);
}

void OwnWordsList::remove() {
    const int row = m_table->currentIndex().row();
    if (row >= 0 && row < m_model->rowCount()) {
        say(workflow::SpellingDesk(m_context.practice).removeWord(m_model->rowAt(row)));
        refresh();
    }
}

void OwnWordsList::say(const base::Outcome& outcome) {
    m_trouble->setVisible(!outcome.has_value());
    m_trouble->setText(outcome ? QString() : outcome.error().sentence());
}

} // namespace kairos::ui
