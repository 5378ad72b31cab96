// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/gallery_parts.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/page_head.h"
#include "ui/shared/password_field.h"
#include "ui/shared/row_delegate.h"
#include "ui/shared/row_model.h"
#include "ui/shared/search_field.h"
#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"
#include "ui/shared/time_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

class TableText {
    Q_DECLARE_TR_FUNCTIONS(gallery)
};

struct SampleRow {
    QString name;
    QString mrn;
    QString stage;
    int score;
    Chip state;
};

/// The caseload of the synthetic practice, as a table of the look.
class SampleModel final : public RowModel<SampleRow> {
public:
    explicit SampleModel(QObject* parent)
        : RowModel({{TableText::tr("Name")},
                    {TableText::tr("MRN")},
                    {TableText::tr("Stage of care")},
                    {TableText::tr("PHQ-9"), ColumnSide::Right},
                    {TableText::tr("Attention"), ColumnSide::Right}},
                   parent) {}

protected:
    QString display(const SampleRow& row, int column) const override {
        switch (column) {
        case 0:
            return row.name;
        case 1:
            return row.mrn;
        case 2:
            return row.stage;
        case 3:
            return QString::number(row.score);
        case 4:
            return row.state.word;
        default:
            return {};
        }
    }
    std::optional<Chip> chip(const SampleRow& row, int column) const override {
        return column == 4 ? std::optional(row.state) : std::nullopt;
    }
    QVariant extra(const SampleRow& row, int column, int role) const override {
        if (column == 0 && role == LeadRole) {
            return row.name.section(QLatin1Char(','), 0, 0);
        }
        return {};
    }
};

QList<SampleRow> sampleRows() {
    return {{QStringLiteral("Calder, Nadia"),
             QStringLiteral("K-0171"),
             TableText::tr("Induction"),
             18,
             {ChipKind::Risk, TableText::tr("risk open 2 d"), QStringLiteral("Nadia Calder")}},
            {QStringLiteral("Marsh, Elena"),
             QStringLiteral("K-0147"),
             TableText::tr("Boosters + CBT"),
             7,
             {ChipKind::Due, TableText::tr("rating due"), QStringLiteral("Elena Marsh")}},
            {QStringLiteral("Okafor, Daniel"),
             QStringLiteral("K-0163"),
             TableText::tr("Induction"),
             12,
             {ChipKind::Late, TableText::tr("window 14:40"), QStringLiteral("Daniel Okafor")}},
            {QStringLiteral("Haddad, Samir"),
             QStringLiteral("K-0119"),
             TableText::tr("CBT"),
             6,
             {ChipKind::Next, TableText::tr("in room 2"), QStringLiteral("Samir Haddad"), Icon::Session}},
            {QStringLiteral("Solberg, Ingrid"),
             QStringLiteral("K-0155"),
             TableText::tr("Esketamine week 5"),
             10,
             {ChipKind::Done, TableText::tr("ready"), QStringLiteral("Ingrid Solberg")}},
            {QStringLiteral("Chow, Mei-Lin"),
             QStringLiteral("K-0174"),
             TableText::tr("Preparation"),
             18,
             {ChipKind::Planned, TableText::tr("on plan"), QStringLiteral("Mei-Lin Chow")}}};
}

QWidget* tableCard(QWidget* parent) {
    auto* card = new Card({}, CardContent::Full, parent);
    auto* model = new SampleModel(card);
    model->setRows(sampleRows());
    auto* table = new TableView(RowHeight::Patients, card);
    table->setModel(model);
    table->setStretchColumns({0, 2});
    table->setFitsRows();
    table->rowDelegate().setMatch(QStringLiteral("el"));
    table->selectRow(1);
    card->body().addWidget(table);
    card->foot().addWidget(new TextLabel(TableText::tr("6 of 38 shown"), TextRole::Caption, Token::Text2));
    card->foot().addStretch();
    card->foot().addWidget(makeKeyHints({{QStringLiteral("↑"), TableText::tr("choose")},
                                         {QStringLiteral("Enter"), TableText::tr("open chart")},
                                         {QStringLiteral("F8"), TableText::tr("session")}}));
    return card;
}

