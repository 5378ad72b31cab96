// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/run_panel.h"

#include "ui/dosing/adverse_form.h"
#include "ui/dosing/curve_of.h"
#include "ui/dosing/entry_line.h"
#include "ui/dosing/given_banner.h"
#include "ui/dosing/log_models.h"
#include "ui/dosing/minute_strip.h"
#include "ui/dosing/run_keys.h"

#include "ui/charts/session_curve_view.h"

#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/follow_up_form.h"
#include "ui/shared/questions.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include <QLineEdit>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

void dressTable(TableView& table, QAbstractItemModel& model, int stretched, const QString& name) {
    table.setModel(&model);
    table.setStretchColumns({stretched});
    table.setFrameShape(QFrame::NoFrame);
    table.setAccessibleName(name);
}

/// Does `act` when Del is pressed in the table.
template <class Act>
void onDelete(TableView& table, RunPanel& panel, Act act) {
    auto* shortcut = new QShortcut(keyOf(RunKey::TakeOut), &table);
    shortcut->setContext(Qt::WidgetShortcut);
    QObject::connect(shortcut, &QShortcut::activated, &panel, act);
}

} // namespace

RunPanel::RunPanel(DosingController& controller, EntryLine& entry, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_entry(entry),
      m_clockNotice(new Banner({}, this)),
      m_clock(new MinuteStrip(controller, this)),
      m_middle(new QStackedLayout),
      m_readingCard(new Card(tr("Readings"), CardContent::Full)),
      m_readingModel(new ReadingModel(this)),
      m_readingTable(new TableView(RowHeight::Dense, m_readingCard)),
      m_logCard(new Card(tr("Log"), CardContent::Full)),
      m_logModel(new LogModel(this)),
      m_curve(new SessionCurveView),
      m_curveWords(makeParagraph({}, TextRole::Caption, Token::Text2)),
      m_logTable(new TableView(RowHeight::Dense, m_logCard)),
      m_adverse(new AdverseForm(controller)),
      m_followUp(new FollowUpForm(controller.context())) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addWidget(m_clockNotice);
    column->addWidget(m_clock);
    column->addLayout(m_middle, 1);
    auto* tables = new QWidget(this);
    auto* under = new QVBoxLayout(tables);
    under->setContentsMargins(0, 0, 0, 0);
    under->setSpacing(px(12));
    under->addWidget(new GivenBanner(controller, tables));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    under->addLayout(row, 1);
    auto* left = new QVBoxLayout;
    left->setSpacing(px(12));
    left->addWidget(m_readingCard, 3);
    left->addWidget(m_logCard, 2);
    auto* curveCard = new Card(tr("This dose over the earlier ones"), CardContent::Padded);
    curveCard->body().addWidget(m_curve, 1);
    curveCard->body().addWidget(m_curveWords);
    row->addLayout(left, 1);
    row->addWidget(curveCard, 1);
    dressTable(*m_readingTable, *m_readingModel, ReadingModel::Remark, tr("Readings"));
    m_readingTable->setRowDelegate(new ReadingDelegate(m_readingTable));
    m_readingCard->setSubtitle(tr("newest first; Enter corrects, Del takes out"));
    m_readingCard->body().addWidget(m_readingTable);
    dressTable(*m_logTable, *m_logModel, LogModel::Text, tr("Log"));
    m_logCard->body().addWidget(m_logTable);
    m_middle->addWidget(tables);
    m_middle->addWidget(m_adverse);
    m_middle->addWidget(m_followUp);
    connect(m_readingTable, &TableView::rowOpened, this, &RunPanel::correctCurrent);
    connect(m_logTable, &TableView::rowOpened, this, &RunPanel::openLogRow);
    onDelete(*m_readingTable, *this, [this] { takeReadingBack(); });
    onDelete(*m_logTable, *this, [this] { takeLogRowBack(); });
    connect(m_adverse, &AdverseForm::finished, this, [this] {
        m_middle->setCurrentIndex(0);
        m_entry.edit().setFocus();
    });
    connect(m_followUp, &FollowUpForm::saved, this, &RunPanel::reload);
    connect(m_followUp, &FollowUpForm::closed, this, [this] {
        m_middle->setCurrentIndex(0);
        m_logTable->setFocus();
    });
    connect(&controller, &DosingController::changed, this, &RunPanel::reload);
    connect(&controller, &DosingController::ticked, this, &RunPanel::showClockNotice);
    showClockNotice();
    connect(&controller, &DosingController::ticked, this, [this] {
        if (!m_controller.trouble() && m_controller.stage() == DosingStage::Running) {
            m_curve->setNow(m_controller.minuteOf(m_controller.now()));
        }
    });
    connect(&entry, &EntryLine::previewChanged, this, [this](const std::optional<record::Reading>& preview) {
        m_curve->setPreview(curveOf(m_controller, preview).preview);
    });
    reload();
}

