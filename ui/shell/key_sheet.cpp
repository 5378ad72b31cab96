// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/key_sheet.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/text_label.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

QWidget* makeColumn(const QString& title, const QList<KeyHint>& hints, QWidget* parent) {
    auto* box = new QWidget(parent);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(14));
    grid->setVerticalSpacing(px(8));
    grid->addWidget(makeSectionTitle(title, box), 0, 0, 1, 2);
    int row = 1;
    for (const KeyHint& hint : hints) {
        grid->addWidget(new KeyCap(hint.key, box), row, 0, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(new TextLabel(hint.words, TextRole::Body, Token::Text, box), row, 1);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(row, 1);
    return box;
}

} // namespace

KeySheet::KeySheet(const QString& page, const QList<KeyHint>& ofPage, const QList<KeyHint>& ofWindow,
                   QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Keys"));
    setModal(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(18), px(20), px(16));
    column->setSpacing(px(18));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(40));
    if (!ofPage.isEmpty()) {
        row->addWidget(makeColumn(page, ofPage, this));
    }
    row->addWidget(makeColumn(tr("Everywhere"), ofWindow, this));
    column->addLayout(row, 1);
    auto* close = makeButton({.text = tr("Close")}, this);
    setButtonKeyCap(*close, QKeySequence(Qt::Key_Escape));
    close->setDefault(true);
    column->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace kairos::ui
