// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outcomes/outcomes_page.h"

#include "ui/outcomes/adverse_filter_bar.h"
#include "ui/shared/adverse_model.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/file_dialogs.h"
#include "ui/shared/follow_up_form.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/page_head.h"
#include "ui/shared/table_view.h"
#include "ui/shared/type_scale.h"

#include "core/base/whole_file.h"
#include "core/workflow/adverse_care.h"
#include "core/workflow/adverse_words.h"
#include "core/workflow/open_practice.h"

#include <QComboBox>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace kairos::ui {

using workflow::AdverseRegisterQuery;
using workflow::AdverseRow;

OutcomesPage::OutcomesPage(const PageContext& context, QWidget* parent) : Page(parent), m_context(context) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead(*column);
    m_trouble = new Banner({}, this);
    m_trouble->hide();
    m_trouble->setClosable();
    connect(m_trouble, &Banner::closed, m_trouble, &QWidget::hide);
    column->addWidget(m_trouble);
    m_damage = new Banner({}, this);
    m_damage->hide();
    column->addWidget(m_damage);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(px(16), px(12), px(16), px(12));
    body->setSpacing(px(12));
    column->addLayout(body, 1);
    m_filter = new AdverseFilterBar(this);
    body->addWidget(m_filter);
    m_followUp = new FollowUpForm(m_context, this);
    body->addWidget(m_followUp);
    buildTable(*body);
    connect(m_filter, &AdverseFilterBar::changed, this, &OutcomesPage::refresh);
    connect(m_filter, &AdverseFilterBar::entered, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_followUp, &FollowUpForm::saved, this, &OutcomesPage::refresh);
    connect(m_followUp, &FollowUpForm::draftKept, this, &Page::draftKept);
    connect(m_followUp, &FollowUpForm::draftSettled, this, &Page::draftSettled);
    connect(m_followUp, &FollowUpForm::closed, this, [this] {
        m_followUp->hide();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    auto* find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this,
            [this] { m_filter->term().setFocus(Qt::ShortcutFocusReason); });
    refresh();
}

QString OutcomesPage::title() const {
    return tr("Adverse events");
}

bool OutcomesPage::mayLeave() {
    return m_followUp->keepDraft();
}

QList<KeyHint> OutcomesPage::keyHints() const {
    return {{QStringLiteral("↑ ↓"), tr("choose an event")},
            {keyText(QKeySequence(Qt::Key_Return)), tr("open its session, or its chart, at the event")},
            {keyText(QKeySequence(QKeySequence::Find)), tr("to the filter")},
            {keyText(QKeySequence(Qt::Key_F6)), tr("follow the chosen event up, or correct it")},
            {tr("Ctrl+Shift+S"), tr("export what is shown as CSV")},
            {keyText(QKeySequence(QKeySequence::Print)), tr("print what is shown")}};
}

void OutcomesPage::buildHead(QVBoxLayout& column) {
    m_head = new PageHead(tr("Adverse events"), {}, this);
    column.addWidget(m_head);
    m_followButton = makeButton({.text = tr("Follow up"), .key = QKeySequence(Qt::Key_F6)}, m_head);
    m_exportButton = makeButton(
        {.text = tr("Export CSV"), .icon = Icon::Doc, .key = QKeySequence(tr("Ctrl+Shift+S"))}, m_head);
    m_head->addAction(m_followButton);
    m_head->addAction(m_exportButton);
    connect(m_followButton, &QPushButton::clicked, this, &OutcomesPage::beginFollowUp);
    connect(m_exportButton, &QPushButton::clicked, this, &OutcomesPage::exportCsv);
    if (m_context.navigator.canOpen(AdverseSheetPlace{})) {
        auto* print = makeButton(
            {.text = tr("Print"), .icon = Icon::Print, .key = QKeySequence(QKeySequence::Print)}, m_head);
        m_head->addAction(print);
        connect(print, &QPushButton::clicked, this,
                [this] { m_context.navigator.open(AdverseSheetPlace{m_filter->filter()}); });
    }
}

