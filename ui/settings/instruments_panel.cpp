// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/instruments_panel.h"

#include "ui/settings/instruments_model.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/file_dialogs.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/workflow/catalog.h"
#include "core/workflow/instrument_care.h"
#include "core/workflow/open_practice.h"

#include <QDir>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

InstrumentsPanel::InstrumentsPanel(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_result = new Banner({}, this);
    m_result->setClosable();
    m_result->hide();
    column->addWidget(m_result);
    m_refused = new Banner({}, this);
    m_refused->hide();
    column->addWidget(m_refused);
    auto* card = new Card(tr("Instruments"), CardContent::Full, this);
    m_add = makeButton({.text = tr("Add a file…"), .icon = Icon::Plus}, card);
    card->addToTitle(m_add);
    m_model = new InstrumentsModel(this);
    m_table = new TableView(RowHeight::Dense, card);
    m_table->setAccessibleName(tr("Instruments"));
    m_table->setModel(m_model);
    m_table->setStretchColumns({InstrumentsModel::Licence});
    m_table->setFitsRows();
    card->body().addWidget(m_table);
    column->addWidget(card);
    column->addWidget(makeParagraph(
        tr("The patient fills in an instrument on the screen only where its own wording is installed. A file "
           "is "
           "an instrument by Kairos's schema, or licensed or translated wording as a FHIR R4 Questionnaire. "
           "It "
           "is checked, then copied to %1.")
            .arg(QDir::toNativeSeparators(workflow::ownInstrumentsFolder(context.practice.path()))),
        TextRole::Caption, Token::Text2, this));
    connect(m_add, &QPushButton::clicked, this, &InstrumentsPanel::ask);
    connect(m_result, &Banner::closed, m_result, &QWidget::hide);
    if (const auto allowed = context.practice.require(security::Permission::Administer); !allowed) {
        setButtonBlockedBy(*m_add, allowed.error().why);
    }
    refresh();
}

void InstrumentsPanel::refresh() {
    QList<InstalledInstrument> rows;
    for (const scales::Instrument& instrument : m_context.practice.catalog().instruments.all()) {
        rows.append({instrument.id, instrument.shortTitle, instrument.title, instrument.version,
                     instrument.language, instrument.wording, instrument.licence,
                     instrument.wordingFile.isEmpty() ? instrument.file : instrument.wordingFile});
    }
    m_model->setRows(rows);
    showRefused();
}

void InstrumentsPanel::showRefused() {
    const auto& refused = m_context.practice.catalog().instruments.refused();
    QStringList lines;
    for (const scales::RefusedInstrument& file : refused) {
        lines.append(QStringLiteral("%1: %2").arg(file.file, file.reason));
    }
    m_refused->setVisible(!lines.isEmpty());
    if (!lines.isEmpty()) {
        m_refused->setBannerText(
            {base::FindingLevel::Caution,
             tr("Files beside the practice that were refused: %1").arg(lines.size()),
             lines.join(QLatin1Char('\n')),
             tr("Correct the file, or take it out of the folder. The others are in use.")});
    }
}

void InstrumentsPanel::ask() {
    m_context.files.askOpen(
        {.title = tr("Which instrument or wording file?"), .filters = {tr("Instruments and packs (*.json)")}},
        *this, [this](const QString& path) { add(path); });
}

void InstrumentsPanel::add(const QString& path) {
    const auto added = workflow::InstrumentCare(m_context.practice).add(path);
    m_result->show();
    if (!added) {
        m_result->setBannerText(bannerTextOf(added.error()));
        return;
    }
    refresh();
    m_result->setBannerText({base::FindingLevel::Information,
                             tr("%1 was added").arg(added->installedAs),
                             tr("It brings %1. Pages that are opened from now on use it.")
                                 .arg(added->instruments.join(QStringLiteral(", "))),
                             {}});
}

} // namespace kairos::ui
