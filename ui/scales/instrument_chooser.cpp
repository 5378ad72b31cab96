// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/instrument_chooser.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/search_field.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/base/text.h"
#include "core/workflow/catalog.h"
#include "core/workflow/draft_desk.h"
#include "core/workflow/open_practice.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {
namespace {

/// What the search looks at, folded.
constexpr int kSearchRole = IdRole + 1;

int rankOf(const InstrumentRow& row) {
    return row.isDue ? 0 : row.hasDraft ? 1 : row.last ? 2 : 3;
}

bool comesBefore(const InstrumentRow& a, const InstrumentRow& b) {
    if (rankOf(a) != rankOf(b)) {
        return rankOf(a) < rankOf(b);
    }
    if (a.isDue && a.due.target != b.due.target) {
        return a.due.target < b.due.target;
    }
    if (a.last && b.last && !a.isDue) {
        return *a.last > *b.last;
    }
    return a.instrument->shortTitle.compare(b.instrument->shortTitle, Qt::CaseInsensitive) < 0;
}

QList<InstrumentRow> rowsFor(workflow::OpenPractice& practice, const record::PatientId& patient) {
    const workflow::RatingQuery query(practice);
    const auto ratings = query.of(patient);
    const auto due = query.due(patient);
    const auto drafts = workflow::DraftDesk(practice).mine();
    QList<InstrumentRow> rows;
    for (const scales::Instrument& instrument : practice.catalog().instruments.all()) {
        InstrumentRow row;
        row.instrument = &instrument;
        if (ratings && ratings->find(instrument.id) != nullptr) {
            row.last = ratings->find(instrument.id)->ratings.last().assessedAt;
        }
        if (due) {
            const auto asked = std::find_if(due->begin(), due->end(), [&](const workflow::DueRating& rating) {
                return rating.instrument == instrument.id;
            });
            row.isDue = asked != due->end();
            row.due = row.isDue ? *asked : workflow::DueRating();
        }
        if (drafts) {
            const QString form = QStringLiteral("rating.%1").arg(instrument.id);
            row.hasDraft = std::any_of(drafts->begin(), drafts->end(), [&](const storage::Draft& draft) {
                return draft.key.form == form && draft.key.subject == patient.uuid;
            });
        }
        rows.append(row);
    }
    std::stable_sort(rows.begin(), rows.end(), comesBefore);
    return rows;
}

} // namespace

InstrumentModel::InstrumentModel(const QTimeZone& zone, QDate today, QObject* parent)
    : RowModel({{tr("Instrument")},
                {tr("Full name")},
                {tr("Rated by")},
                {tr("Asks about")},
                {tr("Last rated")},
                {tr("State")}},
               parent),
      m_zone(zone),
      m_today(today) {}

QString InstrumentModel::display(const InstrumentRow& row, int column) const {
    switch (column) {
    case Name:
        return row.instrument->shortTitle;
    case Title:
        return row.instrument->title;
    case Rater:
        return row.instrument->rater == scales::Rater::Self ? tr("the patient") : tr("a clinician");
    case Recall:
        return row.instrument->recall.text;
    case LastRated:
        return row.last ? plainDateText(row.last->local(m_zone).date()) : tr("never");
    case State:
        return {};
    default: // There is no other column.
        return {};
    }
}

std::optional<Chip> InstrumentModel::chip(const InstrumentRow& row, int column) const {
    if (column != State) {
        return std::nullopt;
    }
    if (row.isDue && row.due.isLate) {
        return Chip{ChipKind::Late,
                    tr("%1 d late").arg(row.due.latest.daysTo(m_today)),
                    row.instrument->shortTitle,
                    {}};
    }
    if (row.isDue) {
        return Chip{ChipKind::Due, chipWord(ChipKind::Due), row.instrument->shortTitle, {}};
    }
    if (row.hasDraft) {
        return Chip{ChipKind::Draft, chipWord(ChipKind::Draft), row.instrument->shortTitle, {}};
    }
    return std::nullopt;
}

