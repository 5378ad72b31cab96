// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/monitor_dialog.h"

#include "ui/shared/buttons.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/page.h"
#include "ui/shared/text_label.h"
#include "ui/shared/time_field.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/open_practice.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

using exchange::MonitorColumns;
using exchange::MonitorTime;

namespace {

constexpr int kWidth = 720;
constexpr int kLinesHeight = 150;

const QStringList kColumnIds{QStringLiteral("time"), QStringLiteral("sys"),  QStringLiteral("dia"),
                             QStringLiteral("hr"),   QStringLiteral("spo2"), QStringLiteral("rr")};

/// The members in the order of the ids.
QList<QString MonitorColumns::*> columnMembers() {
    return {&MonitorColumns::time,  &MonitorColumns::systolic, &MonitorColumns::diastolic,
            &MonitorColumns::pulse, &MonitorColumns::spo2,     &MonitorColumns::respiratoryRate};
}

} // namespace

MonitorDialog::MonitorDialog(const record::DosingSession& session, const PageContext& context,
                             QByteArray bytes, QWidget* parent)
    : QDialog(parent),
      m_session(session),
      m_context(context),
      m_bytes(std::move(bytes)),
      m_summary(makeParagraph({}, TextRole::Body, Token::Text, this)),
      m_trouble(makeParagraph({}, TextRole::Body, Token::Stop, this)) {
    setWindowTitle(tr("A monitor's file"));
    setModal(true);
    setMinimumWidth(px(kWidth));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(px(20), px(16), px(20), px(16));
    page->setSpacing(px(10));
    page->addWidget(
        makeParagraph(tr("Take a monitor's file into this session"), TextRole::Section, Token::Text, this));
    page->addWidget(makeParagraph(
        tr("Choose once which column holds what; the practice remembers it. Times without an offset are the "
           "practice's zone. Nothing that stands in the session is changed."),
        TextRole::Caption, Token::Text2, this));
    const workflow::MonitorImport import(m_context.practice);
    const auto header = exchange::monitorHeader(m_bytes);
    buildColumns(header.value_or(QStringList()));
    page->addWidget(m_summary);
    // Made after the columns, so that the focus begins with the first of them.
    m_lines = new QPlainTextEdit(this);
    m_lines->setReadOnly(true);
    m_lines->setTabChangesFocus(true);
    m_lines->setFixedHeight(px(kLinesHeight));
    m_lines->setAccessibleName(tr("What is left out, line by line"));
    page->addWidget(m_lines);
    page->addWidget(m_trouble);
    buildButtons();
    const auto columns = import.columnsFor(m_bytes);
    if (columns) {
        choose(*columns);
    }
    preview();
}

void MonitorDialog::buildColumns(const QStringList& header) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    const QStringList labels{tr("Time"),  tr("Systolic, mmHg"), tr("Diastolic, mmHg"),
                             tr("Pulse"), tr("SpO2, %"),        tr("Breaths a minute")};
    for (qsizetype i = 0; i < kColumnIds.size(); ++i) {
        auto* box = new QComboBox(this);
        box->setObjectName(kColumnIds.at(i));
        box->addItem(tr("not in the file"), QString());
        for (const QString& name : header) {
            box->addItem(name.trimmed(), name.trimmed());
        }
        connect(box, &QComboBox::currentIndexChanged, this, &MonitorDialog::preview);
        m_columns.append(box);
        grid->addWidget(new Field(labels.at(i), box, this), static_cast<int>(i / 3), static_cast<int>(i % 3));
    }
    m_timeKind = new QComboBox(this);
    m_timeKind->addItem(tr("date and time, or time of day"), static_cast<int>(MonitorTime::Clock));
    m_timeKind->addItem(tr("seconds since its start"), static_cast<int>(MonitorTime::Seconds));
    m_timeKind->addItem(tr("minutes since its start"), static_cast<int>(MonitorTime::Minutes));
    connect(m_timeKind, &QComboBox::currentIndexChanged, this, &MonitorDialog::preview);
    m_start = new TimeField(this);
    if (m_session.startedAt) {
        m_start->setTime(m_session.startedAt->local(m_context.practice.zone()).time());
    }
    connect(m_start, &TypedField::valueChanged, this, &MonitorDialog::preview);
    m_startField = new Field(tr("The monitor was started at"), m_start, this);
    grid->addWidget(new Field(tr("The time is written as"), m_timeKind, this), 2, 0, 1, 2);
    grid->addWidget(m_startField, 2, 2);
    static_cast<QVBoxLayout*>(layout())->addLayout(grid);
}

void MonitorDialog::buildButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    row->addStretch();
    auto* leave = makeButton({.text = tr("Not yet")}, this);
    setButtonKeyCap(*leave, QKeySequence(Qt::Key_Escape));
    m_accept = makeButton({.text = tr("Take it in"), .kind = ButtonKind::Primary}, this);
    setButtonKeyCap(*m_accept, QKeySequence(Qt::Key_Return));
    m_accept->setDefault(true);
    row->addWidget(leave);
    row->addWidget(m_accept);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &MonitorDialog::accept);
}

