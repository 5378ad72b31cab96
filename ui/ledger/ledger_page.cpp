// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/ledger_page.h"

#include "ui/ledger/lot_model.h"
#include "ui/ledger/register_model.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/error_text.h"
#include "ui/shared/formats.h"
#include "ui/shared/page_head.h"
#include "ui/shared/table_view.h"
#include "ui/shared/type_scale.h"

#include "core/stock/stock_words.h"
#include "core/workflow/open_practice.h"

#include <QItemSelectionModel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

LedgerPage::LedgerPage(const PageContext& context, QWidget* parent) : Page(parent), m_context(context) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head = new PageHead(tr("Ledger"), {}, this);
    column->addWidget(m_head);
    m_trouble = new Banner({}, this);
    m_trouble->hide();
    column->addWidget(m_trouble);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(px(16), px(12), px(16), px(12));
    body->setSpacing(px(12));
    column->addLayout(body, 1);
    m_form = new LedgerForm(m_context.practice, this);
    body->addWidget(m_form);
    buildLots(*body);
    buildRegister(*body);
    body->addStretch(0);
    addAct(LedgerAct::Receive, tr("Receive"), QKeySequence(Qt::CTRL | Qt::Key_N));
    addAct(LedgerAct::Count, tr("Count"), QKeySequence(Qt::Key_F6));
    addAct(LedgerAct::Waste, tr("Waste"), QKeySequence(Qt::Key_F7));
    addAct(LedgerAct::GiveBack, tr("Return"), QKeySequence(Qt::Key_F8));
    addAct(LedgerAct::TakeBack, tr("Take back"), QKeySequence(Qt::Key_F9));
    if (m_context.navigator.canOpen(LedgerSheetPlace{})) {
        auto* print = makeButton(
            {.text = tr("Print"), .icon = Icon::Print, .key = QKeySequence(Qt::CTRL | Qt::Key_P)}, this);
        connect(print, &QPushButton::clicked, this, [this] { m_context.navigator.open(LedgerSheetPlace{}); });
        m_head->addAction(print);
    }
    connect(m_form, &LedgerForm::saved, this, [this] { refresh(); });
    connect(m_form, &LedgerForm::closed, this, [this] { m_lots->setFocus(Qt::OtherFocusReason); });
    setFocusProxy(m_lots);
    refresh();
}

QString LedgerPage::title() const {
    return tr("Ledger");
}

QList<KeyHint> LedgerPage::keyHints() const {
    return {{QStringLiteral("↑ ↓"), tr("choose a lot")},
            {keyText(QKeySequence(Qt::Key_Return)), tr("go to the lines of the lot")},
            {keyText(QKeySequence(Qt::CTRL | Qt::Key_N)), tr("receive a lot")},
            {keyText(QKeySequence(Qt::Key_F6)), tr("count the lot")},
            {keyText(QKeySequence(Qt::Key_F7)), tr("waste before a witness")},
            {keyText(QKeySequence(Qt::Key_F8)), tr("return or hand over before a witness")},
            {keyText(QKeySequence(Qt::Key_F9)), tr("take the chosen line back")},
            {keyText(QKeySequence(Qt::CTRL | Qt::Key_P)), tr("print the ledger for an inspection")}};
}

void LedgerPage::addAct(LedgerAct act, const QString& text, const QKeySequence& key) {
    auto* button =
        makeButton({.text = text,
                    .kind = act == LedgerAct::Receive ? ButtonKind::Primary : ButtonKind::Secondary,
                    .key = key},
                   this);
    m_acts.insert(act, button);
    connect(button, &QPushButton::clicked, this, [this, act] { begin(act); });
    m_head->addAction(button);
}

