// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/dose_course.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"
#include "ui/shared/theme.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/dose_sheet_query.h"
#include "core/workflow/open_practice.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

using reports::DoseSheetLine;

namespace {

const QString kNotKnown = QStringLiteral("–"); // an empty cell could be read as forgotten by the program

QString cellOf(const DoseSheetLine& row, int column) {
    switch (column) {
    case DoseCourseTable::Dose:
        return row.dose;
    case DoseCourseTable::Drug:
        return row.drug;
    case DoseCourseTable::Plan:
        return row.plan;
    case DoseCourseTable::Given:
        return row.given;
    case DoseCourseTable::PerKg:
        return row.perKg;
    case DoseCourseTable::Dissociation:
        return row.dissociation;
    case DoseCourseTable::Pressure:
        return row.pressure;
    case DoseCourseTable::Rating:
        return row.rating;
    default: // Adverse
        return row.adverse;
    }
}

} // namespace

DoseCourseTable::DoseCourseTable(QObject* parent)
    : RowModel({{tr("Dose")},
                {tr("Drug")},
                {tr("Plan")},
                {tr("mg"), ColumnSide::Right},
                {tr("mg/kg"), ColumnSide::Right},
                {tr("Peak dissociation"), ColumnSide::Right},
                {tr("Peak mmHg"), ColumnSide::Right},
                {tr("Next rating"), ColumnSide::Right},
                {tr("Adverse events")}},
               parent) {}

QString DoseCourseTable::display(const DoseSheetLine& row, int column) const {
    const QString words = cellOf(row, column);
    return words.isEmpty() && column != Adverse ? kNotKnown : words;
}

QVariant DoseCourseTable::extra(const DoseSheetLine& row, int column, int role) const {
    switch (role) {
    case StrongRole:
        return column == Dose;
    case IdRole:
        return row.session.toString();
    case VoiceRole:
        return column == Drug || column == Plan || column == Adverse || cellOf(row, column).isEmpty()
                   ? QVariant(static_cast<int>(Token::Text2))
                   : QVariant();
    case Qt::ToolTipRole:
        return cellOf(row, column);
    default: // The others are the table's own.
        return {};
    }
}

DoseCourse::DoseCourse(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_patient(patient),
      m_context(context),
      m_model(new DoseCourseTable(this)),
      m_view(new TableView(RowHeight::Table, this)),
      m_empty(nullptr),
      m_exposure(makeParagraph({}, TextRole::Body, Token::Text2, this)),
      m_trouble(makeParagraph({}, TextRole::Body, Token::Stop, this)) {
    build();
    setFocusProxy(m_view);
}

void DoseCourse::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Doses over all plans"), CardContent::Full, this);
    card->setSubtitle(
        tr("peaks of the session; the first depression rating after it; adverse events with grade"));
    if (m_context.navigator.canOpen(DoseSheetPlace{m_patient})) {
        auto* print = makeButton(
            {.text = tr("Print"), .icon = Icon::Print, .key = QKeySequence(QKeySequence::Print)}, card);
        card->addToTitle(print);
        connect(print, &QPushButton::clicked, this,
                [this] { m_context.navigator.open(DoseSheetPlace{m_patient}); });
    }
    m_trouble->hide();
    card->body().addWidget(m_trouble);
    m_view->setAccessibleName(tr("Doses over all plans"));
    m_view->setModel(m_model);
    m_view->setStretchColumns({DoseCourseTable::Plan, DoseCourseTable::Adverse});
    card->body().addWidget(m_view, 1);
    m_empty = new EmptyState(Icon::Dose, tr("No dose was given yet"),
                             tr("Each one stands here beside the others once it was begun: book it from the "
                                "plan, or with Ctrl+N."),
                             card);
    card->body().addWidget(m_empty);
    m_exposure->setContentsMargins(px(12), px(6), px(12), px(10));
    card->body().addWidget(m_exposure);
    column->addWidget(card, 1);
    connect(m_view, &TableView::rowOpened, this, [this](const QModelIndex& index) {
        const Place place = DosingPlace{m_patient, m_model->rowAt(index.row()).session};
        if (m_context.navigator.canOpen(place)) {
            m_context.navigator.open(place);
        }
    });
}

QString DoseCourse::exposure() const {
    return m_exposure->text();
}

void DoseCourse::reload() {
    const int before = m_view->currentIndex().row();
    const auto sheet = workflow::DoseSheetQuery(m_context.practice).sheet(m_patient, locale());
    m_trouble->setVisible(!sheet.has_value());
    if (!sheet) {
        m_trouble->setText(sheet.error().sentence());
    }
    const auto found = sheet.value_or(reports::DoseSheet{});
    m_model->setRows(found.lines);
    const int rows = m_model->rowCount();
    m_view->setVisible(rows > 0);
    m_empty->setVisible(sheet && rows == 0);
    m_exposure->setText(found.exposure.join(QLatin1Char('\n')));
    m_exposure->setVisible(!found.exposure.isEmpty());
    if (rows > 0) {
        m_view->selectRow(before >= 0 ? qBound(0, before, rows - 1) : rows - 1);
    }
}

} // namespace kairos::ui