void MonitorDialog::choose(const MonitorColumns& columns) {
    const auto members = columnMembers();
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const QSignalBlocker quiet(m_columns.at(i));
        m_columns.at(i)->setCurrentIndex(
            std::max(0, m_columns.at(i)->findText(columns.*members.at(i), Qt::MatchFixedString)));
    }
    const QSignalBlocker quiet(m_timeKind);
    m_timeKind->setCurrentIndex(m_timeKind->findData(static_cast<int>(columns.timeIs)));
}

workflow::MonitorWish MonitorDialog::wish() const {
    MonitorColumns columns;
    const auto members = columnMembers();
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        columns.*members.at(i) = m_columns.at(i)->currentData().toString();
    }
    columns.timeIs = static_cast<MonitorTime>(m_timeKind->currentData().toInt());
    workflow::MonitorWish wish{m_session.id, m_bytes, columns};
    const auto& zone = m_context.practice.zone();
    const auto minuteZero =
        m_session.startedAt ? std::optional(m_session.startedAt->local(zone).time()) : std::nullopt;
    const auto typed = m_start->time();
    // Minute 0 itself is exact to the second; what a person types is a minute of the session's day.
    const bool isMinuteZero =
        typed && minuteZero && typed->hour() == minuteZero->hour() && typed->minute() == minuteZero->minute();
    if (typed && !isMinuteZero) {
        const auto begin = m_session.arrivedAt ? m_session.arrivedAt : m_session.startedAt;
        const QDate day = begin ? begin->local(zone).date() : m_context.practice.today();
        wish.zero = base::Instant::fromLocal(day, *typed, zone);
    }
    return wish;
}

void MonitorDialog::preview() {
    if (m_accept == nullptr) {
        return; // Still being built.
    }
    const auto asked = wish();
    m_startField->setVisible(asked.columns.timeIs != MonitorTime::Clock);
    const auto found = workflow::MonitorImport(m_context.practice).preview(asked);
    m_report = found ? std::optional(*found) : std::nullopt;
    m_trouble->setVisible(!found.has_value());
    m_summary->setVisible(found.has_value());
    m_lines->setVisible(found.has_value());
    m_accept->setEnabled(found && !found->fresh.isEmpty());
    if (found) {
        show(*found);
    } else {
        m_trouble->setText(found.error().sentence());
    }
}

void MonitorDialog::show(const workflow::MonitorReport& report) {
    const auto& zone = m_context.practice.zone();
    QStringList parts{tr("%n reading(s) would be added", nullptr, static_cast<int>(report.fresh.size()))};
    if (!report.fresh.isEmpty()) {
        parts.append(
            rangeText(timeText(report.fresh.first().at, zone), timeText(report.fresh.last().at, zone)));
    }
    if (report.unchanged > 0) {
        parts.append(tr("%n line(s) in the session already", nullptr, static_cast<int>(report.unchanged)));
    }
    if (report.repeated > 0) {
        parts.append(tr("%n line(s) said twice", nullptr, static_cast<int>(report.repeated)));
    }
    if (report.empty > 0) {
        parts.append(tr("%n line(s) without a figure", nullptr, static_cast<int>(report.empty)));
    }
    if (!report.rejected.isEmpty()) {
        parts.append(tr("%n line(s) refused", nullptr, static_cast<int>(report.rejected.size())));
    }
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    QStringList lines;
    for (const auto& gap : report.gaps) {
        lines.append(
            tr("Nothing measured from %1 to %2").arg(timeText(gap.from, zone), timeText(gap.to, zone)));
    }
    for (const auto& row : report.rejected) {
        lines.append(tr("Line %1 is refused: %2").arg(row.line).arg(row.reason));
    }
    for (const auto& remark : report.remarks) {
        lines.append(tr("Line %1: %2").arg(remark.line).arg(remark.reason));
    }
    m_lines->setPlainText(lines.isEmpty() ? tr("Nothing is left out and there is no gap.")
                                          : lines.join(QLatin1Char('\n')));
}

void MonitorDialog::accept() {
    if (!m_accept->isEnabled()) {
        return;
    }
    const auto done = workflow::MonitorImport(m_context.practice).accept(wish());
    if (done) {
        QDialog::accept();
        return;
    }
    m_trouble->setText(done.error().sentence());
    m_trouble->show();
}

QString MonitorDialog::summaryText() const {
    return m_summary->text();
}

QString MonitorDialog::linesText() const {
    return m_lines->toPlainText();
}

QComboBox& MonitorDialog::column(const QString& id) const {
    return *m_columns.at(kColumnIds.indexOf(id));
}

} // namespace kairos::ui