void LedgerPage::buildLots(QVBoxLayout& column) {
    m_empty = new EmptyState(Icon::Ledger, tr("No drug is in stock yet"),
                             tr("Receive the first lot with Ctrl+N: from then on each dose drawn from it is "
                                "written here with the dose. Until then lot and concentration are typed in "
                                "the session."),
                             this);
    column.addWidget(m_empty);
    m_lotCard = new Card(tr("Lots"), CardContent::Full, this);
    m_lotModel = new LotModel(this);
    m_lots = new TableView(RowHeight::Table, m_lotCard);
    m_lots->setAccessibleName(tr("Lots"));
    m_lots->setModel(m_lotModel);
    m_lots->setStretchColumns({LotModel::Drug, LotModel::Label});
    m_lotCard->body().addWidget(m_lots);
    column.addWidget(m_lotCard, 2);
    connect(m_lots->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showLot(); });
    connect(m_lots, &TableView::rowOpened, this, [this] { m_lines->setFocus(Qt::OtherFocusReason); });
}

void LedgerPage::buildRegister(QVBoxLayout& column) {
    m_registerCard = new Card(tr("Register"), CardContent::Full, this);
    m_registerModel = new RegisterModel(m_context.practice, this);
    m_lines = new TableView(RowHeight::Dense, m_registerCard);
    m_lines->setAccessibleName(tr("Register"));
    m_lines->setModel(m_registerModel);
    m_lines->setStretchColumns({RegisterModel::Reason});
    m_registerCard->body().addWidget(m_lines);
    column.addWidget(m_registerCard, 3);
}

std::optional<workflow::LotView> LedgerPage::currentLot() const {
    const int row = m_lots->currentIndex().row();
    return row >= 0 && row < m_lotModel->rowCount() ? std::optional(m_lotModel->rowAt(row)) : std::nullopt;
}

void LedgerPage::refresh() {
    const auto lots = workflow::LedgerQuery(m_context.practice).lots();
    m_trouble->setVisible(!lots.has_value());
    if (!lots) {
        m_trouble->setBannerText(bannerTextOf(lots.error()));
        return;
    }
    const auto former = currentLot();
    m_lotModel->setRows(*lots);
    int row = 0;
    for (int i = 0; former && i < m_lotModel->rowCount(); ++i) {
        row = m_lotModel->rowAt(i).vial.id == former->vial.id ? i : row;
    }
    m_lots->setCurrentIndex(m_lotModel->index(row, 0));
    m_empty->setVisible(lots->isEmpty());
    m_lotCard->setVisible(!lots->isEmpty());
    m_registerCard->setVisible(!lots->isEmpty());
    m_head->setSubtitle(tr("%n lot(s)", nullptr, static_cast<int>(lots->size())));
    showLot();
}

void LedgerPage::showLot() {
    const auto lot = currentLot();
    judgeActs();
    if (lot) {
        m_registerModel->setVial(lot->vial);
    }
    m_registerModel->setRows(lot ? lot->standing.lines : QList<stock::RegisterLine>());
    if (!lot) {
        return;
    }
    m_registerCard->setSubtitle(tr("%1, lot %2: %3, %4")
                                    .arg(lot->vial.drug, lot->vial.lot,
                                         stock::stockText(lot->vial, lot->standing.balance),
                                         stock::mgText(lot->standing.amount)));
    const int last = m_registerModel->rowCount() - 1;
    m_lines->setCurrentIndex(m_registerModel->index(last, 0));
    m_lines->scrollToBottom();
}

void LedgerPage::judgeActs() {
    const auto allowed = m_context.practice.require(security::Permission::KeepStock);
    for (auto [act, button] : m_acts.asKeyValueRange()) {
        const bool needsLot = act != LedgerAct::Receive && !currentLot();
        setButtonBlockedBy(*button, !allowed   ? allowed.error().why
                                    : needsLot ? tr("There is no lot yet: receive one first.")
                                               : QString());
    }
}

void LedgerPage::begin(LedgerAct act) {
    const auto lot = currentLot();
    const int line = m_lines->currentIndex().row();
    m_form->begin(act, act == LedgerAct::Receive ? std::nullopt : lot);
    if (act == LedgerAct::TakeBack && line >= 0) {
        m_form->setLine(m_registerModel->rowAt(line));
    }
}

} // namespace kairos::ui