QWidget* makeChoices() {
    auto* agree = new QCheckBox(TableText::tr("Escort told"));
    agree->setChecked(true);

    auto* route = new QRadioButton(TableText::tr("Intravenous"));
    route->setChecked(true);
    auto* choices = new QWidget;
    auto* grid = new QGridLayout(choices);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(agree, 0, 0);
    grid->addWidget(new QCheckBox(TableText::tr("Fasting told")), 0, 1);
    grid->addWidget(route, 1, 0);
    grid->addWidget(new QRadioButton(TableText::tr("Intranasal")), 1, 1);
    return choices;
}

QWidget* formCard(QWidget* parent) {
    auto* card = new Card(TableText::tr("Form"), CardContent::Padded, parent);
    card->setSubtitle(TableText::tr("checked when a field is left"));
    auto* section = new FormSection(TableText::tr("About the patient"));
    auto* date = new DateField;
    date->setDate(QDate(1984, 3, 14));
    auto* typed = new DateField;
    typed->setText(QStringLiteral("2.11.2026"));
    auto* time = new TimeField;
    time->setTime(QTime(9, 36));
    auto* wrong = new DateField;
    wrong->setText(QStringLiteral("31 Feb 1984"));
    auto* combo = new QComboBox;
    combo->addItems(
        {TableText::tr("DAP"), TableText::tr("SOAP"), TableText::tr("BIRP"), TableText::tr("Free form")});
    auto* note = new QPlainTextEdit(TableText::tr("Slept 6 to 7 h each night since Friday, mood 5 of 10."));
    note->setFixedHeight(px(64));
    auto* readOnly = new QLineEdit(QStringLiteral("K-0147"));
    readOnly->setReadOnly(true);
    section->addPair(new Field(TableText::tr("Birth date"), date),
                     new Field(TableText::tr("While typing"), typed));
    auto* wrongField = new Field(TableText::tr("Since"), wrong);
    section->addPair(new Field(TableText::tr("Time"), time), wrongField);
    section->addPair(new Field(TableText::tr("Format"), combo), new Field(TableText::tr("MRN"), readOnly));
    section->addField(TableText::tr("Your password"), new PasswordField);
    section->addField(TableText::tr("Note"), note);
    section->addWide(makeChoices());
    wrongField->validate();
    card->body().addWidget(section);
    card->body().addStretch();
    return card;
}

} // namespace

QWidget* makeTablesPage(QWidget* parent) {
    auto* page = new QWidget(parent);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new PageHead(TableText::tr("Patients"), TableText::tr("38 in care, 7 need a person"), page);
    head->addBesideTitle(
        new SearchField(TableText::tr("Name, MRN or birth date"), QKeySequence(Qt::CTRL | Qt::Key_F)));
    head->addAction(makeButton({.text = TableText::tr("Hand-over file"), .icon = Icon::Handover}));
    head->addAction(
        makeButton({.text = TableText::tr("New patient"), .kind = ButtonKind::Primary, .icon = Icon::Plus}));
    layout->addWidget(head);
    auto* columns = new QHBoxLayout;
    columns->setContentsMargins(px(16), px(12), px(16), px(12));
    columns->setSpacing(px(12));
    layout->addLayout(columns, 1);
    auto* left = new QVBoxLayout;
    left->setSpacing(px(12));
    left->addWidget(new Segments(TableText::tr("Stage of care"),
                                 {TableText::tr("All in care 38"), TableText::tr("Screening 4"),
                                  TableText::tr("Preparation 5"), TableText::tr("Induction 3")}));
    left->addWidget(tableCard(page));
    left->addStretch();
    columns->addLayout(left, 2);
    columns->addWidget(formCard(page), 1);
    return page;
}

} // namespace kairos::ui
