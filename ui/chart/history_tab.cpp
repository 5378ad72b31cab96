// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/history_tab.h"

#include "ui/chart/versions_pane.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/record_words.h"
#include "core/workflow/version_query.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kPage = 200;

/// "a reading", "an event".
QString withArticle(const QString& kind) {
    static const QString kVowels = QStringLiteral("aeiou");
    const bool isVowel = !kind.isEmpty() && kVowels.contains(kind.at(0).toLower());
    return isVowel ? HistoryTab::tr("an %1", "a kind of record").arg(kind)
                   : HistoryTab::tr("a %1", "a kind of record").arg(kind);
}

} // namespace

HistoryTable::HistoryTable(const QTimeZone& zone, QObject* parent)
    : RowModel({{tr("When")}, {tr("Who")}, {tr("Did")}, {tr("What")}, {tr("Reason")}}, parent),
      m_zone(zone) {}

QString HistoryTable::display(const workflow::HistoryLine& line, int column) const {
    switch (column) {
    case When:
        return dateTimeText(line.at, m_zone);
    case Who:
        return line.who;
    case Did: {
        const QString kind = withArticle(workflow::kindWords(line.kind));
        switch (line.action) {
        case record::Action::Created:
            return tr("added %1", "a kind of record").arg(kind);
        case record::Action::Changed:
            return tr("changed %1", "a kind of record").arg(kind);
        case record::Action::Amended:
            return tr("amended %1", "a kind of record").arg(kind);
        case record::Action::EnteredInError:
            return tr("marked %1 as entered in error", "a kind of record").arg(kind);
        }
        return kind;
    }
    case What:
        return line.before.isEmpty() ? line.what : tr("%1 (before: %2)").arg(line.what, line.before);
    case Reason:
        return line.reason;
    default: // There is no other column.
        return {};
    }
}

QVariant HistoryTable::sortValue(const workflow::HistoryLine& line, int column) const {
    return column == When ? QVariant(line.count) : QVariant(display(line, column));
}

QVariant HistoryTable::extra(const workflow::HistoryLine& line, int column, int role) const {
    if (role == Qt::ToolTipRole) {
        return display(line, column);
    }
    if (role == StrongRole) {
        return column == Did;
    }
    if (role == VoiceRole && (column == When || column == Who)) {
        return static_cast<int>(Token::Text2);
    }
    return {};
}

HistoryTab::HistoryTab(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : Page(parent),
      m_patient(patient),
      m_context(context),
      m_limit(kPage),
      m_count(new TextLabel({}, TextRole::Body, Token::Text2, this)),
      m_more(makeButton({tr("Show earlier entries")}, this)),
      m_table(new HistoryTable(context.practice.zone(), this)),
      m_view(new TableView(RowHeight::Dense, this)),
      m_versions(new VersionsPane(context.practice.zone(), this)) {
    build();
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_limit += kPage;
        refresh();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &HistoryTab::showVersions);
    setFocusProxy(m_view);
    refresh();
}

void HistoryTab::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(12));
    auto* tools = new QHBoxLayout;
    m_count->setWordWrap(true);
    tools->addWidget(m_count, 1);
    tools->addWidget(m_more);
    column->addLayout(tools);
    auto* card = new Card({}, CardContent::Full, this);
    card->setAccessibleName(tr("Journal of this patient"));
    m_view->setModel(m_table);
    m_view->setStretchColumns({HistoryTable::What});
    m_view->setAccessibleName(tr("Journal of this patient"));
    card->body().addWidget(m_view);
    auto* versions = new Card(tr("Versions"), CardContent::Padded, this);
    versions->body().addWidget(m_versions);
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(card);
    parts->addWidget(versions);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    column->addWidget(parts, 1);
}

void HistoryTab::showVersions() {
    const QModelIndex row = m_view->currentIndex();
    m_versions->setVisible(row.isValid());
    if (!row.isValid()) {
        return;
    }
    const workflow::HistoryLine& line = m_table->rowAt(row.row());
    const auto versions = workflow::VersionQuery(m_context.practice).of(line.record, m_patient, QLocale());
    if (versions) {
        m_versions->showVersions(*versions, line.count);
    } else {
        m_versions->showError(versions.error());
    }
}

void HistoryTab::showPart(const QString& part) {
    const auto record = base::Uuid::fromString(part);
    if (!record) {
        return;
    }
    const auto rowOf = [&] {
        for (int row = 0; row < m_table->rowCount(); ++row) {
            if (m_table->rowAt(row).record == *record) {
                return row;
            }
        }
        return -1;
    };
    // An older record may stand further back than the first page reaches.
    while (rowOf() < 0 && !m_more->isHidden()) {
        m_limit += kPage;
        refresh();
    }
    if (const int row = rowOf(); row >= 0) {
        m_view->selectRow(row);
        m_view->setFocus(Qt::OtherFocusReason);
    }
}

QString HistoryTab::title() const {
    return tr("History");
}

void HistoryTab::refresh() {
    const auto lines = workflow::HistoryQuery(m_context.practice).of(m_patient, m_limit, QLocale());
    m_table->setRows(lines.value_or(QList<workflow::HistoryLine>()));
    const int count = m_table->rowCount();
    m_count->setText(!lines ? lines.error().sentence()
                     : count < m_limit
                         ? tr("%n journal entry(ies) about this patient, newest first", nullptr, count)
                         : tr("the newest %n journal entry(ies) about this patient", nullptr, count));
    m_more->setVisible(lines && count >= m_limit);
    if (count > 0 && !m_view->currentIndex().isValid()) {
        m_view->selectRow(0);
    }
}

} // namespace kairos::ui
