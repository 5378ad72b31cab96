// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/room_keys.h"

#include "ui/dosing/run_keys.h"

#include "ui/shared/card.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/text_label.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kColumns = 3;

} // namespace

RoomKeys::RoomKeys(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Keys"), CardContent::Padded, this);
    card->setSubtitle(tr("F1 or Esc leads back"));
    column->addWidget(card);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(4));
    card->body().addLayout(grid);
    const QList<KeyHint> hints = runKeyHints();
    const auto rows = static_cast<int>((hints.size() + kColumns - 1) / kColumns);
    for (int i = 0; i < hints.size(); ++i) {
        const int at = 2 * (i / rows);
        grid->addWidget(new KeyCap(hints.at(i).key, card), i % rows, at, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(new TextLabel(hints.at(i).words, TextRole::Body, Token::Text, card), i % rows,
                        at + 1);
    }
    for (int i = 0; i < kColumns; ++i) {
        grid->setColumnStretch(2 * i + 1, 1);
    }
    grid->setRowStretch(rows, 1);
}

} // namespace kairos::ui