void OutcomesPage::buildTable(QVBoxLayout& column) {
    m_card = new Card({}, CardContent::Full, this);
    m_model = new AdverseModel(m_context.practice.zone(), this);
    m_table = new TableView(RowHeight::Table, m_card);
    m_table->setAccessibleName(tr("Adverse events of all patients"));
    m_table->setModel(m_model);
    m_table->setYieldingColumns({AdverseModel::Dose, AdverseModel::Action, AdverseModel::Outcome});
    m_card->body().addWidget(m_table);
    column.addWidget(m_card, 1);
    m_empty = new EmptyState(Icon::Outcomes, {}, {}, this);
    auto* all = makeButton({.text = tr("Show all")}, m_empty);
    connect(all, &QPushButton::clicked, this, [this] {
        m_filter->clear();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    m_empty->setAction(all);
    column.addWidget(m_empty);
    column.addStretch(0);
    connect(m_table, &TableView::rowOpened, this, [this](const QModelIndex& index) { openRow(index.row()); });
}

std::optional<AdverseRow> OutcomesPage::current() const {
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? std::optional(m_model->rowAt(row)) : std::nullopt;
}

void OutcomesPage::say(const base::Error& error) {
    m_trouble->setBannerText(bannerTextOf(error));
    m_trouble->show();
}

void OutcomesPage::refresh() {
    const auto found = AdverseRegisterQuery(m_context.practice).rows(m_filter->filter());
    const bool isFilter = !found && found.error().code == base::ErrorCode::InvalidInput;
    m_filter->setTrouble(isFilter ? found.error().sentence() : QString());
    if (!found && !isFilter) {
        say(found.error());
    }
    if (found) {
        show(*found);
    }
}

void OutcomesPage::show(const workflow::AdverseRegister& found) {
    const auto former = current();
    m_filter->setTerms(found.terms);
    m_model->setRows(found.rows);
    int row = 0;
    for (int i = 0; former && i < m_model->rowCount(); ++i) {
        row = m_model->rowAt(i).event.id == former->event.id ? i : row;
    }
    if (m_model->rowCount() > 0) {
        m_table->setCurrentIndex(m_model->index(row, 0));
    }
    m_head->setSubtitle(tr("%1 of %2, over all patients")
                            .arg(QString::number(found.rows.size()),
                                 tr("%n event(s)", nullptr, static_cast<int>(found.all))));
    m_damage->setVisible(!found.damaged.isEmpty());
    if (!found.damaged.isEmpty()) {
        m_damage->setBannerText({base::FindingLevel::Stop,
                                 tr("The register is not complete: %n damaged record(s)", nullptr,
                                    static_cast<int>(found.damaged.size())),
                                 tr("They are not shown as if they were good. Open the latest backup, and "
                                    "keep the damaged file."),
                                 found.damaged.join(QStringLiteral(", "))});
    }
    showEmpty(found);
}

void OutcomesPage::showEmpty(const workflow::AdverseRegister& found) {
    const bool isEmpty = found.rows.isEmpty();
    const bool isNone = found.all == 0;
    m_card->setVisible(!isEmpty);
    m_filter->setVisible(!isNone || m_filter->filter() != workflow::AdverseFilter());
    m_empty->setVisible(isEmpty);
    m_empty->setSentence(
        isNone ? tr("No adverse event is on record") : tr("No adverse event fits the filter"),
        isNone
            ? tr("One is written in the session it happened in: press A there; one between sessions on the "
                 "patient's chart. From then on it stands here, over all patients.")
            : workflow::filterWords(m_filter->filter(), locale()));
    m_empty->findChild<QPushButton*>()->setVisible(!isNone);
    setButtonBlockedBy(*m_followButton, isEmpty ? tr("There is no event to follow up.") : QString());
    const auto mayExport = m_context.practice.require(security::Permission::Export);
    setButtonBlockedBy(*m_exportButton, !mayExport ? mayExport.error().why
                                        : isEmpty  ? tr("There is no event to export.")
                                                   : QString());
    setFocusProxy(isEmpty && !isNone ? static_cast<QWidget*>(&m_filter->term())
                  : isEmpty          ? nullptr
                                     : m_table);
}

void OutcomesPage::openRow(int row) {
    const record::AdverseEvent& event = m_model->rowAt(row).event;
    const Place place = event.session
                            ? Place(DosingPlace{event.patient, *event.session, false, event.id.toString()})
                            : Place(ChartPlace{event.patient, kTabSessions, event.id.toString()});
    if (m_context.navigator.canOpen(place)) {
        m_context.navigator.open(place);
    }
}

void OutcomesPage::beginFollowUp() {
    const auto row = current();
    if (!row) {
        return;
    }
    const auto fixed = workflow::AdverseCare(m_context.practice).isFixed(row->event);
    if (!fixed) {
        say(fixed.error());
    } else if (*fixed) {
        m_followUp->begin(row->event, row->patient.displayName());
    } else {
        openRow(m_table->currentIndex().row()); // Until the signature the event itself is changed, there.
    }
}

void OutcomesPage::exportCsv() {
    const auto csv = AdverseRegisterQuery(m_context.practice).csv(m_filter->filter());
    if (!csv) {
        say(csv.error());
        return;
    }
    m_context.files.askSave(
        {.title = tr("Where should the register go?"),
         .start = tr("adverse-events-%1").arg(m_context.practice.today().toString(Qt::ISODate)),
         .filters = {tr("Tables (*.csv)")},
         .suffix = QStringLiteral("csv")},
        *this, [this, bytes = *csv](const QString& path) {
            const auto written = base::writeWhole(path, bytes,
                                                  {tr("The register was not written to %1").arg(path),
                                                   tr("choose another folder, or make room on the disk")});
            if (!written) {
                say(written.error());
            }
        });
}

} // namespace kairos::ui
