// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_page.h"

#include "ui/shell/choice_button.h"
#include "ui/shell/opened_model.h"

#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/progress_line.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include <QAction>
#include <QFileInfo>
#include <QHeaderView>
#include <QTimeZone>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

/// Del on a row of the table.
QAction& forgetOf(QTableView& table) {
    auto* forget = new QAction(WelcomePage::tr("Take off this list"), &table);
    forget->setShortcut(QKeySequence::Delete);
    forget->setShortcutContext(Qt::WidgetShortcut);
    table.addAction(forget);
    return *forget;
}

} // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent),
      m_before(new QWidget(this)),
      m_model(new OpenedModel(this)),
      m_table(new TableView(RowHeight::Table)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addWidget(
        new TextLabel(tr("Where would you like to work?"), TextRole::Welcome, Token::Text, this));
    column->addSpacing(px(4));
    m_create = new ChoiceButton(Icon::Plus, tr("Create a practice"),
                                tr("One encrypted file on this PC. You choose the passphrase and print the "
                                   "recovery code for the safe."),
                                QKeySequence::New, this);
    m_open =
        new ChoiceButton(Icon::Folder, tr("Open a practice"),
                         tr("A .kairos file on this PC or on a backup drive."), QKeySequence::Open, this);
    m_demo = new ChoiceButton(Icon::Demo, tr("Explore the demo practice"),
                              tr("Synthetic people in every stage of care; it starts afresh each time."),
                              QKeySequence(tr("Ctrl+D")), this);
    m_demo->setVisible(false);
    m_error = new Banner({}, this);
    m_error->setVisible(false);
    m_error->setClosable();
    column->addWidget(m_error);
    column->addWidget(m_create);
    column->addWidget(m_open);
    column->addWidget(m_demo);
    m_progress = new ProgressLine(this);
    column->addWidget(m_progress);
    auto* before = new QVBoxLayout(m_before);
    before->setContentsMargins(0, px(10), 0, 0);
    before->setSpacing(px(8));
    before->addWidget(makeSectionTitle(tr("Opened before"), m_before));
    auto* card = new Card({}, CardContent::Full, m_before);
    m_table->setParent(card);
    m_table->setAccessibleName(tr("Opened before"));
    m_table->horizontalHeader()->hide();
    m_table->setModel(m_model);
    m_table->setStretchColumns({OpenedModel::Name});
    m_table->setFitsRows();
    card->body().addWidget(m_table);
    before->addWidget(card);
    before->addWidget(makeKeyHints(
        {{QStringLiteral("Enter"), tr("open")}, {keyText(QKeySequence::Delete), tr("take off this list")}},
        m_before));
    column->addWidget(m_before);
    connect(m_create, &ChoiceButton::clicked, this, &WelcomePage::createRequested);
    connect(m_open, &ChoiceButton::clicked, this, &WelcomePage::chooseRequested);
    connect(m_demo, &ChoiceButton::clicked, this, &WelcomePage::demoRequested);
    connect(m_error, &Banner::closed, m_error, &QWidget::hide);
    connect(m_table, &TableView::rowOpened, this, [this](const QModelIndex& index) { openRow(index.row()); });
    connect(m_table, &TableView::clicked, this, [this](const QModelIndex& index) { openRow(index.row()); });
    connect(&forgetOf(*m_table), &QAction::triggered, this, [this] {
        const int row = m_table->currentIndex().row();
        if (row >= 0) {
            Q_EMIT forgetRequested(
                QString(m_model->rowAt(row).practice.path)); // who hears it lays the list anew
        }
    });
    setFocusProxy(m_create);
}

void WelcomePage::offerDemo() {
    m_demo->setVisible(true);
}

void WelcomePage::setWorking(const QString& words) {
    const bool isIdle = words.isEmpty();
    for (QWidget* choice : std::initializer_list<QWidget*>{m_create, m_open, m_demo, m_before}) {
        choice->setEnabled(isIdle);
    }
    if (isIdle) {
        m_progress->finish();
        return;
    }
    m_error->hide();
    m_progress->start(words);
    m_progress->setProgress(0, 0, words);
    m_progress->showNow();
}

void WelcomePage::showError(const base::Error& error) {
    m_error->setBannerText(bannerTextOf(error));
    m_error->setVisible(true);
}

void WelcomePage::showOpened(const QList<OpenedPractice>& opened) {
    QList<OpenedRow> rows;
    for (const OpenedPractice& practice : opened) {
        const auto at = base::Instant::inZone(practice.lastMs, QTimeZone::systemTimeZone());
        rows.append(
            {practice, dateTimeText(at, QTimeZone::systemTimeZone()), QFileInfo::exists(practice.path)});
    }
    m_model->setRows(rows);
    m_before->setVisible(!rows.isEmpty());
    if (!rows.isEmpty()) {
        m_table->setCurrentIndex(m_model->index(0, 0));
    }
    setFocusProxy(rows.isEmpty() ? static_cast<QWidget*>(m_create) : m_table);
}

void WelcomePage::openRow(int row) {
    if (m_model->rowAt(row).isThere) {
        Q_EMIT openRequested(m_model->rowAt(row).practice);
    }
}

} // namespace kairos::ui
