// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/screening_part.h"

#include "ui/chart/row_detail.h"
#include "ui/chart/screening_table.h"
#include "ui/chart/screening_words.h"
#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/table_view.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/screening_care.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kairos::ui {

using record::ScreeningState;

namespace {

constexpr int kBasisWidth = 200;
constexpr int kNoteWidth = 240;

} // namespace

ScreeningPart::ScreeningPart(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_patient(patient),
      m_context(context),
      m_model(new ScreeningTable(this)),
      m_view(new TableView(RowHeight::Dense, this)),
      m_detail(new RowDetail(this)),
      m_note(new QLineEdit(this)),
      m_noteField(new Field(tr("Note: what the answer rests on"), m_note, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Contraindications"), CardContent::Full, this);
    card->setSubtitle(tr("absolute, until treated and avoid hold a first dose; relative is weighed"));
    card->addToTitle(makeKeyHints({{QStringLiteral("Y"), tr("present")},
                                   {QStringLiteral("C"), tr("clear")},
                                   {QStringLiteral("N"), tr("not asked")},
                                   {keyText(QKeySequence(Qt::Key_Return)), tr("note")}},
                                  card));
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Contraindications"));
    // The condition takes the room; note and basis stand in full below.
    m_view->setStretchColumns({ScreeningTable::Condition});
    m_view->horizontalHeader()->setSectionResizeMode(ScreeningTable::Note, QHeaderView::Interactive);
    m_view->horizontalHeader()->setSectionResizeMode(ScreeningTable::Basis, QHeaderView::Interactive);
    m_view->installEventFilter(this);
    card->body().addWidget(m_view, 1);
    card->body().addWidget(makeHairline(card));
    card->body().addWidget(m_detail);
    auto* entry = new QWidget(card);
    auto* row = new QVBoxLayout(entry);
    row->setContentsMargins(px(14), 0, px(14), px(8));
    row->addWidget(m_noteField);
    card->body().addWidget(entry);
    column->addWidget(card, 1);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ScreeningPart::showDetail);
    connect(m_view, &TableView::rowOpened, this, [this] {
        m_note->setFocus();
        m_note->selectAll();
    });
    connect(m_note, &QLineEdit::returnPressed, this, &ScreeningPart::saveNote);
    setFocusProxy(m_view);
}

void ScreeningPart::show(const workflow::ScreeningView& view) {
    const int row = qMax(0, m_view->currentIndex().row());
    const QString typed = m_note->isModified() ? m_note->text() : QString();
    m_model->setRows(view.screening.lines);
    m_view->setColumnWidth(ScreeningTable::Note, px(kNoteWidth));
    m_view->setColumnWidth(ScreeningTable::Basis, px(kBasisWidth));
    if (m_model->rowCount() > 0) {
        m_view->setCurrentIndex(m_model->index(qMin(row, m_model->rowCount() - 1), ScreeningTable::Answer));
    }
    showDetail();
    if (!typed.isEmpty()) {
        m_note->setText(typed);
        m_note->setModified(true);
    }
}

bool ScreeningPart::choose(const QString& condition) {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->rowAt(row).id == condition) {
            m_view->setCurrentIndex(m_model->index(row, ScreeningTable::Answer));
            return true;
        }
    }
    return false;
}

void ScreeningPart::chooseOpen() {
    int first = -1;
    for (int row = m_model->rowCount() - 1; row >= 0; --row) {
        const safety::ScreeningLine& line = m_model->rowAt(row);
        // What a person can answer comes before what is reckoned from the record.
        if (line.holds() && (first < 0 || !line.isReckoned || m_model->rowAt(first).isReckoned)) {
            first = row;
        }
    }
    if (first >= 0) {
        m_view->setCurrentIndex(m_model->index(first, ScreeningTable::Answer));
    }
}

void ScreeningPart::showDetail() {
    const int row = m_view->currentIndex().row();
    if (row < 0) {
        return;
    }
    const safety::ScreeningLine& line = m_model->rowAt(row);
    const QString who = line.by && line.at ? tr("%1, %2", "who, when")
                                                 .arg(m_context.practice.clinicianName(*line.by),
                                                      dateTimeText(*line.at, m_context.practice.zone()))
                                           : QString();
    const QString source =
        tr("%1. Basis: %2", "weight and source")
            .arg(safety::levelWords(line.level), ScreeningWords::sourced(line.basis, line.confidence));
    m_detail->show(line.text, line.remark,
                   who.isEmpty() ? source : QStringLiteral("%1 · %2").arg(source, who));
    m_note->setEnabled(answerable() != nullptr);
    m_note->setText(line.isReckoned ? QString() : line.note);
    m_noteField->setError({});
}

const safety::ScreeningLine* ScreeningPart::answerable() const {
    const int row = m_view->currentIndex().row();
    if (row < 0) {
        return nullptr;
    }
    const safety::ScreeningLine& line = m_model->rowAt(row);
    return line.isReckoned || !line.isApplicable ? nullptr : &line;
}

bool ScreeningPart::save(const QString& condition, ScreeningState state, const QString& note) {
    const auto kept = workflow::ScreeningCare(m_context.practice).answer(m_patient, condition, state, note);
    if (!kept) {
        Q_EMIT failed(kept.error());
        return false;
    }
    m_note->setModified(false);
    return true;
}

void ScreeningPart::answer(ScreeningState state) {
    const auto* line = answerable();
    if (line == nullptr) {
        return;
    }
    const int row = m_view->currentIndex().row();
    // Saving fetches the lines anew: the id is kept apart.
    const QString condition = line->id;
    if (save(condition, state, m_note->text())) {
        Q_EMIT saved();
        m_view->setCurrentIndex(
            m_model->index(qMin(row + 1, m_model->rowCount() - 1), ScreeningTable::Answer));
    }
}

void ScreeningPart::saveNote() {
    const auto* line = answerable();
    if (line == nullptr) {
        return;
    }
    const QString condition = line->id;
    if (save(condition, line->state, m_note->text())) {
        Q_EMIT saved();
        m_view->setFocus();
    }
}

bool ScreeningPart::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier) {
            switch (key->key()) {
            case Qt::Key_Y:
                answer(ScreeningState::Present);
                return true;
            case Qt::Key_C:
                answer(ScreeningState::Clear);
                return true;
            case Qt::Key_N:
                answer(ScreeningState::NotAsked);
                return true;
            default: // The table has the other keys.
                break;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kairos::ui