void RunPanel::showClockNotice() {
    const QString notice = m_controller.clockNotice();
    if (m_clockNotice->bannerText().title != notice) {
        m_clockNotice->setBannerText({base::FindingLevel::Caution, notice, {}, {}});
    }
    m_clockNotice->setVisible(!notice.isEmpty());
}

void RunPanel::reload() {
    if (m_controller.trouble()) {
        return;
    }
    const QModelIndex chosen = m_readingTable->currentIndex();
    m_readingModel->setRows(readingRows(m_controller));
    const int logged = m_logTable->currentIndex().row();
    m_logModel->setRows(logRows(m_controller));
    if (logged >= 0 && logged < m_logModel->rowCount()) {
        m_logTable->setCurrentIndex(m_logModel->index(logged, 0));
    }
    sayLogHint();
    m_curve->setCurve(curveOf(m_controller));
    m_curveWords->setText(curveEventWords(m_controller));
    m_curveWords->setVisible(!m_curveWords->text().isEmpty());
    if (chosen.isValid() && chosen.row() < m_readingModel->rowCount()) {
        m_readingTable->setCurrentIndex(m_readingModel->index(chosen.row(), 0));
    }
}

void RunPanel::showAdverseForm() {
    m_middle->setCurrentWidget(m_adverse);
    m_adverse->begin();
}

void RunPanel::sayLogHint() {
    m_logCard->setSubtitle(m_controller.isSigned()
                               ? tr("signed; Enter on an adverse event follows it up or corrects it")
                               : tr("Enter on an adverse event ends or changes it"));
}

std::optional<int> RunPanel::logRowOf(const QString& id) const {
    for (int row = 0; row < m_logModel->rowCount(); ++row) {
        const LogRow& line = m_logModel->rowAt(row);
        if ((line.adverse && line.adverse->id.toString() == id) ||
            (line.event && line.event->toString() == id)) {
            return row;
        }
    }
    return std::nullopt;
}

std::optional<int> RunPanel::readingRowOf(const QString& id) const {
    for (int row = 0; row < m_readingModel->rowCount(); ++row) {
        const ReadingRow& line = m_readingModel->rowAt(row);
        if (!line.isFormer && line.reading.id.toString() == id) {
            return row;
        }
    }
    return std::nullopt;
}

bool RunPanel::hasEntry(const QString& id) const {
    return logRowOf(id) || readingRowOf(id);
}

void RunPanel::showEntry(const QString& id) {
    const auto logged = logRowOf(id);
    const auto row = logged ? logged : readingRowOf(id);
    if (row) {
        TableView& table = logged ? *m_logTable : *m_readingTable;
        m_middle->setCurrentIndex(0);
        table.setCurrentIndex(table.model()->index(*row, 0));
        table.setFocus(Qt::OtherFocusReason);
    }
}

void RunPanel::openLogRow() {
    const QModelIndex index = m_logTable->currentIndex();
    if (!index.isValid()) {
        return;
    }
    const auto& adverse = m_logModel->rowAt(index.row()).adverse;
    if (adverse && m_controller.isSigned()) {
        m_middle->setCurrentWidget(m_followUp);
        m_followUp->begin(*adverse);
    } else if (adverse) {
        m_middle->setCurrentWidget(m_adverse);
        m_adverse->edit(*adverse);
    }
}

void RunPanel::askWhy(const QString& what, std::function<base::Outcome(const QString&)> takeBack) {
    const Question question{.title = tr("Take this out of the session?"),
                            .text = tr("%1. It counts no more, and stays readable in the history.").arg(what),
                            .verb = tr("Take it out"),
                            .kind = ButtonKind::Danger,
                            .needs = QuestionNeeds::Reason};
    m_controller.context().questions.ask(
        question, *window(),
        [takeBack = std::move(takeBack)](const Answer& answer) { return takeBack(answer.reason); });
}

void RunPanel::takeReadingBack() {
    const QModelIndex index = m_readingTable->currentIndex();
    if (!index.isValid() || m_controller.isSigned() || m_readingModel->rowAt(index.row()).isFormer) {
        return;
    }
    const record::Reading reading = m_readingModel->rowAt(index.row()).reading;
    askWhy(lineOf(reading, m_controller.readingOrder()),
           [this, id = reading.id](const QString& reason) { return m_controller.withdraw(id, reason); });
}

void RunPanel::takeLogRowBack() {
    const QModelIndex index = m_logTable->currentIndex();
    if (!index.isValid() || m_controller.isSigned()) {
        return;
    }
    const LogRow row = m_logModel->rowAt(index.row());
    askWhy(row.text, [this, row](const QString& reason) {
        return row.adverse ? m_controller.withdraw(row.adverse->id, reason)
                           : m_controller.withdraw(*row.event, reason);
    });
}

void RunPanel::correctCurrent() {
    const QModelIndex index = m_readingTable->currentIndex();
    if (!index.isValid() || m_controller.isSigned()) {
        return;
    }
    const ReadingRow& row = m_readingModel->rowAt(index.row());
    if (!row.isFormer) {
        m_entry.beginCorrection(row.reading);
    }
}

} // namespace kairos::ui
