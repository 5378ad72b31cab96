// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/protocols_panel.h"

#include "ui/settings/protocol_editor.h"
#include "ui/settings/protocols_model.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/file_dialogs.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/protocol_care.h"

#include <QDir>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

ProtocolsPanel::ProtocolsPanel(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_result(new Banner({}, this)),
      m_refused(new Banner({}, this)),
      m_card(new Card(tr("Protocols"), CardContent::Full, this)),
      m_model(new ProtocolsModel(this)),
      m_table(new TableView(RowHeight::Dense, m_card)),
      m_copy(makeButton({.text = tr("Copy and change"), .icon = Icon::Plus}, m_card)),
      m_change(makeButton({.text = tr("Change"), .icon = Icon::Note}, m_card)),
      m_add(makeButton({.text = tr("Add a file…"), .icon = Icon::Folder}, m_card)),
      m_editor(new ProtocolEditor(context, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_result->setClosable();
    m_result->hide();
    m_refused->hide();
    column->addWidget(m_result);
    column->addWidget(m_refused);
    buildTable();
    column->addWidget(m_card);
    column->addWidget(m_editor);
    column->addWidget(makeParagraph(
        tr("A protocol of the clinic's own is one file by Kairos's schema in %1. Plans name the version they "
           "were fitted by: a change takes the next one.")
            .arg(QDir::toNativeSeparators(workflow::ownProtocolsFolder(context.practice.path()))),
        TextRole::Caption, Token::Text2, this));
    connect(m_result, &Banner::closed, m_result, &QWidget::hide);
    connect(m_editor, &ProtocolEditor::saved, this, &ProtocolsPanel::finish);
    connect(m_editor, &ProtocolEditor::closed, this, [this] {
        m_card->show();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    refresh();
}

void ProtocolsPanel::buildTable() {
    for (QPushButton* button : {m_copy, m_change, m_add}) {
        m_card->addToTitle(button);
    }
    m_table->setAccessibleName(tr("Protocols"));
    m_table->setModel(m_model);
    m_table->setStretchColumns({ProtocolsModel::Title});
    m_table->setFitsRows();
    m_card->body().addWidget(m_table);
    connect(m_copy, &QPushButton::clicked, this, &ProtocolsPanel::copy);
    connect(m_change, &QPushButton::clicked, this, &ProtocolsPanel::change);
    connect(m_add, &QPushButton::clicked, this, &ProtocolsPanel::ask);
    connect(m_table, &TableView::rowOpened, this, [this] {
        m_change->isEnabled() ? change() : m_copy->isEnabled() ? copy() : void();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ProtocolsPanel::showButtons);
}

void ProtocolsPanel::refresh() {
    QList<InstalledProtocol> rows;
    for (const protocols::Protocol& protocol : m_context.practice.catalog().protocols.protocols()) {
        rows.append({protocol.id, protocol.title, protocol.version, protocol.regimen.count(),
                     protocol.confidence, protocol.file, protocol.note});
    }
    // The clinic's own come first.
    std::stable_sort(rows.begin(), rows.end(), [](const InstalledProtocol& a, const InstalledProtocol& b) {
        return !a.origin.isEmpty() && b.origin.isEmpty();
    });
    const int row = std::max(0, m_table->currentIndex().row());
    m_model->setRows(rows);
    m_table->selectRow(std::min(row, m_model->rowCount() - 1));
    showRefused();
    showButtons();
}

void ProtocolsPanel::showRefused() {
    QStringList lines;
    for (const base::Error& error : m_context.practice.catalog().protocols.refused()) {
        lines.append(QStringLiteral("%1: %2").arg(error.what, error.why));
    }
    m_refused->setVisible(!lines.isEmpty());
    if (!lines.isEmpty()) {
        m_refused->setBannerText(
            {base::FindingLevel::Caution,
             tr("Protocol files beside the practice that were refused: %1").arg(lines.size()),
             lines.join(QLatin1Char('\n')),
             tr("Correct the file, or take it out of the folder. The others are in use.")});
    }
}

QString ProtocolsPanel::chosen() const {
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? m_model->rowAt(row).id : QString();
}

void ProtocolsPanel::showButtons() {
    const auto allowed = m_context.practice.require(security::Permission::Administer);
    const QString refusal = allowed ? QString() : allowed.error().why;
    setButtonBlockedBy(*m_add, refusal);
    setButtonBlockedBy(*m_copy, refusal);
    const int row = m_table->currentIndex().row();
    const bool isOwn = row >= 0 && row < m_model->rowCount() && !m_model->rowAt(row).origin.isEmpty();
    setButtonBlockedBy(*m_change, isOwn || !refusal.isEmpty()
                                      ? refusal
                                      : tr("It comes with the program: copy it, then change the copy."));
}

void ProtocolsPanel::ask() {
    m_context.files.askOpen({.title = tr("Which protocol file?"), .filters = {tr("Protocols (*.json)")}},
                            *this, [this](const QString& path) { add(path); });
}

void ProtocolsPanel::add(const QString& path) {
    const auto added = workflow::ProtocolCare(m_context.practice).add(path);
    if (!added) {
        m_result->setBannerText(bannerTextOf(added.error()));
        m_result->show();
        return;
    }
    finish(*added);
}

void ProtocolsPanel::copy() {
    const QString id = chosen();
    begin(tr("A copy of %1").arg(id), workflow::ProtocolCare(m_context.practice).copy(id));
}

void ProtocolsPanel::change() {
    const QString id = chosen();
    begin(tr("Change %1").arg(id), workflow::ProtocolCare(m_context.practice).edit(id));
}

void ProtocolsPanel::begin(const QString& title, base::Result<workflow::ProtocolDraft> draft) {
    if (!draft) {
        m_result->setBannerText(bannerTextOf(draft.error()));
        m_result->show();
        return;
    }
    m_result->hide();
    m_card->hide();
    m_editor->open(title, std::move(*draft));
}

void ProtocolsPanel::finish(const QString& id) {
    m_card->show();
    refresh();
    m_table->selectRow(std::max(0, m_model->rowOf(id)));
    m_table->setFocus(Qt::OtherFocusReason);
    m_result->setBannerText(
        {base::FindingLevel::Information,
         tr("%1 was saved").arg(id),
         tr("It can be fitted to a patient from now on; it is marked as the clinic's own."),
         {}});
    m_result->show();
}

} // namespace kairos::ui
