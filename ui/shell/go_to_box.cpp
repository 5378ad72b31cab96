// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/go_to_box.h"

#include "ui/shell/go_to_acts.h"
#include "ui/shell/go_to_model.h"
#include "ui/shell/rail.h"

#include "ui/shared/buttons.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/formats.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/row_delegate.h"
#include "ui/shared/search_field.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"
#include "ui/shared/type_scale.h"

#include "core/base/text.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_list.h"

#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kBoxWidth = 560;
constexpr int kBoxHeight = 420;
constexpr qsizetype kMostPatients = 30;

} // namespace

GoToBox::GoToBox(PageContext& context, const std::optional<record::PatientId>& opened, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_opened(opened),
      m_model(new GoToModel(this)),
      m_search(new SearchField(tr("Patient or place"), {}, this)),
      m_table(new TableView(RowHeight::Table, this)),
      m_nothing(new EmptyState(Icon::Search, {}, {}, this)),
      m_more(new TextLabel({}, TextRole::Caption, Token::Text2, this)) {
    setWindowTitle(tr("Go to"));
    setModal(true);
    resize(px(kBoxWidth), px(kBoxHeight));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(14), px(14), px(14), px(12));
    column->setSpacing(px(10));
    column->addWidget(m_search);
    m_table->horizontalHeader()->hide();
    m_table->setAccessibleName(tr("Where to go"));
    m_table->setModel(m_model);
    m_table->setStretchColumns({GoToModel::Title});
    column->addWidget(m_table, 1);
    column->addWidget(m_more);
    auto* clear = makeButton({.text = tr("Clear the search")}, m_nothing);
    connect(clear, &QPushButton::clicked, this, [this] {
        m_search->clear();
        m_search->setFocus(Qt::OtherFocusReason);
    });
    m_nothing->setAction(clear);
    column->addWidget(m_nothing, 1, Qt::AlignTop);
    column->addWidget(makeKeyHints({{QStringLiteral("↑ ↓"), tr("choose")},
                                    {keyText(QKeySequence(Qt::Key_Return)), tr("go")},
                                    {keyText(QKeySequence(Qt::Key_Escape)), tr("stay")}},
                                   this));
    connect(m_search, &SearchField::searched, this, &GoToBox::find);
    connect(m_search, &SearchField::choiceMoved, this, &GoToBox::moveChoice);
    connect(m_search, &SearchField::opened, this, [this] { go(m_table->currentIndex().row()); });
    connect(m_search, &SearchField::left, this, &QDialog::reject);
    connect(m_table, &TableView::rowOpened, this, [this](const QModelIndex& index) { go(index.row()); });
    connect(m_table, &TableView::clicked, this, [this](const QModelIndex& index) { go(index.row()); });
    find({});
    m_search->setFocus(Qt::OtherFocusReason);
}

QList<GoToRow> GoToBox::places(const QString& words) const {
    QList<GoToRow> rows;
    for (const RailEntry& entry : railEntries()) {
        const QString key =
            entry.number > 0
                ? keyText(QKeySequence(Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + entry.number)))
                : QString();
        if (m_context.navigator.canOpen(entry.place) &&
            base::foldForSearch(entry.title).contains(base::foldForSearch(words))) {
            rows.append({entry.title, key, entry.icon, entry.place});
        }
    }
    return rows + goToActs(m_context, words, m_opened);
}

std::pair<QList<GoToRow>, int> GoToBox::patients(const QString& words) const {
    if (words.trimmed().isEmpty()) {
        return {};
    }
    const workflow::PatientList list(m_context.practice);
    const auto found = list.find({words, {}, workflow::PatientQuery::Order::ByName});
    if (!found) {
        return {};
    }
    const bool toChart = m_context.navigator.canOpen(ChartPlace{});
    QList<GoToRow> rows;
    for (const record::PatientId& id : found->mid(0, kMostPatients)) {
        if (const auto line = list.summary(id)) {
            const auto& patient = line->patient;
            const QString born = patient.birthDate ? plainDateText(*patient.birthDate) : QString();
            const Place place = toChart ? Place(ChartPlace{id, {}}) : Place(PatientFormPlace{id});
            rows.append(
                {patient.displayName(), QStringLiteral("%1  %2").arg(born, patient.mrn), Icon::User, place});
        }
    }
    return {rows, static_cast<int>(qMax(qsizetype{0}, found->size() - kMostPatients))};
}

void GoToBox::find(const QString& words) {
    const auto [people, more] = patients(words);
    m_table->rowDelegate().setMatch(words);
    m_model->setRows(people + places(words));
    if (m_model->rowCount() > 0) {
        m_table->setCurrentIndex(m_model->index(0, 0));
    }
    showMore(more);
    showNothing(words);
}

void GoToBox::showMore(int more) {
    m_more->setText(more == 0 ? QString() : tr("%n more patient(s): type more letters", nullptr, more));
    m_more->setVisible(more > 0);
}

void GoToBox::showNothing(const QString& words) {
    const bool isNothing = m_model->rowCount() == 0;
    m_nothing->setSentence(tr("No patient and no place fits \"%1\"").arg(words.trimmed()),
                           tr("Patients are found by parts of a name, by MRN or by birth date."));
    m_nothing->setVisible(isNothing);
    m_table->setVisible(!isNothing);
}

void GoToBox::moveChoice(int steps) {
    const int row = qBound(0, m_table->currentIndex().row() + steps, m_model->rowCount() - 1);
    if (m_model->rowCount() > 0) {
        m_table->setCurrentIndex(m_model->index(row, 0));
    }
}

void GoToBox::go(int row) {
    if (row < 0 || row >= m_model->rowCount()) {
        return;
    }
    const Place place = m_model->rowAt(row).place;
    accept();
    m_context.navigator.open(place);
}

} // namespace kairos::ui
