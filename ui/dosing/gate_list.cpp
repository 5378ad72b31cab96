// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/gate_list.h"

#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/gate_model.h"
#include "ui/dosing/run_draft.h"

#include "ui/shared/form.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/questions.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"
#include "ui/shared/type_scale.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kairos::ui {

using namespace record;
using safety::GateLine;

namespace {

/// Enough for "valid 2026-11-02 to …" to be told apart; the chosen line shows all of it.
constexpr int kEvidenceWidth = 160;

bool isAnswer(int key) {
    return key == Qt::Key_Y || key == Qt::Key_N || key == Qt::Key_A;
}

bool isSecondPersons(const std::optional<GateLine>& line) {
    return line && line->id == QLatin1String("double-check") && line->holds();
}

} // namespace

GateList::GateList(DosingController& controller, Gate gate, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_gate(gate),
      m_model(new GateModel(this)),
      m_table(new TableView(RowHeight::Dense, this)),
      m_evidence(new QLineEdit(this)),
      m_field(new Field(tr("Evidence"), m_evidence, this)),
      m_foot(new QWidget(this)),
      m_source(makeParagraph({}, TextRole::Caption, Token::Text2, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_table->setModel(m_model);
    m_table->setStretchColumns({GateModel::Criterion});
    m_table->horizontalHeader()->setSectionResizeMode(GateModel::Evidence, QHeaderView::Fixed);
    m_table->horizontalHeader()->resizeSection(GateModel::Evidence, px(kEvidenceWidth));
    m_table->setAccessibleName(gate == Gate::PreDose ? tr("Gates before the dose") : tr("Discharge gate"));
    m_table->setFrameShape(QFrame::NoFrame);
    column->addWidget(m_table, 1);
    auto* foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(px(14), px(8), px(14), px(10));
    foot->setSpacing(px(6));
    foot->addWidget(m_field);
    foot->addWidget(m_source);
    foot->addWidget(makeKeyHints({{QStringLiteral("Y"), tr("met")},
                                  {QStringLiteral("N"), tr("not met")},
                                  {QStringLiteral("A"), tr("not applicable")},
                                  {QStringLiteral("Enter"), tr("write evidence")},
                                  {QStringLiteral("F4"), tr("override")}},
                                 this));
    column->addWidget(m_foot);
    m_table->installEventFilter(this);
    m_evidence->installEventFilter(this);
    connect(m_evidence, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (const auto line = currentLine()) {
            m_controller.draft().setText(place(*line), text);
        }
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { showCurrent(); });
    connect(&controller, &DosingController::changed, this, &GateList::reload);
    reload();
}

const QList<GateLine>& GateList::lines() const {
    const auto& view = m_controller.view();
    return m_gate == Gate::PreDose ? view.preDose : view.discharge;
}

void GateList::reload() {
    if (m_controller.trouble()) {
        return;
    }
    const QList<GateLine> sorted = GateModel::sorted(lines());
    if (sorted == m_model->rows()) {
        return;
    }
    const auto former = currentLine();
    m_model->setRows(sorted);
    // A line that was just settled leaves its place to the next open one; else the person stays where they
    // are.
    const auto stays = [&former](const GateLine& line) {
        return former && line.id == former->id && line.holds();
    };
    const auto found = std::find_if(sorted.begin(), sorted.end(), stays);
    if (found != sorted.end()) {
        m_table->setCurrentIndex(m_model->index(static_cast<int>(found - sorted.begin()), 0));
    } else {
        selectFirstOpen();
    }
    Q_EMIT reloaded();
}

void GateList::selectFirstOpen() {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const GateLine& line = m_model->rowAt(row);
        if (line.holds() && line.isAsked) {
            m_table->setCurrentIndex(m_model->index(row, 0));
            return;
        }
    }
    if (m_model->rowCount() > 0) {
        m_table->setCurrentIndex(m_model->index(0, 0));
    }
}

std::optional<GateLine> GateList::currentLine() const {
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? std::optional(m_model->rowAt(index.row()))
                                                                : std::nullopt;
}

QString GateList::place(const GateLine& line) const {
    return QStringLiteral("evidence.%1.%2").arg(static_cast<int>(m_gate)).arg(line.id);
}

void GateList::showCurrent() {
    const auto line = currentLine();
    if (!line) {
        return;
    }
    const QString typed = m_controller.draft().text(place(*line));
    m_evidence->setText(typed.isEmpty() ? line->proposal : typed);
    m_field->setError({});
    m_field->setLabel(tr("Evidence for: %1").arg(line->text));
    m_field->setHelp(line->isAsked ? line->id == QLatin1String("escort")
                                         ? tr("name and phone of who takes the patient home")
                                         : tr("what the answer rests on; may stay empty")
                     : isSecondPersons(line)
                         ? tr("Enter: another clinician confirms the dose with their own password")
                         : tr("the record settles this line itself; it can only be overridden"));
    m_evidence->setEnabled(line->isAsked);
    m_source->setText(tr("Source: %1 (%2)").arg(line->source, base::confidenceMark(line->confidence)));
}

void GateList::openGate() {
    m_foot->show();
}

void GateList::closeGate() {
    m_foot->hide();
}

bool GateList::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* press = static_cast<QKeyEvent*>(event);
        const bool isPlain = press->modifiers() == Qt::NoModifier ||
                             press->modifiers() == Qt::ShiftModifier ||
                             press->modifiers() == Qt::KeypadModifier;
        // A key held down answers one line, not all of them.
        if (watched == m_table && isPlain && isOpen() &&
            (press->isAutoRepeat() ? isAnswer(press->key()) : takeKey(press->key()))) {
            return true;
        }
        const bool isEnter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
        if (watched == m_evidence && isPlain && isEnter) {
            answer(GateAnswer::Met);
            return true;
        }
        if (watched == m_evidence && press->key() == Qt::Key_Escape) {
            m_table->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

bool GateList::takeKey(int key) {
    switch (key) {
    case Qt::Key_Y:
        answer(GateAnswer::Met);
        return true;
    case Qt::Key_N:
        answer(GateAnswer::NotMet);
        return true;
    case Qt::Key_A:
        answer(GateAnswer::NotApplicable);
        return true;
    case Qt::Key_F4:
        askOverride();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isSecondPersons(currentLine())) {
            Q_EMIT secondPersonWanted();
        } else if (m_evidence->isEnabled()) {
            m_evidence->setFocus();
        }
        return true;
    default: // All other keys are the table's own.
        return false;
    }
}

void GateList::answer(GateAnswer answer) {
    const auto line = currentLine();
    if (!line) {
        return;
    }
    if (!line->isAsked) {
        m_field->setError(tr("The record settles this line: %1").arg(line->evidence));
        return;
    }
    const auto done = m_controller.answer(m_gate, line->id, answer, m_evidence->text());
    if (!done) {
        m_field->setError(done.error().sentence());
        m_evidence->setFocus();
        return;
    }
    m_controller.draft().setText(place(*line), {});
    showCurrent();
    m_table->setFocus();
}

void GateList::askOverride() {
    const auto line = currentLine();
    if (!line || !line->holds()) {
        m_field->setError(tr("This line holds nothing up: there is nothing to override"));
        return;
    }
    const QString stop =
        tr("%1: %2. Source: %3 (%4)")
            .arg(line->text, line->evidence, line->source, base::confidenceMark(line->confidence));
    const QString id = line->id;
    m_controller.context().questions.askOverride(stop, *window(), [this, id](const Answer& given) {
        return m_controller.overrideLine(m_gate, id, given.reason, given.password);
    });
}

QString GateList::message() const {
    return m_field->error();
}

QString GateList::tally() const {
    const int all = static_cast<int>(lines().size());
    return tr("%1 of %2").arg(all - holdingCount()).arg(all);
}

int GateList::holdingCount() const {
    return static_cast<int>(safety::holding(lines()).size());
}

} // namespace kairos::ui