QVariant InstrumentModel::extra(const InstrumentRow& row, int column, int role) const {
    if (role == kSearchRole) {
        return base::foldForSearch(
            QStringLiteral("%1 %2 %3")
                .arg(row.instrument->id, row.instrument->shortTitle, row.instrument->title));
    }
    if (role == StrongRole) {
        return column == Name;
    }
    if (role == VoiceRole && column != Name) {
        return static_cast<int>(Token::Text2);
    }
    if (role == Qt::ToolTipRole && row.isDue) {
        return row.due.stepTitle;
    }
    return {};
}

InstrumentChooser::InstrumentChooser(const RatingPlace& place, const PageContext& context,
                                     const std::optional<BannerText>& trouble, QWidget* parent)
    : Page(parent),
      m_place(place),
      m_context(context),
      m_model(new InstrumentModel(context.practice.zone(), context.practice.today(), this)),
      m_proxy(new QSortFilterProxyModel(this)),
      m_table(new TableView(RowHeight::Table, this)),
      m_search(new SearchField(tr("Find an instrument"), QKeySequence::Find, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(12));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(12));
    head->addWidget(new TextLabel(tr("Which rating?"), TextRole::PatientName, Token::Text, this));
    head->addStretch(1);
    head->addWidget(m_search);
    column->addLayout(head);
    if (trouble) {
        column->addWidget(new Banner(*trouble, this));
    }
    auto* card = new Card({}, CardContent::Full, this);
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterRole(kSearchRole);
    m_table->setModel(m_proxy);
    m_table->setStretchColumns({InstrumentModel::Title});
    m_table->setAccessibleName(tr("Instruments"));
    card->body().addWidget(m_table);
    card->foot().addWidget(makeKeyHints({{keyText(QKeySequence(Qt::Key_Return)), tr("fill in")},
                                         {QStringLiteral("↑ ↓"), tr("choose")},
                                         {tr("Esc", "the key"), tr("leave")}},
                                        card));
    card->foot().addStretch(1);
    column->addWidget(card, 1);
    connect(m_table, &TableView::rowOpened, this,
            [this](const QModelIndex& index) { open(m_proxy->mapToSource(index).row()); });
    connect(m_search, &SearchField::searched, this, [this](const QString& words) {
        m_proxy->setFilterFixedString(base::foldForSearch(words));
        m_table->selectRow(0);
    });
    connect(m_search, &SearchField::choiceMoved, this, [this](int steps) {
        const int row = m_table->currentIndex().row() + steps;
        m_table->selectRow(std::clamp(row, 0, std::max(0, m_proxy->rowCount() - 1)));
    });
    connect(m_search, &SearchField::opened, this, [this] {
        if (m_table->currentIndex().isValid()) {
            open(m_proxy->mapToSource(m_table->currentIndex()).row());
        }
    });
    connect(m_search, &SearchField::left, this, [this] { m_context.navigator.goBack(); });
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), m_table);
    escape->setContext(Qt::WidgetShortcut);
    connect(escape, &QShortcut::activated, this, [this] { m_context.navigator.goBack(); });
    setFocusProxy(m_search);
    refresh();
}

QString InstrumentChooser::title() const {
    return tr("New rating");
}

void InstrumentChooser::refresh() {
    const int before = std::max(0, m_table->currentIndex().row());
    m_model->setRows(rowsFor(m_context.practice, m_place.patient));
    m_table->selectRow(std::min(before, m_proxy->rowCount() - 1));
}

QList<KeyHint> InstrumentChooser::keyHints() const {
    return {{keyText(QKeySequence(Qt::Key_Return)), tr("fill the instrument in")},
            {keyText(QKeySequence(QKeySequence::Find)), tr("find an instrument")}};
}

void InstrumentChooser::open(int row) {
    const InstrumentRow& chosen = m_model->rowAt(row);
    RatingPlace place = m_place;
    place.instrument = chosen.instrument->id;
    if (!place.step && chosen.isDue) {
        place.step = chosen.due.step;
        place.session = place.session ? place.session : chosen.due.session;
    }
    m_context.navigator.open(place);
}

} // namespace kairos::ui
